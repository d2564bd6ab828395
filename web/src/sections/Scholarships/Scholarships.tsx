import {
  type ScholarshipStanding,
  type ScholarshipsSection,
  scholarshipStanding,
} from '@deep-dive/shared-types';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Heading, type HeadingLevel } from '../../components/Heading';
import { RichText } from '../../components/RichText';
import { useNow } from '../../hooks/useNow';
import { useCms } from '../../queries/cms';
import { scholarshipsQuery } from '../../queries/scholarships';
import { Band } from '../Band';
import type { SectionProps } from '../section';
import { ScholarshipCard } from './ScholarshipCard';
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
