import { colors } from './colors';
import type { Mix } from './counts';
import styles from './MapLegend.module.css';

const entries: { mix: Mix; label: string }[] = [
  { mix: 'deep-dive', label: 'Deep Dive' },
  { mix: 'intro', label: 'Intro' },
  { mix: 'mixed', label: 'Both' },
];

/** What the shapes on the map and on its picture mean. */
export function MapLegend() {
  return (
    <ul className={styles.legend} aria-label="Legend">
      {entries.map(({ mix, label }) => (
        <li key={mix}>
          <Shape mix={mix} />
          {label}
        </li>
      ))}
    </ul>
  );
}

/** The symbol of a mix, as the map draws it. */
export function Shape({ mix }: { mix: Mix }) {
  return (
    <svg className={styles.shape} viewBox="-1.3 -1.3 2.6 2.6" aria-hidden="true" focusable="false">
      {mix === 'deep-dive' && <circle r="1" fill={colors.deepDive} />}
      {mix === 'intro' && <path d="M0-1.25 1.25 0 0 1.25-1.25 0z" fill={colors.intro} />}
      {mix === 'mixed' && (
        <>
          <circle r="1.25" fill={colors.deepDive} />
          <path d="M0-1.1 1.1 0 0 1.1-1.1 0z" fill={colors.intro} stroke="#fff" strokeWidth=".2" />
        </>
      )}
    </svg>
  );
}
