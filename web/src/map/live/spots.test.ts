import { TILE_MAX_ZOOM } from '@deep-dive/shared-types';
import { describe, expect, it } from 'vitest';
import { aSpot } from './fixtures';
import { isSameSpots, isWorthParting, namesOf, type Spot, spotAt, spotsOf } from './spots';

function aFeature({ longitude, latitude, ...properties }: Spot) {
  return { geometry: { type: 'Point' as const, coordinates: [longitude, latitude] }, properties };
}

const colorado = { west: -106, south: 38, east: -104, north: 41, places: 9, deepDive: 12 };

describe('spotsOf', () => {
  it('has a symbol once that two tiles have, and the largest first', () => {
    const inOtherTile = {
      ...aFeature(aSpot()),
      geometry: { type: 'Point' as const, coordinates: [-104.9901, 39.7402] },
    };
    const boston = aSpot({ longitude: -71.06, latitude: 42.36, intro: 4, name: 'Boston, MA' });
    const spots = spotsOf([aFeature(aSpot()), aFeature(boston), inOtherTile]);
    expect(spots.map(({ name }) => name)).toEqual(['Boston, MA', 'Denver, CO']);
  });

  it('reads where a symbol is, and what it stands for', () => {
    expect(spotsOf([aFeature(aSpot({ intro: 2 }))])).toEqual([aSpot({ intro: 2 })]);
    const line = {
      geometry: { type: 'LineString' as const, coordinates: [[1, 2]] },
      properties: { name: 'x' },
    };
    expect(spotsOf([line])).toEqual([{ name: 'x', longitude: 0, latitude: 0 }]);
  });

  it('has those apart that stand for other places, the largest first', () => {
    const counts = [1, 3, 2, 5, 4].map((intro, i) => aFeature(aSpot({ intro, latitude: 30 + i })));
    expect(spotsOf(counts).map(({ intro }) => intro)).toEqual([5, 4, 3, 2, 1]);
  });

  it('tells whether anything changed', () => {
    expect(isSameSpots([aSpot()], [aSpot({ deepDive: 2 })])).toBe(false);
    expect(isSameSpots([aSpot()], [aSpot({ west: -106 })])).toBe(false);
    expect(isSameSpots([aSpot()], [aSpot({ name: 'Elsewhere' })])).toBe(true);
    expect(isSameSpots([aSpot()], [aSpot()])).toBe(true);
    expect(isSameSpots([aSpot()], [aSpot({ intro: 1 })])).toBe(false);
    expect(isSameSpots([aSpot()], [])).toBe(false);
  });
});

describe('spotAt', () => {
  it('finds the symbol that stands for a place, not one that is merely near', () => {
    const cluster = aSpot({ ...colorado, longitude: -105, latitude: 39.5 });
    const nearer = aSpot({ longitude: -105.3, latitude: 40.01, name: 'Boulder, CO' });
    expect(spotAt([nearer, cluster], { longitude: -105.27, latitude: 40.01 })).toBe(cluster);
    expect(spotAt([nearer, cluster], { longitude: -71, latitude: 42 })).toBeUndefined();
  });

  it('prefers the nearest of those whose bounds overlap there', () => {
    const far = aSpot({ ...colorado, longitude: -104.2, latitude: 38.2 });
    const near = aSpot({ ...colorado, longitude: -105.2, latitude: 40 });
    const boulder = { longitude: -105.27, latitude: 40.01 };
    expect(spotAt([far, near], boulder)).toBe(near);
    expect(spotAt([near, far], boulder)).toBe(near);
    expect(spotAt([far, near], { longitude: -104.1, latitude: 38.1 })).toBe(far);
    expect(spotAt([near, { ...near }], boulder)).toBe(near);
    expect(spotAt([], boulder)).toBeUndefined();
  });
});

describe('isWorthParting', () => {
  it('takes a cluster of distant places apart', () => {
    expect(isWorthParting(aSpot(colorado), 4)).toBe(true);
    expect(isWorthParting(aSpot({ ...colorado, west: 172, east: -176 }), 4)).toBe(true);
  });

  it('lists what is one place, few workshops, too close together, or as close as the map comes', () => {
    expect(isWorthParting(aSpot({ deepDive: 400 }), 4)).toBe(false);
    expect(isWorthParting(aSpot({ ...colorado, deepDive: 3, intro: 2 }), 4)).toBe(false);
    expect(isWorthParting(aSpot({ places: 9, deepDive: 12, east: -104.98 }), 4)).toBe(false);
    expect(isWorthParting(aSpot(colorado), 11)).toBe(false);
    expect(isWorthParting(aSpot({ ...colorado, places: 1 }), 4)).toBe(false);
  });

  it('begins with the sixth workshop, and with a gap that is wider than a symbol at the closest zoom', () => {
    expect(isWorthParting(aSpot({ ...colorado, deepDive: 3, intro: 3 }), 4)).toBe(true);
    expect(isWorthParting(aSpot(colorado), TILE_MAX_ZOOM - 0.02)).toBe(true);
    expect(isWorthParting(aSpot(colorado), TILE_MAX_ZOOM - 0.01)).toBe(false);
    const symbol = (60 * 360) / 512 / 2 ** TILE_MAX_ZOOM;
    const across = (longitudes: number, latitudes: number, latitude: number) =>
      aSpot({ ...colorado, west: -106, east: -106 + longitudes, south: 38, north: 38 + latitudes, latitude });
    expect(isWorthParting(across(symbol * 1.01, 0, 40), 4)).toBe(true);
    expect(isWorthParting(across(symbol * 0.99, 0, 40), 4)).toBe(false);
    // As far north a degree of latitude is twice as high.
    expect(isWorthParting(across(0, symbol * 0.51, 60), 4)).toBe(true);
    expect(isWorthParting(across(0, symbol * 0.49, 60), 4)).toBe(false);
  });
});

describe('namesOf', () => {
  it('tells venues of one city apart', () => {
    expect(namesOf([aSpot(), aSpot({ name: 'Boston, MA' }), aSpot()])).toEqual([
      'Denver, CO (1 of 2)',
      'Boston, MA',
      'Denver, CO (2 of 2)',
    ]);
  });

  it('says when a name stands for more than its place', () => {
    expect(namesOf([aSpot(colorado), aSpot()])).toEqual(['Around Denver, CO', 'Denver, CO']);
  });
});
