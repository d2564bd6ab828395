import type { Coordinates } from '@deep-dive/shared-types';
import type { FeatureCollection, Geometry, Point } from 'geojson';
import { onMap } from '../geo/bounds';
import { circleAbout } from '../geo/circle';
import type { Spot } from './spots';
import type { SearchedPlace } from './view';

interface Marked {
  searched: SearchedPlace | null;
  /** The workshop pointed at in the list. */
  marked: Coordinates | null;
  /** The symbol that is pointed at, or stands for that workshop. */
  highlighted: Spot | null;
}

/** What is marked, as the map draws it: the searched place with its radius, a workshop's place, a symbol. */
export function marksFor({ searched, marked, highlighted }: Marked): FeatureCollection {
  const marks: FeatureCollection = { type: 'FeatureCollection', features: [] };
  const add = (kind: string, geometry: Geometry, properties = {}) =>
    marks.features.push({ type: 'Feature', properties: { ...properties, kind }, geometry });
  if (searched?.radiusMiles) add('radius', circleAbout(searched, searched.radiusMiles));
  if (searched) add('searched', pointAt(searched), { label: searched.label });
  if (highlighted) add('highlighted', pointAt(highlighted), highlighted);
  if (marked) add('marked', pointAt(marked));
  return marks;
}

function pointAt({ longitude, latitude }: Coordinates): Point {
  return { type: 'Point', coordinates: [onMap(longitude), latitude] };
}
