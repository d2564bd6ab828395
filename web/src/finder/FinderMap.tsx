import {
  type Bounds,
  type Coordinates,
  DEFAULT_RADIUS,
  filtersOf,
  formatWorkshopSearch,
  parseWorkshopSearch,
  type WorkshopList,
  type WorkshopResult,
} from '@deep-dive/shared-types';
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { ErrorBoundary } from '../components/ErrorBoundary';
import { useConfig } from '../config';
import { boundsAround } from '../map/geo/bounds';
import { MapLegend } from '../map/MapLegend';
import styles from './FinderMap.module.css';
import type { FinderState } from './state';
import { useNearViewport } from './useNearViewport';

/** Large, and of use in a browser alone: it is fetched when someone comes near. */
const WorkshopMap = lazy(() => import('../map/live/WorkshopMap'));

/** The size of /workshops.svg in its own units. */
const PICTURE = { width: 975, height: 610 };

interface FinderMapProps {
  finder: FinderState;
  /** What was found; undefined when it could not be had. */
  list: WorkshopList | undefined;
  /** The workshop that has the pointer or the focus in the list. */
  marked: Coordinates | null;
  /** Told of the bounds of the symbol that has the pointer or the focus on the map. */
  onMark: (bounds: Bounds | null) => void;
  onSearchArea: (bounds: Bounds) => void;
  /** Told of the area on the map, when the list is to follow it. */
  onFollow: (bounds: Bounds) => void;
}

/**
 * A picture of where the workshops are. When a visitor comes near, the interactive map is fetched; once it is drawn it
 * takes the picture's place. Where it can't be had, the picture stays. On paper it is always the picture.
 */
export function FinderMap({ finder, list, marked, onMark, ...searches }: FinderMapProps) {
  const { mapboxToken } = useConfig();
  const frame = useRef<HTMLDivElement>(null);
  const { isNear, isSavingData } = useNearViewport(frame);
  const [isAskedFor, setAskedFor] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const isWanted = !hasFailed && (isAskedFor || (isNear && !isSavingData));
  const onFailure = useCallback(() => setFailed(true), []);
  const filters = formatWorkshopSearch(filtersOf(finder.listed));
  const asked = formatWorkshopSearch({ ...filtersOf(finder.listed), near: finder.listed.near });
  const search = useMemo(() => parseWorkshopSearch(asked).search, [asked]);
  const viewKey = JSON.stringify(viewOf(finder, list));
  const view = useMemo(() => JSON.parse(viewKey) as ReturnType<typeof viewOf>, [viewKey]);

  return (
    <div className={styles.frame}>
      <div ref={frame} className={hasFailed ? styles.still : `${styles.still} ${styles.awaiting}`}>
        <img
          src={`/workshops.svg${filters}`}
          {...PICTURE}
          alt={`Map of the United States that shows where ${filters ? 'the workshops you filter for' : 'the workshops'} will be held.`}
          // Behind the interactive map it is fetched for those who print the page alone.
          loading={finder.growth === 'pages' && !isWanted ? undefined : 'lazy'}
          decoding="async"
          className={styles.picture}
        />
        <div className={styles.legend}>
          <MapLegend />
        </div>
        {isNear && isSavingData && !isWanted && !hasFailed && (
          <button type="button" className={styles.ask} onClick={() => setAskedFor(true)}>
            Open the interactive map
          </button>
        )}
      </div>
      {isWanted && (
        <div className={styles.live}>
          {/* Also when its code can't be fetched: the page around it stays. */}
          <ErrorBoundary onError={(error) => report(error, onFailure)}>
            <Suspense fallback={null}>
              <WorkshopMap
                search={search}
                mapboxToken={mapboxToken}
                onFailure={onFailure}
                {...view}
                marked={marked}
                onMark={onMark}
                {...searches}
              />
            </Suspense>
          </ErrorBoundary>
        </div>
      )}
    </div>
  );
}

/** Where the map looks, and the place it marks there. Where nothing was found it looks at what is suggested instead. */
export function viewOf(
  { listed: { bbox, radius = DEFAULT_RADIUS } }: FinderState,
  list: Pick<WorkshopList, 'near' | 'beyond'> | undefined,
) {
  const place = list?.near?.status === 'found' ? list.near.place : null;
  if (!place) return { searched: null, bounds: bbox ?? null };
  const { latitude, longitude, label } = place;
  const suggested = list?.beyond.flatMap(({ place }) => (isOnMap(place) ? [place] : [])) ?? [];
  const shown = suggested.length > 0 ? boundsAround([place, ...suggested]) : null;
  if (place.kind !== 'state') {
    const radiusMiles = bbox || radius === 'any' ? null : radius;
    return { searched: { latitude, longitude, radiusMiles, label }, bounds: bbox ?? shown };
  }
  if (shown && !bbox) return { searched: { latitude, longitude, radiusMiles: null, label }, bounds: shown };
  return { searched: null, bounds: bbox ?? (place.bounds && boundsAround(cornersOf(place.bounds))) };
}

function isOnMap(
  place: WorkshopResult['place'],
): place is NonNullable<WorkshopResult['place']> & Coordinates {
  return place !== null && place.latitude !== null && place.longitude !== null;
}

function cornersOf([west, south, east, north]: Bounds): Coordinates[] {
  return [
    { longitude: west, latitude: south },
    { longitude: east, latitude: north },
  ];
}

function report(error: unknown, onFailure: () => void): void {
  console.error('The interactive map failed; its picture stays:', error);
  onFailure();
}
