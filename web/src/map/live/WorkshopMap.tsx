import { useCallback, useEffect, useRef, useState } from 'react';
import { ErrorBoundary } from '../../components/ErrorBoundary';
import { MapLegend } from '../MapLegend';
import type { Engine, EngineName } from './engines/engine';
import { engineFor, hasWebGl, loadEngine } from './engines/load';
import { MapView } from './MapView';
import type { WorkshopMapProps } from './props';
import './map.css';

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
      <ErrorBoundary key={engineName} onError={onEngineFailure}>
        {engine ? (
          <MapView {...props} engine={engine} token={mapboxToken} onFailure={onEngineFailure} />
        ) : (
          <div className="workshop-map__frame">
            <p className="workshop-map__placeholder">Loading the map…</p>
          </div>
        )}
      </ErrorBoundary>
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
