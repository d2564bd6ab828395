import {
  formatDate,
  formatUsd,
  formatWhen,
  type Pricing,
  type Quote,
  type Scholarship,
} from '@deep-dive/shared-types';
import type { ReactNode } from 'react';
import { SiteLink } from '../components/SiteLink';
import { PARTNERS_PAGE } from '../finder/Partners';
import { contactHref, safeHref } from '../hrefs';
import { NationalContact } from '../partners/NationalContact';
import { ContactLinks } from '../partners/PartnerContactCard';
import { coverageWords, deadlineWords } from '../workshops/scholarship-words';
import styles from './QuoteLetter.module.css';
import { answerWords, forWhomWords, peopleWords, possibleWords, totalWords } from './quote-words';

/** A letter has one date wherever it is read; this zone is in the middle of the country. */
const LETTER_ZONE = 'America/Chicago';
/** More would not fit on the one page that is printed. */
const MOST_SHOWN = 3;
const MOST_PARTNERS = 8;

interface QuoteLetterProps {
  quote: Quote;
  /** What a place includes; null where that could not be had. */
  pricing: Pricing | null;
  /** Milliseconds since the epoch. */
  now: number;
}

/** The answer as a letter: on paper it is one page that whoever pays can approve. */
export function QuoteLetter({ quote, pricing, now }: QuoteLetterProps) {
  const { workshop, partner, scholarships, possible } = quote;
  const date = formatDate(new Date(now).toISOString(), LETTER_ZONE);
  const total = totalWords(quote);
  return (
    <article className={styles.letter}>
      <p className={styles.date}>{date}</p>
      <p className={styles.answer}>
        <strong>{answerWords(quote)}</strong>
        {total && <span>{total}</span>}
      </p>
      <dl className={styles.facts}>
        <Fact name="What">
          {workshop ? (
            <SiteLink href={`/workshops/${workshop.slug}`}>{workshop.title}</SiteLink>
          ) : (
            'A place at a professional learning workshop'
          )}
          {pricing && pricing.includes.length > 0 && (
            <span className={styles.includes}>
              It includes: {pricing.includes.map(({ text }) => text).join('; ')}.
            </span>
          )}
        </Fact>
        <Fact name="For whom">{forWhomWords(quote)}</Fact>
        <Fact name="When">{workshop ? whenWords(workshop) : 'On a date you agree on with the partner'}</Fact>
        <Fact name="Whom to pay">
          <WhomToPay quote={quote} />
        </Fact>
      </dl>
      <Lines quote={quote} />
      {possible.length > 0 && (
        <section>
          <h2>It could be less</h2>
          <ul>
            {possible.slice(0, MOST_SHOWN).map((each) => (
              <li key={`${each.label} ${each.condition}`}>
                <strong>{each.label}</strong>: {possibleWords(each)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>Scholarships</h2>
        {scholarships.length > 0 ? (
          <ul>
            {scholarships.slice(0, MOST_SHOWN).map((scholarship) => (
              <li key={`${scholarship.sponsor} ${scholarship.name}`}>
                <ScholarshipLine scholarship={scholarship} />
              </li>
            ))}
          </ul>
        ) : (
          <p>None is open here right now. Your Regional Partner may know of other help with the cost.</p>
        )}
      </section>
      <p className={styles.small}>
        Prices as published on {date}.{' '}
        {partner
          ? `${partner.name} confirms them before you pay.`
          : 'The partner confirms them before you pay.'}
      </p>
      <p className={styles.approval} aria-hidden="true">
        <span>Approved by</span>
        <span>Date</span>
      </p>
    </article>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function whenWords(workshop: NonNullable<Quote['workshop']>): string {
  const { place, status } = workshop;
  const where = place ? `in ${place.city}, ${place.state}` : 'online';
  const standing = status === 'scheduled' ? '' : status === 'full' ? ' (full)' : ' (cancelled)';
  return `${formatWhen(workshop)}, ${where}${standing}`;
}

function WhomToPay({ quote: { place, partner, partners, people, workshop } }: { quote: Quote }) {
  const near = place?.zip ?? undefined;
  if (partners.length > 1)
    return (
      <>
        Several Regional Partners serve this place, and each sets its own price. Give a ZIP code or a city, or
        ask one of them:
        <ul>
          {partners.slice(0, MOST_PARTNERS).map(({ slug, name }) => (
            <li key={slug}>
              <SiteLink href={`/partners/${slug}`}>{name}</SiteLink>
            </li>
          ))}
        </ul>
      </>
    );
  if (!partner)
    return (
      <>
        Ask the nearest of <SiteLink href={PARTNERS_PAGE}>our Regional Partners</SiteLink>.
        <NationalContact about={{ purpose: 'school', near, people }} />
      </>
    );
  const { slug, name, contactName, costNote } = partner;
  const whose = workshop
    ? ({ purpose: 'workshop', workshop: workshop.slug } as const)
    : ({ purpose: 'school', partner: slug } as const);
  return (
    <>
      <SiteLink href={`/partners/${slug}`}>{name}</SiteLink>
      {contactName && `, ${contactName}`}
      <ContactLinks contact={partner} />
      {costNote && <p>{costNote}</p>}
      <p className={styles.ask}>
        <SiteLink href={contactHref({ ...whose, near, people })}>
          Ask about the price for {peopleWords(people)}
        </SiteLink>
      </p>
    </>
  );
}

function Lines({ quote: { lines, people, perPersonCents, totalCents } }: { quote: Quote }) {
  return (
    <table className={styles.lines}>
      <caption>Line by line, for one person</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col" className={styles.cents}>
            Price
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, cents, why, whose }) => (
          <tr key={`${whose} ${label}`}>
            <th scope="row">
              {label}
              <span className={styles.why}>{why}</span>
            </th>
            <td className={styles.cents}>{cents === null ? 'Ask' : formatUsd(cents)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">For one person</th>
          <td className={styles.cents}>{perPersonCents === null ? 'Ask' : formatUsd(perPersonCents)}</td>
        </tr>
        {people > 1 && (
          <tr>
            <th scope="row">For {peopleWords(people)}</th>
            <td className={styles.cents}>{totalCents === null ? 'Ask' : formatUsd(totalCents)}</td>
          </tr>
        )}
      </tfoot>
    </table>
  );
}

function ScholarshipLine({ scholarship }: { scholarship: Scholarship }) {
  const { name, sponsor, howToApply, applyUrl } = scholarship;
  const href = safeHref(applyUrl);
  const deadline = deadlineWords(scholarship, 'open');
  return (
    <>
      <strong>{href ? <SiteLink href={href}>{name}</SiteLink> : name}</strong> from {sponsor}.{' '}
      {coverageWords(scholarship)}.{deadline && ` ${deadline}.`} {howToApply}
    </>
  );
}
