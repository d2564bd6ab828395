import styles from './PrintButton.module.css';

/** Prints the page. Without script it does not show. */
export function PrintButton() {
  return (
    <button type="button" className={styles.button} onClick={() => window.print()}>
      Print as a letter
    </button>
  );
}
