import { TILE_MAX_ZOOM, WORKSHOP_LAYER } from '@deep-dive/shared-types';
import type {
  CircleLayerSpecification,
  ExpressionSpecification,
  FillLayerSpecification,
  LineLayerSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import { colors } from '../colors';
import type { Mix } from '../counts';
import { PIN, sizes, symbolId } from './symbols';

/** The source of the workshops, and the layer that draws them. */
export const WORKSHOPS = 'workshops';
/** The source of what the finder marks: the searched place, its radius, the workshop pointed at in the list. */
export const MARKS = 'marks';

/** The closest the map comes: the base map looks coarse beyond. */
export const MAX_ZOOM = TILE_MAX_ZOOM;

type Layer<T> = Omit<T, 'source'>;

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

const isMark = (kind: string): ExpressionSpecification => ['==', ['get', 'kind'], kind];

/** The area that is searched. */
export const radiusLayer: Layer<FillLayerSpecification> = {
  id: 'radius',
  type: 'fill',
  filter: isMark('radius'),
  paint: { 'fill-color': colors.deepDive, 'fill-opacity': 0.07 },
};

export const radiusEdgeLayer: Layer<LineLayerSpecification> = {
  id: 'radius-edge',
  type: 'line',
  filter: isMark('radius'),
  paint: { 'line-color': colors.deepDive, 'line-width': 1.5, 'line-dasharray': [3, 2] },
};

/**
 * The searched place: a pin below the symbols, so that it hides none, and its name above, or beside it where symbols are
 * in the way. Where they leave no room at all it goes unnamed: the results' heading names it.
 */
export function pinLayer(font: string[]): Layer<SymbolLayerSpecification> {
  return {
    id: 'searched',
    type: 'symbol',
    filter: isMark('searched'),
    layout: {
      'icon-image': PIN,
      'icon-anchor': 'bottom',
      'icon-allow-overlap': true,
      'text-field': ['get', 'label'],
      'text-font': font,
      'text-size': 14,
      'text-variable-anchor': ['bottom', 'left', 'right', 'bottom-left', 'bottom-right', 'top'],
      // With several anchors: how far off on either side of the place, and how far above or below.
      'text-offset': [1.1, 2.5],
      'text-optional': true,
    },
    paint: { 'text-color': colors.ink, 'text-halo-color': '#fff', 'text-halo-width': 1.6 },
  };
}

/** A ring about the very place of the workshop pointed at in the list. */
export const ringLayer: Layer<CircleLayerSpecification> = {
  id: 'marked',
  type: 'circle',
  filter: isMark('marked'),
  paint: {
    'circle-radius': 7,
    'circle-color': colors.mark,
    'circle-stroke-color': colors.ink,
    'circle-stroke-width': 2.5,
  },
};

const haloRadius = bySize((i) => (sizes[i]?.radius ?? 0) + 8);
const haloColor = byMix((mix) => (mix === 'intro' ? colors.intro : colors.deepDive));

/** A soft ring about symbols of several places, which a click takes apart. */
export const haloLayer: Layer<CircleLayerSpecification> = {
  id: 'workshops-halo',
  type: 'circle',
  'source-layer': WORKSHOP_LAYER,
  filter: ['>', ['get', 'places'], 1],
  paint: { 'circle-radius': haloRadius, 'circle-color': haloColor, 'circle-opacity': 0.18 },
};

/**
 * A stronger ring about the symbol that is pointed at. It is a mark of its own since Mapbox 3.21 and later fail when a
 * source has feature states that not all of its layers read (mapbox-gl-js issue 13714).
 */
export const highlightLayer: Layer<CircleLayerSpecification> = {
  id: 'highlighted',
  type: 'circle',
  filter: isMark('highlighted'),
  paint: { 'circle-radius': haloRadius, 'circle-color': haloColor, 'circle-opacity': 0.35 },
};

/** Every symbol, and its number of workshops when there is more than one. */
export function symbolLayer(numberFont: string[]): Layer<SymbolLayerSpecification> {
  return {
    id: WORKSHOPS,
    type: 'symbol',
    'source-layer': WORKSHOP_LAYER,
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
