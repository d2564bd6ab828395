import type { Bounds } from '@deep-dive/shared-types';
import { describe, expect, it } from 'vitest';
import { boundsAround, boundsFromMap, boundsOnMap, grown, isSame, isWithin, onMap } from './bounds';

const guam = { longitude: 144.79, latitude: 13.47 };

describe('longitudes', () => {
  it('run on below -180 on the map, so that Guam is west of Hawaii', () => {
    expect(onMap(-157.86)).toBe(-157.86);
    expect(onMap(guam.longitude)).toBeCloseTo(-215.21);
  });

  it('are within [-180, 180] in a search', () => {
    expect(boundsFromMap([-215.5, 13, -130, 60])).toEqual([144.5, 13, -130, 60]);
    expect(boundsFromMap([-125, -95, -66, 95])).toEqual([-125, -90, -66, 90]);
  });

  it('stay as they are at the edges themselves', () => {
    expect([onMap(-35), onMap(-34.9)]).toEqual([-35, -394.9]);
    expect(boundsFromMap([-180, -90, 180, 90])).toEqual([-180, -90, 180, 90]);
    expect(boundsFromMap([-180.5, 0, 180.5, 1])).toEqual([179.5, 0, -179.5, 1]);
  });

  it('survive the way there and back', () => {
    const aleutians: Bounds = [172.5, 51.2, -163, 55.1];
    expect(boundsOnMap(aleutians)).toEqual([-187.5, 51.2, -163, 55.1]);
    expect(boundsFromMap(boundsOnMap(aleutians))).toEqual(aleutians);
  });
});

describe('what shows several places', () => {
  it('has room about the outermost of them', () => {
    const [west, south, east, north] = boundsAround([
      { longitude: -106, latitude: 48 },
      { longitude: -108, latitude: 45 },
      { longitude: -107, latitude: 46 },
    ]);
    expect([west, south, east, north].map((degrees) => Number(degrees.toFixed(2)))).toEqual([
      -108.24, 44.64, -105.76, 48.36,
    ]);
  });

  it('reaches over the antimeridian', () => {
    const [west, , east] = boundsAround([guam, { longitude: -157.86, latitude: 21.3 }]);
    expect(west).toBeLessThan(-215.21);
    expect(east).toBeGreaterThan(-157.86);
    expect(east - west).toBeLessThan(80);
  });
});

describe('grown', () => {
  it('gives a single place an area, rounded outwards', () => {
    const [west, south, east, north] = grown([-104.9903, 39.7392, -104.9903, 39.7392]);
    expect([west, south, east, north]).toEqual([-104.992, 39.738, -104.989, 39.741]);
  });

  it('stays a search that can be made, at the antimeridian too', () => {
    expect(grown([179.9999, 51, 179.9999, 51])).toEqual([179.998, 50.999, -179.999, 51.001]);
  });
});

describe('isWithin', () => {
  it('counts the edge, and what a tile has rounded', () => {
    expect(isWithin([144.79, 13.47, 144.79, 13.47], guam)).toBe(true);
    expect(isWithin([144.79005, 13.47, 144.79005, 13.47], guam)).toBe(true);
    expect(isWithin([144.8, 13.47, 144.9, 13.5], guam)).toBe(false);
    const denver = { latitude: 39.7392, longitude: -104.9903 };
    expect(isWithin([-104.9903, 39.7392, -104.9903, 39.7392], denver)).toBe(true);
    expect(isWithin([-104.99025, 39.7392, -104.9, 39.8], denver)).toBe(true);
    expect(isWithin([-104.9, 39.7, -104.8, 39.8], denver)).toBe(false);
  });

  it.each([
    ['west', [-106.00005, 39.5], [-106.0002, 39.5]],
    ['east', [-103.99995, 39.5], [-103.9998, 39.5]],
    ['south', [-105, 38.99995], [-105, 38.9998]],
    ['north', [-105, 40.00005], [-105, 40.0002]],
  ])('forgives no more in the %s than a tile rounds', (_, near, far) => {
    const [isNear, isFar] = [near, far].map(([longitude = 0, latitude = 0]) =>
      isWithin([-106, 39, -104, 40], { longitude, latitude }),
    );
    expect([isNear, isFar]).toEqual([true, false]);
  });

  it('looks across the antimeridian', () => {
    expect(isWithin([140, 10, -150, 60], guam)).toBe(true);
    expect(isWithin([140, 10, -150, 60], { longitude: -100, latitude: 40 })).toBe(false);
    const aleutians: Bounds = [172, 51, -165, 55];
    expect(isWithin(aleutians, { latitude: 52, longitude: 178 })).toBe(true);
    expect(isWithin(aleutians, { latitude: 52, longitude: -170 })).toBe(true);
    expect(isWithin(aleutians, { latitude: 52, longitude: -150 })).toBe(false);
  });
});

describe('isSame', () => {
  it('forgives rounding to three decimals', () => {
    expect(isSame([-105.12345, 39, -104, 40], [-105.124, 39, -104, 40])).toBe(true);
    expect(isSame([-105.2, 39, -104, 40], [-105.1, 39, -104, 40])).toBe(false);
    expect(isSame([0, 0, 0.002, 0], [0, 0, 0, 0])).toBe(false);
    expect(isSame([0, 0, 0.0019, 0], [0, 0, 0, 0])).toBe(true);
    expect(isSame([-105, 39, -104, 40], [-105, 39, -104, 41])).toBe(false);
  });
});
