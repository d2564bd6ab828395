import type { Engine, EngineName } from './engine';
import { fetchAhead } from './maplibre-files';

/** Mapbox draws the map when a public token is configured, MapLibre otherwise. */
export function engineFor(mapboxToken: string | null): EngineName {
  return mapboxToken?.startsWith('pk.') ? 'mapbox' : 'maplibre';
}

/** Downloads an engine; each is a chunk of its own. Rejects when the download fails. */
export async function loadEngine(name: EngineName): Promise<Engine> {
  if (name === 'mapbox') return (await import('./mapbox')).engine;
  fetchAhead();
  return (await import('./maplibre')).engine;
}

/** Both libraries need WebGL 2. */
export function hasWebGl(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
}
