import { type Bounds, TILE_MAX_ZOOM, type WorkshopSpot } from '@deep-dive/shared-types';
import type { MapGeoJSONFeature } from 'react-map-gl/maplibre';
import { totalOf } from '../counts';
import { boundsOnMap, isWithin } from '../geo/bounds';

/** A symbol the map shows: a place, or several too close to part. Degrees are as the tiles have them. */
export interface Spot extends WorkshopSpot {
  longitude: number;
  latitude: number;
}

/** Places closer than this are one symbol, in CSS pixels: the tiles' cluster radius. */
const PARTING = 60;
/** A popup lists this many workshops at once, wherever they are. */
const FEW = 5;
/** CSS pixels in a degree of longitude at the closest zoom. */
const PIXELS_PER_DEGREE = (512 * 2 ** TILE_MAX_ZOOM) / 360;

type Feature = Pick<MapGeoJSONFeature, 'geometry' | 'properties'>;

/** Reads a symbol's feature, as the engine reports it. */
export function spotOf({ geometry, properties }: Feature): Spot {
  const [longitude = 0, latitude = 0] = geometry.type === 'Point' ? geometry.coordinates : [];
  return { ...(properties as WorkshopSpot), longitude, latitude };
}

/** The bounds of the places it stands for. */
export function boundsOf({ west, south, east, north }: Spot): Bounds {
  return [west, south, east, north];
}

/** Each symbol once, though neighbouring tiles both have it, and those with the most workshops first. */
export function spotsOf(features: Feature[]): Spot[] {
  const spots = new Map<string, Spot>();
  for (const feature of features) {
    const spot = spotOf(feature);
    spots.set(keyOf(spot), spot);
  }
  return [...spots.values()].sort((a, b) => totalOf(b) - totalOf(a));
}

/** Tells symbols apart. */
export function keyOf(spot: Spot): string {
  return boundsOf(spot).join();
}

/** Whether two lists of symbols would look the same. */
export function isSameSpots(a: Spot[], b: Spot[]): boolean {
  const text = (spots: Spot[]) =>
    JSON.stringify(spots.map((spot) => [keyOf(spot), spot.deepDive, spot.intro]));
  return text(a) === text(b);
}

/** The symbol that stands for the workshops at a place: of those whose bounds hold it, the nearest. */
export function spotAt(spots: Spot[], place: { longitude: number; latitude: number }): Spot | undefined {
  const away = (spot: Spot) => Math.hypot(spot.longitude - place.longitude, spot.latitude - place.latitude);
  return spots
    .filter((spot) => isWithin(boundsOf(spot), place))
    .reduce<Spot | undefined>((best, spot) => (best && away(best) <= away(spot) ? best : spot), undefined);
}

/** Whether a closer look takes it apart, and is worth it: otherwise its workshops are listed. */
export function isWorthParting(spot: Spot, zoom: number): boolean {
  if (spot.places === 1 || totalOf(spot) <= FEW || zoom >= TILE_MAX_ZOOM - 0.01) return false;
  const [west, south, east, north] = boundsOnMap(boundsOf(spot));
  const stretch = 1 / Math.cos((spot.latitude * Math.PI) / 180);
  return Math.max(east - west, (north - south) * stretch) * PIXELS_PER_DEGREE > PARTING;
}

/** What to call the symbols in a list: those of one name are numbered. */
export function namesOf(spots: Spot[]): string[] {
  const names = spots.map(({ places, name }) => (places > 1 ? `Around ${name}` : name));
  const count = (name: string, until = names.length) =>
    names.slice(0, until).filter((other) => other === name).length;
  return names.map((name, i) =>
    count(name) > 1 ? `${name} (${count(name, i) + 1} of ${count(name)})` : name,
  );
}
