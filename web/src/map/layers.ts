import type {
  CircleLayerSpecification,
  ExpressionSpecification,
  GeoJSONSourceSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import { colors } from './colors';
import type { Mix } from './places';
import { sizes, symbolId } from './symbols';

/** The source of the workshops, and the layer that draws them. */
export const WORKSHOPS = 'workshops';
/** The ring about clusters, and about whatever the pointer is on. */
const HALO = 'workshops-halo';

/** The closest the map comes: the base map looks coarse beyond. */
export const MAX_ZOOM = 11;

type Layer<T> = Omit<T, 'source'>;

/** Clusters count workshops, not places, so they sum the places' counts. At the closest zoom too: neighbours never overlap. */
export const workshopSource: Omit<GeoJSONSourceSpecification, 'data'> = {
  type: 'geojson',
  cluster: true,
  clusterRadius: 44,
  clusterMaxZoom: MAX_ZOOM,
  maxzoom: MAX_ZOOM + 1,
  clusterProperties: {
    deepDive: ['+', ['get', 'deepDive']],
    intro: ['+', ['get', 'intro']],
    top: ['max', ['get', 'top']],
  },
};

const total: ExpressionSpecification = ['+', ['get', 'deepDive'], ['get', 'intro']];

/** Picks a value by the number of workshops, as `sizes` does. */
function bySize<T extends string | number>(pick: (index: number) => T): ExpressionSpecification {
  const steps = sizes.slice(1).flatMap(({ from }, i) => [from, pick(i + 1)]);
  return ['step', total, pick(0), ...steps] as ExpressionSpecification;
}

function byMix<T>(pick: (mix: Mix) => T): ExpressionSpecification {
  return [
    'case',
    ['==', ['get', 'intro'], 0],
    pick('deep-dive'),
    ['==', ['get', 'deepDive'], 0],
    pick('intro'),
    pick('mixed'),
  ] as ExpressionSpecification;
}

/** A soft ring about clusters, which a click takes apart; stronger under the pointer. */
export const haloLayer: Layer<CircleLayerSpecification> = {
  id: HALO,
  type: 'circle',
  paint: {
    'circle-radius': bySize((i) => (sizes[i]?.radius ?? 0) + 8),
    'circle-color': byMix((mix) => (mix === 'intro' ? colors.intro : colors.deepDive)),
    'circle-opacity': [
      'case',
      ['boolean', ['feature-state', 'hover'], false],
      0.4,
      ['has', 'point_count'],
      0.18,
      0,
    ],
  },
};

/** Every place and cluster: its symbol, and its number of workshops when there is more than one. */
export function symbolLayer(numberFont: string[]): Layer<SymbolLayerSpecification> {
  return {
    id: WORKSHOPS,
    type: 'symbol',
    layout: {
      'icon-image': byMix((mix) => bySize((i) => symbolId(mix, i))),
      'icon-allow-overlap': true,
      'text-field': [
        'case',
        ['<', total, 2],
        '',
        ['<', total, 1000],
        ['to-string', total],
        ['concat', ['to-string', ['/', ['round', ['/', total, 100]], 10]], 'k'],
      ],
      'text-font': numberFont,
      'text-size': bySize((i) => 11 + i),
      'text-allow-overlap': true,
    },
    paint: { 'text-color': '#fff' },
  };
}
