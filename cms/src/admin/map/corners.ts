import type { Feature, MultiPoint } from 'geojson';

/** The corners of an area in degrees, to be fitted into a drawing. */
export const corners = (west: number, south: number, east: number, north: number): Feature<MultiPoint> => ({
  type: 'Feature',
  properties: {},
  geometry: {
    type: 'MultiPoint',
    coordinates: [
      [west, south],
      [east, north],
    ],
  },
});
