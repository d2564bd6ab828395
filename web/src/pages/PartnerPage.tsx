import type { Discount, GroupPrice, RegionalPartner } from '@deep-dive/shared-types';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useCms } from '../cms';
import { formatUsd } from '../components/fee';
import { LinkButton } from '../components/LinkButton';
import { Paragraphs } from '../components/Paragraphs';
import { PartnerContactCard } from '../components/PartnerContactCard';
import { Picture } from '../components/Picture';
import { territoryInWords, zipsOf } from '../components/states';
import { partnerQuery } from '../queries/partners';
import { PageBody } from './PageBody';
import { PageHead } from './PageHead';
import styles from './PartnerPage.module.css';

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
            <PartnerContactCard partner={partner} title="Get in touch" level={2} hasPageLink={false} />
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
          {hasTerms && (
            <section>
              <h2>What it costs here</h2>
              {costNote && <Paragraphs text={costNote} />}
              <Discounts discounts={discounts} />
              <GroupPrices prices={groupPrices} />
            </section>
          )}
          <section>
            <h2>Workshops</h2>
            <p>
              <LinkButton href="/workshops" look="primary">
                Find an upcoming workshop
              </LinkButton>
            </p>
          </section>
        </div>
      </PageBody>
    </>
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
function discountInWords({ percentOff, dollarsOff, conditions }: Discount): string {
  const size =
    percentOff !== null
      ? `${percentOff}% off`
      : dollarsOff !== null
        ? `${formatUsd(dollarsOff)} off per person`
        : 'ask us how much';
  return conditions ? `${size}. ${conditions}` : size;
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
              <td>{formatUsd(pricePerPerson)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
