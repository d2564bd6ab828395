import { geoContains, geoMercator, geoPath } from 'd3-geo';
import type { FeatureCollection, Geometry } from 'geojson';
import type { LookedPlace } from '../../rules/workshop-form';
import { corners } from './corners';
import { frame } from './drawing';

/** In the drawing's own units. */
const MARGIN = 24;
/** Degrees about a place that is in none of the outlines. */
const AROUND = 2;

/** The state that a place is in, what lies around it, and where on it the place is. */
export interface PlaceOnMap {
  /** Outlines as SVG path data. */
  own: string | null;
  others: string[];
  x: number;
  y: number;
}

/** Draws a place in its state, as large as there is room for. */
export function placeOnMap(
  { longitude, latitude }: Pick<LookedPlace, 'longitude' | 'latitude'>,
  states: FeatureCollection<Geometry>,
): PlaceOnMap {
  const own = states.features.find((state) => geoContains(state, [longitude, latitude]));
  // About the place's own meridian, so that no state is cut in two where the count of degrees begins anew.
  const projection = geoMercator().rotate([-longitude, 0]);
  projection.fitExtent(
    frame(MARGIN),
    own ?? corners(longitude - AROUND, latitude - AROUND, longitude + AROUND, latitude + AROUND),
  );
  const path = geoPath(projection);
  const [x = 0, y = 0] = projection([longitude, latitude]) ?? [];
  return {
    own: own ? path(own) : null,
    others: states.features.flatMap((state) => (state === own ? [] : (path(state) ?? []))),
    x,
    y,
  };
}
