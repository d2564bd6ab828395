import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithin } from '../map/geo/bounds';
import { markOf, positionOf, roundOutwards } from './item-marks';

const denver = { latitude: 39.7392, longitude: -104.9903 };

it('reads the position an item carries', () => {
  expect(positionOf(markOf(denver))).toEqual(denver);
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
          isWithin(roundOutwards([longitude, latitude, longitude, latitude]), { latitude, longitude }),
        ).toBe(true);
      }),
    );
  });
});
