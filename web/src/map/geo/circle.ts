import type { Bounds } from '@deep-dive/shared-types';
import { geoCircle } from 'd3-geo';
import type { Polygon, Position } from 'geojson';
import { onMap } from './bounds';

/** Mean radius of the Earth in miles. */
const EARTH_MILES = 3958.8;

/**
 * All that lies within a radius, in miles, as a polygon on the globe. Its longitudes are the map's: they run on across
 * the antimeridian.
 */
export function circleAbout(center: { longitude: number; latitude: number }, radiusMiles: number): Polygon {
  const middle = onMap(center.longitude);
  const degrees = (radiusMiles / EARTH_MILES) * (180 / Math.PI);
  const { coordinates } = geoCircle().center([middle, center.latitude]).radius(degrees).precision(4)();
  const unbroken = ([longitude = 0, latitude = 0]: Position): Position => [
    longitude + 360 * Math.round((middle - longitude) / 360),
    latitude,
  ];
  return { type: 'Polygon', coordinates: coordinates.map((ring) => ring.map(unbroken)) };
}

/** The smallest bounds about a circle, as the map counts longitudes. */
export function boundsOfCircle(center: { longitude: number; latitude: number }, radiusMiles: number): Bounds {
  const ring = circleAbout(center, radiusMiles).coordinates[0] ?? [];
  const longitudes = ring.map(([longitude = 0]) => longitude);
  const latitudes = ring.map(([, latitude = 0]) => latitude);
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}
