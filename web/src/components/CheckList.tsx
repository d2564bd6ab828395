import type { ListItem } from '@deep-dive/shared-types';
import styles from './RichText.module.css';

/** A list of what one gets, with check marks. */
export function CheckList({ items }: { items: ListItem[] }) {
  return (
    <div className={styles.checks}>
      <ul>
        {items.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
