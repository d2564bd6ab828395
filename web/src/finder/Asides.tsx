import type { PartnerContact, Place, WorkshopList, WorkshopResult } from '@deep-dive/shared-types';
import { Heading } from '../components/Heading';
import { LinkButton } from '../components/LinkButton';
import { SiteLink } from '../components/SiteLink';
import { ContactLinks, PartnerContactCard } from '../partners/PartnerContactCard';
import { countLabel } from '../workshops/labels';
import styles from './Asides.module.css';
import type { FinderState } from './state';
import { Items } from './WorkshopList';

/** The page that lists the Regional Partners, as the CMS is first filled. */
export const PARTNERS_PAGE = '/regional-partners';

interface AsidesProps {
  finder: FinderState;
  list: WorkshopList;
}

/** What helps besides the list: farther workshops, virtual ones, and whom to ask, who comes first when nothing was found. */
export function Asides({ finder, list }: AsidesProps) {
  const { near, beyond, virtual, total, partners } = list;
  const { search, hrefOf } = finder;
  const place = near?.status === 'found' ? near.place : null;
  const help = place && <Partners place={place} partners={partners} finder={finder} />;
  return (
    <>
      {total === 0 && help}
      {beyond.length > 0 && (
        <Aside
          finder={finder}
          title="The nearest workshops are farther away"
          workshops={beyond}
          more="See more, the nearest first"
          href={hrefOf({ ...search, radius: 'any', sort: 'distance', bbox: undefined, page: undefined })}
        />
      )}
      {virtual && virtual.workshops.length > 0 && (
        <Aside
          finder={finder}
          title="Virtual workshops, open to everyone"
          workshops={virtual.workshops}
          more={
            virtual.total > virtual.workshops.length
              ? `See all ${countLabel(virtual.total, 'virtual')}`
              : null
          }
          href={hrefOf({ ...search, format: 'virtual', page: undefined })}
        />
      )}
      {total > 0 && help}
    </>
  );
}

interface AsideProps {
  finder: FinderState;
  title: string;
  workshops: WorkshopResult[];
  /** What the link to more says; null when there are no more. */
  more: string | null;
  href: string;
}

function Aside({ finder: { level }, title, workshops, more, href }: AsideProps) {
  return (
    <section className={styles.aside}>
      <Heading level={level} className={styles.title}>
        {title}
      </Heading>
      <ul className={styles.list}>
        <Items workshops={workshops} level={level} />
      </ul>
      {more && (
        <LinkButton href={href} look="link">
          {more}
        </LinkButton>
      )}
    </section>
  );
}

interface PartnersProps {
  place: Place;
  partners: PartnerContact[];
  finder: FinderState;
}

/** The Regional Partners who serve the place that was searched, or that nobody does. */
function Partners({ place, partners, finder: { level } }: PartnersProps) {
  const [partner, ...others] = partners;
  if (!partner)
    return (
      <p className={styles.aside}>
        No Regional Partner serves {place.label} yet.{' '}
        <SiteLink href={PARTNERS_PAGE}>See all Regional Partners</SiteLink>: one nearby may be able to help.
      </p>
    );
  if (others.length === 0)
    return (
      <div className={styles.aside}>
        <PartnerContactCard
          partner={partner}
          title={
            place.kind === 'point' ? 'Your Regional Partner' : `Your Regional Partner for ${place.label}`
          }
          level={level}
        />
      </div>
    );
  return (
    <section className={styles.aside}>
      <Heading level={level} className={styles.title}>
        Regional Partners in {place.label}
      </Heading>
      <ul className={styles.partners}>
        {partners.map((each) => (
          <li key={each.slug}>
            <SiteLink href={`/partners/${each.slug}`}>{each.name}</SiteLink>
            <ContactLinks partner={each} />
          </li>
        ))}
      </ul>
    </section>
  );
}
