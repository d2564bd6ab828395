import type { Scholarship, ScholarshipsSection } from '@deep-dive/shared-types';
import { dayInLastZone, formatDate, formatUsd, stateNames, toCents } from '@deep-dive/shared-types';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Heading, type HeadingLevel } from '../../components/Heading';
import { LinkButton } from '../../components/LinkButton';
import { RichText } from '../../components/RichText';
import { useNow } from '../../hooks/useNow';
import { safeHref } from '../../hrefs';
import { inWords } from '../../partners/territory';
import { useCms } from '../../queries/cms';
import { scholarshipsQuery } from '../../queries/scholarships';
import { Band } from '../Band';
import type { SectionProps } from '../section';
import styles from './Scholarships.module.css';

/** The scholarships one can apply for, now or soon. */
export function Scholarships({ section: { heading, body }, placement }: SectionProps<ScholarshipsSection>) {
  const { data, dataUpdatedAt } = useSuspenseQuery(scholarshipsQuery(useCms()));
  const today = dayInLastZone(new Date(useNow(dataUpdatedAt)));
  const scholarships = data.filter(({ closesOn }) => !closesOn || today <= closesOn);
  return (
    <Band placement={placement}>
      <Heading level={placement.level} className={styles.heading}>
        {heading}
      </Heading>
      {body && <RichText text={body} under={placement.level} className={styles.body} />}
      {scholarships.length > 0 ? (
        <ul className={styles.list}>
          {scholarships.map((scholarship) => (
            <li key={`${scholarship.sponsor} ${scholarship.name}`}>
              <ScholarshipCard
                scholarship={scholarship}
                level={(placement.level + 1) as HeadingLevel}
                today={today}
              />
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.none}>
          No scholarships are open right now. Your Regional Partner may know of other help with the cost.
        </p>
      )}
    </Band>
  );
}

interface ScholarshipCardProps {
  scholarship: Scholarship;
  level: HeadingLevel;
  /** See `dayInLastZone`. */
  today: string;
}

function ScholarshipCard({ scholarship, level, today }: ScholarshipCardProps) {
  const { name, sponsor, eligibility, seats, howToApply, applyUrl } = scholarship;
  const href = safeHref(applyUrl);
  const isOpen = !scholarship.opensOn || scholarship.opensOn <= today;
  const dates = datesOf(scholarship, isOpen);
  return (
    <div className={styles.card}>
      <p className={styles.coverage}>{coverageOf(scholarship)}</p>
      <Heading level={level}>{name}</Heading>
      <p className={styles.sponsor}>From {sponsor}</p>
      <dl className={styles.facts}>
        <dt>Who can have it</dt>
        <dd>{eligibility}</dd>
        <dt>Where</dt>
        <dd>{regionsOf(scholarship)}</dd>
        {seats !== null && (
          <>
            <dt>How many</dt>
            <dd>{seats === 1 ? '1 scholarship' : `${seats} scholarships`}</dd>
          </>
        )}
        {dates && (
          <>
            <dt>When</dt>
            <dd>{dates}</dd>
          </>
        )}
        <dt>How to apply</dt>
        <dd>{howToApply}</dd>
      </dl>
      {href && isOpen && (
        <p className={styles.apply}>
          <LinkButton href={href} look="primary">
            Apply<span className="visually-hidden"> for {name}</span>
          </LinkButton>
        </p>
      )}
    </div>
  );
}

function coverageOf({ coverage, amount }: Scholarship): string {
  if (coverage === 'full') return 'Pays the full cost';
  return amount === null ? 'Pays part of the cost' : `Pays ${formatUsd(toCents(amount))} per person`;
}

function regionsOf({ national, regions }: Scholarship): string {
  return national
    ? 'Everywhere in the United States'
    : inWords(regions.map(({ state }) => stateNames[state]));
}

function datesOf({ opensOn, closesOn }: Scholarship, isOpen: boolean): string {
  const opens = !isOpen && opensOn ? `Opens ${formatDate(opensOn, 'UTC')}` : '';
  const closes = closesOn ? `Apply by ${formatDate(closesOn, 'UTC')}` : '';
  return [opens, closes].filter(Boolean).join('. ');
}
