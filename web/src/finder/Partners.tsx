import type { PartnerContact, Place } from '@deep-dive/shared-types';
import { Heading, type HeadingLevel } from '../components/Heading';
import { SiteLink } from '../components/SiteLink';
import { NationalContact } from '../partners/NationalContact';
import { ContactLinks, PartnerContactCard } from '../partners/PartnerContactCard';
import styles from './Partners.module.css';

/** The page that lists the Regional Partners, as the CMS is first filled. */
export const PARTNERS_PAGE = '/regional-partners';

interface PartnersProps {
  place: Place;
  partners: PartnerContact[];
  level: HeadingLevel;
}

/** The Regional Partners who serve a place; where nobody does, who can be asked instead. */
export function Partners({ place, partners, level }: PartnersProps) {
  const [partner, ...others] = partners;
  if (!partner)
    return (
      <div className={styles.unserved}>
        <p>
          No Regional Partner serves {place.label} yet.{' '}
          <SiteLink href={PARTNERS_PAGE}>See all Regional Partners</SiteLink>: one nearby may be able to help.
        </p>
        <NationalContact about={{ near: place.zip ?? undefined }} />
      </div>
    );
  if (others.length === 0)
    return (
      <PartnerContactCard
        partner={partner}
        title={place.kind === 'point' ? 'Your Regional Partner' : `Your Regional Partner for ${place.label}`}
        level={level}
        about={{ near: place.zip ?? undefined }}
      />
    );
  return (
    <section>
      <Heading level={level} className={styles.title}>
        Regional Partners in {place.label}
      </Heading>
      <ul className={styles.partners}>
        {partners.map((each) => (
          <li key={each.slug}>
            <SiteLink href={`/partners/${each.slug}`}>{each.name}</SiteLink>
            <ContactLinks contact={each} />
          </li>
        ))}
      </ul>
    </section>
  );
}
