import type { ReactNode } from 'react';
import styles from './PageBody.module.css';

interface PageBodyProps {
  children: ReactNode;
  /** Stands beside the rest on wide screens, below it on narrow ones. */
  aside?: ReactNode;
}

/** What comes below the head of a page that is not made of sections. */
export function PageBody({ children, aside }: PageBodyProps) {
  if (!aside) return <div className={styles.body}>{children}</div>;
  return (
    <div className={`${styles.body} ${styles.split}`}>
      <div className={styles.main}>{children}</div>
      <div className={styles.aside}>{aside}</div>
    </div>
  );
}
