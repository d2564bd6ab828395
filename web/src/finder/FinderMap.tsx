import { formatWorkshopSearch, type WorkshopSearch } from '@deep-dive/shared-types';
import { useQuery } from '@tanstack/react-query';
import { Component, lazy, type ReactNode, Suspense, useCallback, useRef, useState } from 'react';
import { useCms } from '../cms';
import { useConfig } from '../config';
import { workshopFeaturesQuery } from '../queries/workshops';
import { countLabel } from '../workshops/labels';
import styles from './FinderMap.module.css';
import { useNearViewport } from './useNearViewport';

/** Large, and of use in a browser alone: it is fetched when someone comes near. */
const WorkshopMap = lazy(() => import('../map/WorkshopMap'));

/** The size of /workshops.svg in its own units. */
const PICTURE = { width: 975, height: 640 };

interface FinderMapProps {
  search: WorkshopSearch;
  /** How many workshops there are, for those who can't see the picture. */
  total: number;
  /** In view as soon as the page opens. */
  isFirst: boolean;
}

/**
 * A picture of where the workshops are. When a visitor comes near, the interactive map is fetched; once it is drawn it
 * takes the picture's place. Where it can't be had, the picture stays. On paper it is always the picture.
 */
export function FinderMap({ search, total, isFirst }: FinderMapProps) {
  const { page: _page, ...filters } = search;
  const { mapboxToken } = useConfig();
  const frame = useRef<HTMLDivElement>(null);
  const { isNear, isSavingData } = useNearViewport(frame);
  const [isAskedFor, setAskedFor] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const canBeLive = total > 0 && !hasFailed;
  const isWanted = canBeLive && (isAskedFor || (isNear && !isSavingData));
  const features = useQuery({ ...workshopFeaturesQuery(useCms(), filters), enabled: isWanted });
  const onFailure = useCallback(() => setFailed(true), []);

  return (
    <div className={styles.frame}>
      <div ref={frame} className={canBeLive ? `${styles.still} ${styles.awaiting}` : styles.still}>
        <img
          src={`/workshops.svg${formatWorkshopSearch(filters)}`}
          {...PICTURE}
          alt={`Map of the United States that shows where ${countLabel(total)} will be held. The list has the same workshops.`}
          loading={isFirst ? undefined : 'lazy'}
          decoding="async"
          className={styles.picture}
        />
        {canBeLive && isNear && isSavingData && !isAskedFor && (
          <button type="button" className={styles.ask} onClick={() => setAskedFor(true)}>
            Open the interactive map
          </button>
        )}
      </div>
      {isWanted && features.data && (
        <div className={styles.live}>
          <MapBoundary onFailure={onFailure}>
            <Suspense fallback={null}>
              <WorkshopMap workshops={features.data} mapboxToken={mapboxToken} onFailure={onFailure} />
            </Suspense>
          </MapBoundary>
        </div>
      )}
    </div>
  );
}

interface MapBoundaryProps {
  onFailure: () => void;
  children: ReactNode;
}

/** A map whose code can't be fetched is a map that failed; the page around it stays. */
class MapBoundary extends Component<MapBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override componentDidCatch(error: Error) {
    console.error('The interactive map failed; its picture stays:', error);
    this.props.onFailure();
  }

  override render() {
    return this.state.hasFailed ? null : this.props.children;
  }
}
