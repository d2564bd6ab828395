import 'mapbox-gl/dist/mapbox-gl.css';
import mapbox, { type GeoJSONSource } from 'mapbox-gl';
import * as bindings from 'react-map-gl/mapbox';
import type { Engine } from './engine';

/** Mapbox's own light style; it needs a token. */
const STYLE = 'mapbox://styles/mapbox/light-v11';

/** The bindings and options as MapLibre's types: the two libraries agree on everything the map uses. */
const shared = bindings as unknown as Pick<
  Engine,
  'Map' | 'Source' | 'Layer' | 'Popup' | 'NavigationControl'
>;

/** Mapbox with its own style. */
export const engine: Engine = {
  Map: shared.Map,
  Source: shared.Source,
  Layer: shared.Layer,
  Popup: shared.Popup,
  NavigationControl: shared.NavigationControl,
  name: 'mapbox',
  numberFont: ['DIN Pro Bold', 'Arial Unicode MS Bold'],
  credits: false,
  options: (token) =>
    ({
      mapLib: mapbox,
      mapboxAccessToken: token,
      mapStyle: STYLE,
      projection: 'mercator',
    }) as unknown as ReturnType<Engine['options']>,
  prepare(map, draw) {
    map.on('styleimagemissing', ({ id }) => draw(id));
  },
  expansionZoom: (map, sourceId, clusterId) =>
    answer((callback) => source(map, sourceId).getClusterExpansionZoom(clusterId, callback)),
  async clusterMembers(map, sourceId, clusterId, limit) {
    const members = await answer<GeoJSON.Feature[]>((callback) =>
      source(map, sourceId).getClusterLeaves(clusterId, limit, 0, callback),
    );
    return members.map(({ id }) => Number(id));
  },
};

function source(map: Parameters<Engine['prepare']>[0], id: string): GeoJSONSource {
  return map.getSource(id) as unknown as GeoJSONSource;
}

/** Turns a question answered by callback into a promise. */
function answer<T>(ask: (callback: (error?: Error | null, result?: T | null) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    ask((error, result) => {
      if (result === undefined || result === null)
        reject(error ?? new Error('The map gave no answer about a cluster.'));
      else resolve(result);
    });
  });
}
