import { geoDistance } from 'd3-geo';
import { describe, expect, it } from 'vitest';
import { boundsOfCircle, circleAbout } from './circle';

const EARTH_MILES = 3958.8;

describe('circleAbout', () => {
  it.each([
    ['Denver', -104.99, 39.74, 50],
    ['Utqiaġvik, far north', -156.79, 71.29, 250],
    ['Adak, near the antimeridian', -176.65, 51.88, 250],
    ['Guam, beyond it', 144.79, 13.47, 100],
  ])('is as far from %s all around, in one piece', (_, longitude, latitude, miles) => {
    const ring = circleAbout({ longitude, latitude }, miles).coordinates[0] ?? [];
    expect(ring.length).toBeGreaterThan(60);
    for (const [lng = 0, lat = 0] of ring) {
      expect(geoDistance([longitude, latitude], [lng, lat]) * EARTH_MILES).toBeCloseTo(miles, 3);
    }
    expect(circleAbout({ longitude, latitude }, miles).type).toBe('Polygon');
    const longitudes = ring.map(([lng = 0]) => lng);
    expect(Math.max(...longitudes) - Math.min(...longitudes)).toBeLessThan(40);
  });
});

describe('boundsOfCircle', () => {
  it('holds the circle, as the map counts longitudes', () => {
    const [west, south, east, north] = boundsOfCircle({ longitude: 144.79, latitude: 13.47 }, 69);
    expect(west).toBeCloseTo(-216.2, 0);
    expect(east).toBeCloseTo(-214.2, 0);
    expect(north - south).toBeCloseTo(2, 1);
    expect((west + east) / 2).toBeCloseTo(144.79 - 360, 3);
    expect((south + north) / 2).toBeCloseTo(13.47, 2);
  });
});
