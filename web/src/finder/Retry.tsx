import styles from './Panel.module.css';
import { type FinderState, formId } from './state';

/** What stands in place of the results when the search failed. */
export function Retry({ finder, onRetry }: { finder: FinderState; onRetry: () => void }) {
  return (
    <div className={styles.panel}>
      <p>Something on our side did not answer. What you asked for is still in the form.</p>
      <button type="submit" form={formId(finder)} className={styles.button} onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
