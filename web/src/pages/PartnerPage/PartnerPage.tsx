import {
  type Discount,
  formatDate,
  formatUsd,
  formatWorkshopSearch,
  type GroupPrice,
  isForState,
  type RegionalPartner,
  scholarshipStanding,
  toCents,
} from '@deep-dive/shared-types';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Calculator } from '../../calculator/Calculator';
import { LinkButton } from '../../components/LinkButton';
import { Paragraphs } from '../../components/Paragraphs';
import { Picture } from '../../components/Picture';
import { useConfig } from '../../config';
import { Subscribe } from '../../finder/Subscribe';
import { useNow } from '../../hooks/useNow';
import { PartnerContactCard } from '../../partners/PartnerContactCard';
import { territoryInWords, zipsOf } from '../../partners/territory';
import { useCms } from '../../queries/cms';
import { partnerQuery, territoryQuery } from '../../queries/partners';
import { scholarshipsQuery } from '../../queries/scholarships';
import { workshopsQuery } from '../../queries/workshops';
import { Band } from '../../sections/Band';
import { ScholarshipCard } from '../../sections/Scholarships/ScholarshipCard';
import { countLabel } from '../../workshops/labels';
import { TellMeLink } from '../../workshops/TellMeLink';
import { WorkshopItem } from '../../workshops/WorkshopItem';
import { PageHead } from '../PageHead';
import styles from './PartnerPage.module.css';

/** Enough to see what there is, and few enough that a telephone still comes to what is below. */
const SHOWN = 6;
const CALCULATOR = 'What would it cost for your group?';

/** The page that tells about scholarships, as the CMS is first filled. */
const SCHOLARSHIPS_PAGE = '/scholarships';

/** One Regional Partner: who they are, where they serve, what it costs there, what they host, and how to show it elsewhere. */
export function PartnerPage({ slug }: { slug: string }) {
  const { data: partner } = useSuspenseQuery(partnerQuery(useCms(), slug));
  const { name, logo, about, territory } = partner;
  return (
    <>
      <PageHead title={name}>
        <p className={styles.role}>Code.org Regional Partner</p>
        <p className={styles.ways}>
          <LinkButton href="#upcoming-workshops" look="primary">
            See upcoming workshops
          </LinkButton>
          <LinkButton href="#contact" look="secondary">
            Get in touch
          </LinkButton>
        </p>
      </PageHead>
      <Part tone="plain">
        <div className={styles.columns}>
          <div className={styles.about}>
            {logo && (
              <div className={styles.logo}>
                <Picture image={logo} sizes="20rem" />
              </div>
            )}
            {about && (
              <div>
                <h2>About</h2>
                <Paragraphs text={about} />
              </div>
            )}
            <div id="contact">
              <PartnerContactCard partner={partner} title="Get in touch" level={2} hasPageLink={false} />
            </div>
          </div>
          {territory.length > 0 && <Territory partner={partner} />}
        </div>
      </Part>
      <Part tone="tint">
        <Cost partner={partner} />
      </Part>
      <Scholarships partner={partner} />
      <Part tone="tint" id="upcoming-workshops">
        <Workshops partner={partner} />
      </Part>
      <Part tone="plain">
        <Embedding partner={partner} />
      </Part>
    </>
  );
}

/** A stretch of the page, as pages made of sections have them. */
function Part({ tone, id, children }: { tone: 'plain' | 'tint'; id?: string; children: ReactNode }) {
  return <Band placement={{ id, tone, level: 2, ordinal: 1 }}>{children}</Band>;
}

function Territory({ partner: { slug, territory } }: { partner: RegionalPartner }) {
  const words = territoryInWords(territory);
  const zips = [...new Set(territory.flatMap(zipsOf))].sort();
  if (!words) return null;
  return (
    <div>
      <h2>Where we serve</h2>
      <p>{words}</p>
      <img
        className={styles.map}
        src={`/partners/${slug}.svg`}
        width="600"
        height="400"
        alt={`Map with ${words} marked.`}
      />
      {zips.length > 0 && (
        <details className={styles.zips}>
          <summary>See the ZIP codes</summary>
          <p>{zips.join(', ')}</p>
        </details>
      )}
    </div>
  );
}

function Cost({ partner: { costNote, discounts, groupPrices } }: { partner: RegionalPartner }) {
  const hasTerms = costNote || discounts.length > 0 || groupPrices.length > 0;
  return (
    <>
      <h2 className={styles.heading}>{hasTerms ? 'What it costs here' : CALCULATOR}</h2>
      <div className={hasTerms ? styles.columns : undefined}>
        {hasTerms && (
          <div className={styles.terms}>
            {costNote && <Paragraphs text={costNote} />}
            <Discounts discounts={discounts} />
            <GroupPrices prices={groupPrices} />
          </div>
        )}
        <div className={styles.card}>
          <Calculator title={hasTerms ? CALCULATOR : undefined} />
        </div>
      </div>
    </>
  );
}

