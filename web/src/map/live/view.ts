import type { Bounds } from '@deep-dive/shared-types';
import { boundsOnMap } from '../geo/bounds';
import { boundsOfCircle } from '../geo/circle';

/** A place that was searched, and how far about it. Degrees (WGS 84). */
export interface SearchedPlace {
  latitude: number;
  longitude: number;
  /** Null when any distance will do. */
  radiusMiles: number | null;
  label: string;
}

/** What a visitor can have in view at a click: west, south, east and north in degrees, as the map counts them. */
export const regions: { name: string; bounds: Bounds }[] = [
  { name: 'Lower 48', bounds: [-124.9, 24.4, -66.8, 49.5] },
  { name: 'Alaska', bounds: [-172, 52.5, -130, 71.4] },
  { name: 'Hawaii', bounds: [-160.4, 18.8, -154.7, 22.3] },
  { name: 'Puerto Rico', bounds: [-67.4, 17.6, -64.5, 18.6] },
  { name: 'Guam & Marianas', bounds: [-215.8, 13, -213.8, 15.5] },
  { name: 'American Samoa', bounds: [-171, -14.5, -169.3, -14] },
];
const lower48 = regions[0]?.bounds as Bounds;

/** How far about a place one wants to see when any distance will do, in miles. */
const WIDE_MILES = 150;

/** What belongs in view, as the map counts longitudes, in a frame this many times as wide as high. */
export function areaToShow(bounds: Bounds | null, searched: SearchedPlace | null, aspect: number): Bounds {
  if (bounds) return boundsOnMap(bounds);
  if (searched) return boundsOfCircle(searched, searched.radiusMiles ?? WIDE_MILES);
  return country(aspect);
}

/**
 * The lower 48 states, with the room that a high frame has to spare above them, where its buttons are: below there is
 * only sea, and Puerto Rico cut in half.
 */
function country(aspect: number): Bounds {
  const [west, south, east, north] = lower48;
  const top = mercator(south) + ((east - west) * Math.PI) / 180 / aspect;
  return [west, south, east, Math.max(north, (Math.atan(Math.sinh(top)) * 180) / Math.PI)];
}

/** How far north of the equator a latitude is on the map, as a longitude in radians would be wide. */
function mercator(latitude: number): number {
  return Math.asinh(Math.tan((latitude * Math.PI) / 180));
}

/**
 * The zoom to show the country at, which just fits at `zoom`. The tiles come in whole zooms: where the next is so near, a
 * sliver at the edges is worth the workshops it parts.
 */
export function partingZoom(zoom: number): number {
  return Math.ceil(zoom) - zoom < 0.1 ? Math.ceil(zoom) : zoom;
}
