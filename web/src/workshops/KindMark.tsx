import type { WorkshopKind } from '@deep-dive/shared-types';
import styles from './KindMark.module.css';
import { kindLabels } from './labels';

/** The kind of a workshop: the shape and colour it has on the map, and the word. */
export function KindMark({ kind }: { kind: WorkshopKind }) {
  return (
    <span className={`${styles.kind} ${styles[kind]}`}>
      <svg viewBox="-1.3 -1.3 2.6 2.6" width="14" height="14" aria-hidden="true" focusable="false">
        {kind === 'deep-dive' ? <circle r="1" /> : <path d="M0-1.25 1.25 0 0 1.25-1.25 0z" />}
      </svg>
      {kindLabels[kind]}
    </span>
  );
}
