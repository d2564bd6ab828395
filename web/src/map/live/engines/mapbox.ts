import 'mapbox-gl/dist/mapbox-gl.css';
import mapbox from 'mapbox-gl';
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
};
