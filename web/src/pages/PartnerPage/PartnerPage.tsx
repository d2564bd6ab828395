import {
  type Discount,
  formatDate,
  formatUsd,
  formatWorkshopSearch,
  type GroupPrice,
  type RegionalPartner,
  toCents,
} from '@deep-dive/shared-types';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Calculator } from '../../calculator/Calculator';
import { LinkButton } from '../../components/LinkButton';
import { Paragraphs } from '../../components/Paragraphs';
import { Picture } from '../../components/Picture';
import { PartnerContactCard } from '../../partners/PartnerContactCard';
import { territoryInWords, zipsOf } from '../../partners/territory';
import { useCms } from '../../queries/cms';
import { partnerQuery } from '../../queries/partners';
import { workshopsQuery } from '../../queries/workshops';
import { countLabel } from '../../workshops/labels';
import { WorkshopItem } from '../../workshops/WorkshopItem';
import { PageBody } from '../PageBody';
import { PageHead } from '../PageHead';
import styles from './PartnerPage.module.css';

/** Enough to see what there is, and few enough that a telephone still comes to the contact below. */
const SHOWN = 5;
const CALCULATOR = 'What would it cost for your group?';

/** One Regional Partner: who they are, where they serve, what they say about cost, and how to reach them. */
export function PartnerPage({ slug }: { slug: string }) {
  const { data: partner } = useSuspenseQuery(partnerQuery(useCms(), slug));
  const { name, logo, about, costNote, discounts, groupPrices } = partner;
  const hasTerms = costNote || discounts.length > 0 || groupPrices.length > 0;
  return (
    <>
      <PageHead title={name}>
        <p className={styles.role}>Code.org Regional Partner</p>
      </PageHead>
      <PageBody
        aside={
          <>
            {logo && (
              <div className={styles.logo}>
                <Picture image={logo} sizes="20rem" />
              </div>
            )}
            <div id="contact">
              <PartnerContactCard partner={partner} title="Get in touch" level={2} hasPageLink={false} />
            </div>
          </>
        }
      >
        <div className={styles.parts}>
          {about && (
            <section>
              <h2>About</h2>
              <Paragraphs text={about} />
            </section>
          )}
          <Territory partner={partner} />
          <section>
            <h2>{hasTerms ? 'What it costs here' : CALCULATOR}</h2>
            {costNote && <Paragraphs text={costNote} />}
            <Discounts discounts={discounts} />
            <GroupPrices prices={groupPrices} />
            <Calculator title={hasTerms ? CALCULATOR : undefined} />
          </section>
          <Workshops partner={partner} />
        </div>
      </PageBody>
    </>
  );
}

/** The next few. While the CMS can't say which they are, the way to the search is left. */
function Workshops({ partner: { slug, name } }: { partner: RegionalPartner }) {
  const search = { partner: slug };
  const { data: list } = useQuery(workshopsQuery(useCms(), search));
  return (
    <section>
      <h2>Upcoming workshops</h2>
      {list?.total === 0 ? (
        <p>
          {name} has none listed right now. There may be a private workshop you can join, or one can be set up
          where enough teachers ask. <a href="#contact">Get in touch</a>
        </p>
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
          <LinkButton href={`/workshops${formatWorkshopSearch(search)}`} look="link">
            {list && list.total > SHOWN ? `All ${countLabel(list.total)}` : 'See them in the workshop finder'}
          </LinkButton>
        </>
      )}
    </section>
  );
}

function Territory({ partner: { territory } }: { partner: RegionalPartner }) {
  const words = territoryInWords(territory);
  const zips = [...new Set(territory.flatMap(zipsOf))].sort();
  if (!words) return null;
  return (
    <section>
      <h2>Where we serve</h2>
      <p>{words}</p>
      {zips.length > 0 && (
        <details className={styles.zips}>
          <summary>See the ZIP codes</summary>
          <p>{zips.join(', ')}</p>
        </details>
      )}
    </section>
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
