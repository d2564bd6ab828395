import type { QuoteSection } from '@deep-dive/shared-types';
import { Band } from '../Band';
import type { SectionProps } from '../section';
import styles from './Quote.module.css';

/** One sentence that stands out, and who said it. */
export function Quote({ section: { text, name, role }, placement }: SectionProps<QuoteSection>) {
  return (
    <Band placement={placement}>
      <figure className={styles.quote}>
        <blockquote>
          <p className={`${styles.words} keeps-lines`}>{text}</p>
        </blockquote>
        <figcaption className={styles.who}>
          <span className={styles.name}>{name}</span>
          {role && <span>, {role}</span>}
        </figcaption>
      </figure>
    </Band>
  );
}