/** Those that can be had in some part of the territory. Nothing is shown while the CMS can't say. */
function Scholarships({ partner: { slug, territory } }: { partner: RegionalPartner }) {
  const cms = useCms();
  const { data, dataUpdatedAt } = useQuery({ ...scholarshipsQuery(cms), enabled: false });
  const { data: reach } = useQuery({ ...territoryQuery(cms, slug), enabled: false });
  const now = new Date(useNow(dataUpdatedAt));
  if (!data) return null;
  const states = reach?.states ?? territory.flatMap(({ state }) => state ?? []);
  const open = data.filter(
    (scholarship) =>
      scholarshipStanding(scholarship, now) === 'open' &&
      (scholarship.national || states.some((state) => isForState(scholarship, state))),
  );
  return (
    <Part tone="plain">
      <h2 className={styles.heading}>Scholarships</h2>
      {open.length > 0 ? (
        <ul className={styles.scholarships}>
          {open.map((scholarship) => (
            <li key={`${scholarship.sponsor} ${scholarship.name}`}>
              <ScholarshipCard scholarship={scholarship} level={3} standing="open" />
            </li>
          ))}
        </ul>
      ) : (
        <p>None are open here right now. Ask us: we may know of other help with the cost.</p>
      )}
      <p className={styles.more}>
        <LinkButton href={SCHOLARSHIPS_PAGE} look="link">
          See all scholarships
        </LinkButton>
      </p>
    </Part>
  );
}

/** The next few. While the CMS can't say which they are, the way to the search is left. */
function Workshops({ partner: { slug, name } }: { partner: RegionalPartner }) {
  const search = { partner: slug };
  const { data: list } = useQuery(workshopsQuery(useCms(), search));
  return (
    <>
      <h2 className={styles.heading}>Upcoming workshops</h2>
      {list?.total === 0 ? (
        <>
          <p>
            {name} has none listed right now. There may be a private workshop you can join, or one can be set
            up where enough teachers ask. <a href="#contact">Get in touch</a>
          </p>
          <p className={styles.more}>
            <TellMeLink about={{}} />
          </p>
        </>
      ) : (
        <>
          {list && (
            <ul className={styles.workshops}>
              {list.workshops.slice(0, SHOWN).map((workshop) => (
                <li key={workshop.id}>
                  <WorkshopItem workshop={workshop} level={3} />
                </li>
              ))}
            </ul>
          )}
          <p className={styles.more}>
            <LinkButton href={`/workshops${formatWorkshopSearch(search)}`} look="secondary">
              {list && list.total > SHOWN
                ? `All ${countLabel(list.total)}`
                : 'See them in the workshop finder'}
            </LinkButton>
          </p>
        </>
      )}
      <Subscribe search={search} />
    </>
  );
}

/** For the partner, and for districts: how to show these workshops elsewhere. */
function Embedding({ partner: { slug, name } }: { partner: RegionalPartner }) {
  const { siteUrl } = useConfig();
  const code = `<script src="${siteUrl}/embed.js" data-query="partner=${slug}" data-title="Workshops of ${name.replace(/["&<>]/g, '')}" async></script>`;
  return (
    <div className={styles.embedding}>
      <h2>Show these workshops on your website</h2>
      <p>Put this line where they should be. They stay up to date by themselves.</p>
      <pre className={styles.code}>
        <code>{code}</code>
      </pre>
    </div>
  );
}

function Discounts({ discounts }: { discounts: Discount[] }) {
  if (discounts.length === 0) return null;
  return (
    <>
      <h3>Discounts</h3>
      <ul>
        {discounts.map((discount) => (
          <li key={discount.id}>
            <strong>{discount.name}</strong>: {discountInWords(discount)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** "20% off", "$50 off per person. Two or more from one school." A discount of unknown size is the partner's to tell. */
function discountInWords({
  percentOff,
  dollarsOff,
  minimumPeople,
  lastDay,
  forEveryone,
  conditions,
}: Discount): string {
  const size =
    percentOff !== null
      ? `${percentOff}% off`
      : dollarsOff !== null
        ? `${formatUsd(toCents(dollarsOff))} off per person`
        : 'ask us how much';
  const structured = [
    size,
    minimumPeople !== null && `for ${minimumPeople} or more people`,
    forEveryone && !conditions && 'for everyone',
    lastDay && `until ${formatDate(lastDay, 'UTC')}`,
  ].filter(Boolean);
  return conditions ? `${structured.join(' ')}. ${conditions}` : structured.join(' ');
}

function GroupPrices({ prices }: { prices: GroupPrice[] }) {
  if (prices.length === 0) return null;
  const sorted = [...prices].sort((a, b) => a.minimumPeople - b.minimumPeople);
  return (
    <>
      <h3>Group prices</h3>
      <table className={styles.prices}>
        <thead>
          <tr>
            <th scope="col">People</th>
            <th scope="col">Price per person</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ id, minimumPeople, pricePerPerson }) => (
            <tr key={id}>
              <td>{minimumPeople} or more</td>
              <td>{formatUsd(toCents(pricePerPerson))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
