import type { BannerSection } from '@deep-dive/shared-types';
import { ActionLink } from '../../components/ActionLink';
import type { SectionProps } from '../section';
import styles from './Banner.module.css';

/** A strip of colour with one message and one button. */
export function Banner({ section: { text, action } }: SectionProps<BannerSection>) {
  return (
    <section className={styles.banner}>
      <div className={styles.inner}>
        <p className={styles.text}>{text}</p>
        {action && <ActionLink action={action} look="primary" />}
      </div>
    </section>
  );
}
