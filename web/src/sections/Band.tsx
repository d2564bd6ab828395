import type { ReactNode } from 'react';
import styles from './Band.module.css';
import type { Placement } from './outline';

interface BandProps {
  placement: Placement;
  /** An id beside the heading's own, for links that must last when the heading changes. */
  alias?: string;
  children: ReactNode;
}

/** The stretch of the page a section takes up: its background, its margins and its place for links. */
export function Band({ placement, alias, children }: BandProps) {
  return (
    <section id={placement.id} className={`${styles.band} ${styles[placement.tone]}`}>
      <div id={alias} className={styles.inner}>
        {children}
      </div>
    </section>
  );
}
