import 'maplibre-gl/dist/maplibre-gl.css';
import * as maplibre from 'maplibre-gl';
import { Layer, Map as MapComponent, NavigationControl, Popup, Source } from 'react-map-gl/maplibre';
import {
  addCounties,
  addTowns,
  basemapStyle,
  COUNTIES_FROM_ZOOM,
  NUMBER_FONT,
  TOWNS_FROM_ZOOM,
} from './basemap';
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
    let waiting = [
      { zoom: COUNTIES_FROM_ZOOM - 0.5, add: addCounties },
      { zoom: TOWNS_FROM_ZOOM - 0.5, add: addTowns },
    ];
    const addWhatIsDue = () => {
      const isDue = ({ zoom }: { zoom: number }) => map.getZoom() >= zoom;
      for (const { add } of waiting.filter(isDue)) add(map);
      waiting = waiting.filter((each) => !isDue(each));
    };
    map.on('load', addWhatIsDue);
    map.on('zoomend', () => {
      if (map.isStyleLoaded()) addWhatIsDue();
    });
  },
};
