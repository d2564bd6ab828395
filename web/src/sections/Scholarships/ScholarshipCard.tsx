import { type Scholarship, type ScholarshipStanding, stateNames } from '@deep-dive/shared-types';
import { Heading, type HeadingLevel } from '../../components/Heading';
import { LinkButton } from '../../components/LinkButton';
import { safeHref } from '../../hrefs';
import { inWords } from '../../partners/territory';
import { coverageWords, deadlineWords, seatsWords, standingWords } from '../../workshops/scholarship-words';
import styles from './ScholarshipCard.module.css';

interface ScholarshipCardProps {
  scholarship: Scholarship;
  level: HeadingLevel;
  standing: ScholarshipStanding;
}

/** One scholarship: who gives it to whom, and how to apply. */
export function ScholarshipCard({ scholarship, level, standing }: ScholarshipCardProps) {
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
