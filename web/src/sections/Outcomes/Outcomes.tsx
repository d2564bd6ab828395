import type { OutcomesSection } from '@deep-dive/shared-types';
import { Heading } from '../../components/Heading';
import { RichText } from '../../components/RichText';
import { Band } from '../Band';
import type { SectionProps } from '../section';
import styles from './Outcomes.module.css';

/** What teachers will know and have, as lists. */
export function Outcomes({ section: { heading, groups }, placement }: SectionProps<OutcomesSection>) {
  return (
    <Band placement={placement}>
      <Heading level={placement.level} className={styles.heading}>
        {heading}
      </Heading>
      <div className={styles.groups}>
        {groups.map(({ id, lead, keyword, items }) => (
          <div key={id} className={styles.group}>
            <p className={styles.lead}>
              {lead} {keyword && <strong className={styles.keyword}>{keyword}</strong>}
            </p>
            <RichText text={items} under={placement.level} hasChecks />
          </div>
        ))}
      </div>
    </Band>
  );
}
