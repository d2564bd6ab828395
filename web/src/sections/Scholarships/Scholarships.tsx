import {
  type Scholarship,
  type ScholarshipStanding,
  type ScholarshipsSection,
  scholarshipStanding,
  stateNames,
} from '@deep-dive/shared-types';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Heading, type HeadingLevel } from '../../components/Heading';
import { LinkButton } from '../../components/LinkButton';
import { RichText } from '../../components/RichText';
import { useNow } from '../../hooks/useNow';
import { safeHref } from '../../hrefs';
import { inWords } from '../../partners/territory';
import { useCms } from '../../queries/cms';
import { scholarshipsQuery } from '../../queries/scholarships';
import { coverageWords, deadlineWords, seatsWords, standingWords } from '../../workshops/scholarship-words';
import { Band } from '../Band';
import type { SectionProps } from '../section';
import styles from './Scholarships.module.css';

/** Those one can apply for come first. */
const ORDER: ScholarshipStanding[] = ['open', 'upcoming', 'full', 'closed'];

/** The scholarships there are: who gives them to whom, where, how many are left, and how to apply. */
export function Scholarships({ section: { heading, body }, placement }: SectionProps<ScholarshipsSection>) {
  const { data, dataUpdatedAt } = useSuspenseQuery(scholarshipsQuery(useCms()));
  const now = new Date(useNow(dataUpdatedAt));
  const scholarships = data
    .map((scholarship) => ({ scholarship, standing: scholarshipStanding(scholarship, now) }))
    .sort((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing));
  const isNoneOpen = !scholarships.some(({ standing }) => standing === 'open');
  return (
    <Band placement={placement}>
      <Heading level={placement.level} className={styles.heading}>
        {heading}
      </Heading>
      {body && <RichText text={body} under={placement.level} className={styles.body} />}
      {isNoneOpen && (
        <p className={styles.none}>
          No scholarships are open right now. Your Regional Partner may know of other help with the cost.
        </p>
      )}
      {scholarships.length > 0 && (
        <ul className={styles.list}>
          {scholarships.map(({ scholarship, standing }) => (
            <li key={`${scholarship.sponsor} ${scholarship.name}`}>
              <ScholarshipCard
                scholarship={scholarship}
                level={(placement.level + 1) as HeadingLevel}
                standing={standing}
              />
            </li>
          ))}
        </ul>
      )}
    </Band>
  );
}

interface ScholarshipCardProps {
  scholarship: Scholarship;
  level: HeadingLevel;
  standing: ScholarshipStanding;
}

function ScholarshipCard({ scholarship, level, standing }: ScholarshipCardProps) {
  const { name, sponsor, eligibility, howToApply, applyUrl } = scholarship;
  const href = standing === 'open' ? safeHref(applyUrl) : null;
  const seats = seatsWords(scholarship);
  const dates = deadlineWords(scholarship, standing);
  const mark = standingWords[standing];
  return (
    <div className={`${styles.card} ${standing === 'open' ? '' : styles.notOpen}`}>
      <p className={styles.marks}>
        {mark && <span className={styles.standing}>{mark}</span>}
        <span className={styles.coverage}>{coverageWords(scholarship)}</span>
      </p>
      <Heading level={level}>{name}</Heading>
      <p className={styles.sponsor}>From {sponsor}</p>
      <dl className={styles.facts}>
        <dt>Who can have it</dt>
        <dd>{eligibility}</dd>
        <dt>Where</dt>
        <dd>{regionsOf(scholarship)}</dd>
        {seats && (
          <>
            <dt>How many</dt>
            <dd>{seats}</dd>
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
      {href && (
        <p className={styles.apply}>
          <LinkButton href={href} look="primary">
            Apply<span className="visually-hidden"> for {name}</span>
          </LinkButton>
        </p>
      )}
    </div>
  );
}

function regionsOf({ national, regions }: Scholarship): string {
  return national
    ? 'Everywhere in the United States'
    : inWords(regions.map(({ state }) => stateNames[state]));
}
