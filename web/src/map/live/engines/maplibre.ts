import 'maplibre-gl/dist/maplibre-gl.css';
import * as maplibre from 'maplibre-gl';
import { Layer, Map as MapComponent, NavigationControl, Popup, Source } from 'react-map-gl/maplibre';
import { addCounties, basemapStyle, COUNTIES_FROM_ZOOM, NUMBER_FONT } from './basemap';
import type { Engine } from './engine';
import { files } from './maplibre-files';

// MapLibre guesses its worker's address from its own, which bundling changes.
maplibre.setWorkerUrl(files.worker);

/** MapLibre with our own base map: it asks nobody but our server. */
export const engine: Engine = {
  Map: MapComponent,
  Source,
  Layer,
  Popup,
  NavigationControl,
  name: 'maplibre',
  numberFont: [NUMBER_FONT],
  credits: true,
  options: () => ({ mapLib: maplibre, mapStyle: basemapStyle(), attributionControl: false }),
  prepare(map, draw) {
    map.setMissingStyleImageResolver(draw);
    const onZoom = () => {
      if (map.getZoom() < COUNTIES_FROM_ZOOM - 0.5 || !map.isStyleLoaded()) return;
      map.off('zoomend', onZoom);
      addCounties(map);
    };
    map.on('zoomend', onZoom);
  },
};
