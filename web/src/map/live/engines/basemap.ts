import type {
  ExpressionSpecification,
  GeoJSONSourceSpecification,
  Map as MapLibreMap,
  StyleSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import { colors } from '../../colors';
import { CITY_DOT } from '../symbols';
import { files } from './maplibre-files';

/** The font of the numbers on the symbols. */
export const NUMBER_FONT = 'Noto Sans SemiBold';
const LABEL_FONT = 'Noto Sans';

/** County lines fade in from this zoom; they are downloaded just before. */
export const COUNTIES_FROM_ZOOM = 4.5;
/**
 * Towns of a thousand people and more show from this zoom; they are downloaded just before. A telephone shows fifty miles
 * about a place at 6.5 or so.
 */
export const TOWNS_FROM_ZOOM = 6.25;

const CITIES = 'cities';

const isKind = (kind: string): ExpressionSpecification => ['==', ['get', 'kind'], kind];

/** Which cities show at which zoom: the larger ones from further away, and all of them before the first town. */
const cityFilter: ExpressionSpecification = [
  'all',
  isKind('city'),
  ['<=', ['get', 'rank'], ['step', ['zoom'], -1, 3, 0, 4.5, 1, 5.5, 2, TOWNS_FROM_ZOOM, 4]],
];

/** Dot and name are one symbol, so that no dot stays behind when its name finds no room. */
const cityLayer = {
  type: 'symbol',
  layout: {
    'icon-image': CITY_DOT,
    'icon-size': ['step', ['get', 'rank'], 1, 1, 0.85, 3, 0.7],
    'text-field': ['get', 'name'],
    'text-font': [LABEL_FONT],
    'text-size': ['interpolate', ['linear'], ['zoom'], 3, 11, 9, 14],
    'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
    'text-radial-offset': 0.45,
    'text-justify': 'auto',
    'symbol-sort-key': ['get', 'rank'],
  },
  paint: { 'text-color': colors.cityLabel, 'text-halo-color': colors.land, 'text-halo-width': 1.4 },
} satisfies Partial<SymbolLayerSpecification>;

/**
 * The base map as a MapLibre style: water, the neighbours, the states, and labels, all from our own server. The files
 * are made by `web/basemap/build.ts` and read in MapLibre's worker.
 */
export function basemapStyle(): StyleSpecification {
  return {
    version: 8,
    'font-faces': { [LABEL_FONT]: absolute(files.regularFont), [NUMBER_FONT]: absolute(files.semiBoldFont) },
    sources: {
      neighbours: shapes(files.neighbours, 6),
      'united-states': shapes(files.unitedStates, 9),
      labels: { type: 'geojson', data: absolute(files.labels), maxzoom: 9 },
    },
    layers: [
      { id: 'water', type: 'background', paint: { 'background-color': colors.water } },
      {
        id: 'abroad',
        type: 'fill',
        source: 'neighbours',
        filter: isKind('land'),
        paint: { 'fill-color': colors.abroad },
      },
      {
        // The two atlases disagree by a few kilometres along the borders with Canada and Mexico; this closes the gap.
        id: 'seam',
        type: 'line',
        source: 'neighbours',
        filter: isKind('seam'),
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': colors.abroad,
          'line-width': ['interpolate', ['exponential', 2], ['zoom'], 3, 2, 11, 160],
        },
      },
      {
        id: 'lakes',
        type: 'fill',
        source: 'neighbours',
        filter: isKind('lake'),
        paint: { 'fill-color': colors.water },
      },
      {
        id: 'lake-islands',
        type: 'fill',
        source: 'neighbours',
        filter: isKind('island'),
        paint: { 'fill-color': colors.abroad },
      },
      {
        id: 'abroad-borders',
        type: 'line',
        source: 'neighbours',
        filter: isKind('border'),
        paint: { 'line-color': '#d3d6d2', 'line-width': 0.8 },
      },
      {
        id: 'states',
        type: 'fill',
        source: 'united-states',
        filter: isKind('land'),
        // Coasts and borders are drawn over its edges.
        paint: { 'fill-color': colors.land, 'fill-antialias': false },
      },
      {
        id: 'borders',
        type: 'line',
        source: 'united-states',
        filter: isKind('border'),
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': colors.border,
          'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.7, 9, 2],
        },
      },
      {
        id: 'coast',
        type: 'line',
        source: 'united-states',
        filter: isKind('land'),
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': colors.coast,
          'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.8, 9, 1.6],
        },
      },
      {
        id: 'state-names',
        type: 'symbol',
        source: 'labels',
        minzoom: 2.8,
        maxzoom: 8,
        filter: isKind('state'),
        layout: {
          'text-field': [
            'step',
            ['zoom'],
            ['get', 'code'],
            4.6,
            ['case', ['<', ['get', 'size'], 4], ['get', 'code'], ['get', 'name']],
            6,
            ['get', 'name'],
          ],
          'symbol-sort-key': ['-', ['get', 'size']],
          'text-font': [NUMBER_FONT],
          'text-size': ['interpolate', ['linear'], ['zoom'], 3, 10, 4.5, 11, 7, 15],
          'text-letter-spacing': 0.12,
          'text-max-width': 7,
        },
        paint: { 'text-color': colors.stateLabel, 'text-halo-color': colors.land, 'text-halo-width': 1.2 },
      },
      { ...cityLayer, id: CITIES, source: 'labels', minzoom: 3, filter: cityFilter },
    ],
  };
}

/** Adds the county lines below the states' borders. */
export function addCounties(map: MapLibreMap): void {
  map.addSource('counties', shapes(files.counties, 9));
  map.addLayer(
    {
      id: 'counties',
      type: 'line',
      source: 'counties',
      minzoom: COUNTIES_FROM_ZOOM,
      paint: {
        'line-color': colors.county,
        'line-width': ['interpolate', ['linear'], ['zoom'], COUNTIES_FROM_ZOOM, 0.4, 9, 1.2],
        'line-opacity': ['interpolate', ['linear'], ['zoom'], COUNTIES_FROM_ZOOM, 0, 5.5, 1],
      },
    },
    'borders',
  );
}

/** Adds the towns; where there is no room for all, the larger are named. */
export function addTowns(map: MapLibreMap): void {
  map.addSource('towns', { type: 'geojson', data: absolute(files.towns), maxzoom: 9 });
  map.addLayer(
    {
      ...cityLayer,
      id: 'towns',
      source: 'towns',
      minzoom: TOWNS_FROM_ZOOM,
    },
    CITIES,
  );
}

/**
 * Areas and lines from one of our files. Leaving out what is finer than three quarters of a pixel saves a fifth of the time
 * to draw them where there is no graphics card, and can't be seen.
 */
const shapes = (url: string, maxzoom: number): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data: absolute(url),
  maxzoom,
  tolerance: 0.75,
});

/** The worker resolves addresses against its own, so it gets them whole. */
function absolute(url: string): string {
  return new URL(url, document.baseURI).href;
}
