import type { Bounds } from '@deep-dive/shared-types';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithin, markOf, positionOf, roundOutwards } from './marks';

const denver = { latitude: 39.7392, longitude: -104.9903 };

it('reads the position an item carries', () => {
  expect(positionOf(markOf(denver))).toEqual(denver);
});

describe('isWithin', () => {
  it('counts the edge, and what rounding took off it', () => {
    expect(isWithin(denver, [-104.9903, 39.7392, -104.9903, 39.7392])).toBe(true);
    expect(isWithin(denver, [-104.99025, 39.7392, -104.9, 39.8])).toBe(true);
    expect(isWithin(denver, [-104.9, 39.7, -104.8, 39.8])).toBe(false);
  });

  it('knows bounds that cross the antimeridian', () => {
    const aleutians: Bounds = [172, 51, -165, 55];
    expect(isWithin({ latitude: 52, longitude: 178 }, aleutians)).toBe(true);
    expect(isWithin({ latitude: 52, longitude: -170 }, aleutians)).toBe(true);
    expect(isWithin({ latitude: 52, longitude: -150 }, aleutians)).toBe(false);
  });
});

describe('roundOutwards', () => {
  it('makes bounds no smaller, and stays on the globe', () => {
    expect(roundOutwards([-104.99049, 39.7392, -104.9, 39.81111])).toEqual([
      -104.991, 39.739, -104.9, 39.812,
    ]);
    expect(roundOutwards([-180.0001, -90.1, 180.0001, 90.1])).toEqual([-180, -90, 180, 90]);
  });

  it('holds everything that was inside', () => {
    const degrees = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true });
    fc.assert(
      fc.property(degrees(180), degrees(90), (longitude, latitude) => {
        expect(
          isWithin({ latitude, longitude }, roundOutwards([longitude, latitude, longitude, latitude])),
        ).toBe(true);
      }),
    );
  });
});
