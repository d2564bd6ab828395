import { type GeoProjection, geoAlbersUsa, geoMercator } from 'd3-geo';

/** Size of the drawn map in its own units, the ones us-atlas's Albers files use. */
export const MAP_WIDTH = 975;
export const MAP_HEIGHT = 610;

/** Puerto Rico and the U.S. Virgin Islands, in degrees: west, south, east, north. */
const CARIBBEAN = [-67.45, 17.55, -64.4, 18.65] as const;

const mainProjection: GeoProjection = geoAlbersUsa()
  .scale(1300)
  .translate([MAP_WIDTH / 2, MAP_HEIGHT / 2]);
const caribbeanProjection: GeoProjection = geoMercator()
  .center([-65.93, 18.1])
  .scale(1650)
  .translate([898, 576]);

/** Whether a place belongs in the Puerto Rico inset. */
export function isCaribbean(longitude: number, latitude: number): boolean {
  const [west, south, east, north] = CARIBBEAN;
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

/** The projection of the Puerto Rico inset. */
export { caribbeanProjection, mainProjection };

/**
 * Where a place falls on the drawn map: the lower 48 states, with Alaska, Hawaii and Puerto Rico inset.
 * Null for places outside them (Guam, for one).
 */
export function project(longitude: number, latitude: number): [number, number] | null {
  const projection = isCaribbean(longitude, latitude) ? caribbeanProjection : mainProjection;
  return projection([longitude, latitude]);
}
