import type { WorkshopFeatureCollection } from '@deep-dive/shared-types';
import { Component, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Engine, type EngineName, engineFor, hasWebGl, loadEngine } from './engines/engine';
import { Legend } from './Legend';
import { MapView } from './MapView';
import { groupByPlace } from './places';
import './map.css';

interface WorkshopMapProps {
  /** What to show, as `/workshops.geojson` gives it. Keep the object the same between renders when it has not changed. */
  workshops: WorkshopFeatureCollection;
  /** A public Mapbox token ("pk.…"), or null for MapLibre with our own base map. */
  mapboxToken: string | null;
  /** Called when no map can be shown: there is no WebGL, or the last engine failed. Show the picture and the list instead. */
  onFailure: () => void;
  /** What stands in the map's frame until it is drawn: the picture, say. */
  placeholder?: ReactNode;
}

/** The interactive map of workshops. For the browser only: it is loaded lazily and never rendered on the server. */
export default function WorkshopMap({ workshops, mapboxToken, onFailure, placeholder }: WorkshopMapProps) {
  const places = useMemo(() => groupByPlace(workshops), [workshops]);
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
          <MapView
            engine={engine}
            token={mapboxToken}
            places={places}
            onFailure={onEngineFailure}
            placeholder={placeholder}
          />
        ) : (
          <div className="workshop-map__frame">
            <div className="workshop-map__placeholder">{placeholder ?? <p>Loading the map…</p>}</div>
          </div>
        )}
      </FailureBoundary>
      <Legend withCredits={engine?.credits ?? false} />
    </section>
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
