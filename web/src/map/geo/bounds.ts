import type { Bounds, Coordinates } from '@deep-dive/shared-types';

/** How far the map pans: from Guam to the Atlantic. Beyond the antimeridian its longitudes run on below -180. */
export const MAP_EXTENT: Bounds = [-230, -22, -35, 80];

/** How far a popup looks beyond its symbol, in degrees: a search's bounds have three decimals, and an area. */
const SLACK = 0.001;

/** A longitude as the map counts it. */
export function onMap(longitude: number): number {
  return longitude > MAP_EXTENT[2] ? longitude - 360 : longitude;
}

/** Bounds as the map counts: west is always less than east. */
export function boundsOnMap([west, south, east, north]: Bounds): Bounds {
  return [onMap(west), south, onMap(east), north];
}

/** How much more than places themselves is shown about them, so that no symbol is cut off: a share of their extent. */
const MARGIN = 0.12;

/** What shows all of these places, as the map counts; there must be one at least. Degrees (WGS 84). */
export function boundsAround(places: Coordinates[]): Bounds {
  const longitudes = places.map(({ longitude }) => onMap(longitude));
  const latitudes = places.map(({ latitude }) => latitude);
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const [wider, higher] = [(east - west) * MARGIN, (north - south) * MARGIN];
  return [west - wider, south - higher, east + wider, north + higher];
}

/** Bounds as a search has them, of what the map shows. */
export function boundsFromMap([west, south, east, north]: Bounds): Bounds {
  return [turned(west), Math.max(south, -90), turned(east), Math.min(north, 90)];
}

function turned(longitude: number): number {
  if (longitude < -180) return longitude + 360;
  return longitude > 180 ? longitude - 360 : longitude;
}

/** Bounds a little larger, rounded outwards to three decimals, as a search can have them. */
export function grown(bounds: Bounds): Bounds {
  const [west, south, east, north] = bounds;
  return boundsFromMap([down(west - SLACK), down(south - SLACK), up(east + SLACK), up(north + SLACK)]);
}

function down(degrees: number): number {
  return Math.floor(degrees * 1000) / 1000;
}

function up(degrees: number): number {
  return Math.ceil(degrees * 1000) / 1000;
}

/** How much a tile may have rounded, in degrees: about ten metres. */
const TOLERANCE = 0.0001;

/** Whether a place is inside bounds, which may cross the antimeridian; on their edge it is. */
export function isWithin([west, south, east, north]: Bounds, { longitude, latitude }: Coordinates): boolean {
  const isEast = longitude >= west - TOLERANCE;
  const isWest = longitude <= east + TOLERANCE;
  return (
    latitude >= south - TOLERANCE &&
    latitude <= north + TOLERANCE &&
    (west <= east ? isEast && isWest : isEast || isWest)
  );
}

/** Whether two bounds are the same but for rounding. */
export function isSame(a: Bounds, b: Bounds): boolean {
  return a.every((degrees, i) => Math.abs(degrees - (b[i] ?? Number.NaN)) < 2 * SLACK);
}
