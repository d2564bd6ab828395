import type { Bounds, WorkshopSearch } from '@deep-dive/shared-types';
import { Component, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { type Engine, type EngineName, engineFor, hasWebGl, loadEngine } from './engines/engine';
import { MapLegend } from './MapLegend';
import { MapView } from './MapView';
import type { SearchedPlace } from './view';
import './map.css';

export interface WorkshopMapProps {
  /** Its filters tell which workshops are drawn. */
  search: WorkshopSearch;
  /** A public Mapbox token ("pk.…"), or null for MapLibre with our own base map. */
  mapboxToken: string | null;
  /** Called when no map can be shown: there is no WebGL, or the last engine failed. Show the picture and the list instead. */
  onFailure: () => void;
  /** Drawn with its radius, also when nothing is found there. Keep the object the same while the place is. */
  searched: SearchedPlace | null;
  /** What to bring into view; null for what lies about `searched`, or without that the country. */
  bounds: Bounds | null;
  /** The workshop pointed at in the list, in degrees (WGS 84). */
  marked: { latitude: number; longitude: number } | null;
  /** The pointer or the focus is on a symbol that stands for what is inside these bounds, their edge included; or on none. */
  onMark: (bounds: Bounds | null) => void;
  /** The visitor asks for the workshops in an area: what the map shows, or what is too much for a popup. */
  onSearchArea: (bounds: Bounds) => void;
}

/** The interactive map of workshops. For the browser only: it is loaded lazily and never rendered on the server. */
export default function WorkshopMap({ mapboxToken, onFailure, ...props }: WorkshopMapProps) {
  const [engineName, setEngineName] = useState<EngineName>(() => engineFor(mapboxToken));
  const reportFailure = useRef(onFailure);
  reportFailure.current = onFailure;

  // Mapbox's trouble (a token refused, its servers away) is not the visitor's: MapLibre takes over.
  const onEngineFailure = useCallback(() => {
    if (engineName === 'mapbox') setEngineName('maplibre');
    else reportFailure.current();
  }, [engineName]);
  const engine = useEngine(engineName, onEngineFailure);

  return (
    <section className="workshop-map" aria-label="Map of workshops">
      <FailureBoundary key={engineName} onFailure={onEngineFailure}>
        {engine ? (
          <MapView {...props} engine={engine} token={mapboxToken} onFailure={onEngineFailure} />
        ) : (
          <div className="workshop-map__frame">
            <p className="workshop-map__placeholder">Loading the map…</p>
          </div>
        )}
      </FailureBoundary>
      <div className="workshop-map__foot">
        <MapLegend />
        {engine?.credits && <Credits />}
      </div>
    </section>
  );
}

/** Whose data our own base map is made of. */
function Credits() {
  return (
    <p className="workshop-map__credits">
      Map: <a href="https://maplibre.org/">MapLibre</a>. Boundaries:{' '}
      <a href="https://www.census.gov/geographies/mapping-files.html">US Census Bureau</a>,{' '}
      <a href="https://www.naturalearthdata.com/">Natural Earth</a>. Cities: ©{' '}
      <a href="https://www.geonames.org/">GeoNames</a>,{' '}
      <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>.
    </p>
  );
}

function useEngine(name: EngineName, onFailure: () => void): Engine | null {
  const [engine, setEngine] = useState<Engine | null>(null);
  useEffect(() => {
    let isWanted = true;
    if (!hasWebGl()) {
      onFailure();
      return;
    }
    loadEngine(name).then(
      (loaded) => isWanted && setEngine(loaded),
      () => isWanted && onFailure(),
    );
    return () => {
      isWanted = false;
    };
  }, [name, onFailure]);
  return engine?.name === name ? engine : null;
}

/** A map that throws while rendering is a map that failed; the page around it stays. */
class FailureBoundary extends Component<
  { onFailure: () => void; children: ReactNode },
  { hasFailed: boolean }
> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override componentDidCatch() {
    this.props.onFailure();
  }

  override render() {
    return this.state.hasFailed ? null : this.props.children;
  }
}
