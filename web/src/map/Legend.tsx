import { colors } from './colors';
import type { Mix } from './places';

const entries: { mix: Mix; label: string }[] = [
  { mix: 'deep-dive', label: 'Deep Dive' },
  { mix: 'intro', label: 'Intro' },
  { mix: 'mixed', label: 'Both' },
];

/** What the shapes mean, and whose data the base map is made of. */
export function Legend({ withCredits }: { withCredits: boolean }) {
  return (
    <div className="workshop-map__legend">
      <ul className="workshop-map__key" aria-label="Legend">
        {entries.map(({ mix, label }) => (
          <li key={mix}>
            <Shape mix={mix} />
            {label}
          </li>
        ))}
        <li>A number counts the workshops there.</li>
      </ul>
      {withCredits && (
        <p className="workshop-map__credits">
          Map: <a href="https://maplibre.org/">MapLibre</a>. Boundaries:{' '}
          <a href="https://www.census.gov/geographies/mapping-files.html">US Census Bureau</a>,{' '}
          <a href="https://www.naturalearthdata.com/">Natural Earth</a>. Cities: ©{' '}
          <a href="https://www.geonames.org/">GeoNames</a>,{' '}
          <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>.
        </p>
      )}
    </div>
  );
}

/** The symbol of a mix, as the map draws it. */
export function Shape({ mix }: { mix: Mix }) {
  return (
    <svg className="workshop-map__shape" viewBox="-1.3 -1.3 2.6 2.6" aria-hidden="true" focusable="false">
      {mix === 'deep-dive' && <circle r="1" fill={colors.deepDive} />}
      {mix === 'intro' && <path d="M0-1.25 1.25 0 0 1.25-1.25 0z" fill={colors.intro} />}
      {mix === 'mixed' && (
        <>
          <path d="M-.08-1.1A1.1 1.1 0 0 0-.08 1.1z" fill={colors.deepDive} />
          <path d="M.08-1.25 1.25 0 .08 1.25z" fill={colors.intro} />
        </>
      )}
    </svg>
  );
}
