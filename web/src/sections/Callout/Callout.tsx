import type { CalloutSection } from '@deep-dive/shared-types';
import { ActionLink } from '../../components/ActionLink';
import { Band } from '../Band';
import type { SectionProps } from '../section';
import styles from './Callout.module.css';

/** One sentence that points somewhere else. */
export function Callout({ section: { text, action }, placement }: SectionProps<CalloutSection>) {
  return (
    <Band placement={placement}>
      <p className={styles.callout}>
        {text} <ActionLink action={action} look="link" />
      </p>
    </Band>
  );
}
