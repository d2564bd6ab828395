import { WORKSHOP_LAYER, type WorkshopSpot } from '@deep-dive/shared-types';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { describe, expect, it } from 'vitest';
import { NOW, partners, places, workshop } from './fixtures';
import type { IndexedWorkshop } from './indexed';
import { WorkshopTiles } from './tiles';
import { WorkshopIndex } from './workshop-index';

const indexOf = (...workshops: IndexedWorkshop[]): WorkshopIndex => {
  const index = new WorkshopIndex(workshops);
  index.partners = partners;
  return index;
};

const index = indexOf(
  workshop({ id: 'a', location: places.seattle }),
  workshop({ id: 'b', location: places.seattle, kind: 'intro', endsAt: NOW.getTime() + 1 }),
  workshop({ id: 'c', location: places.bellevue }),
  workshop({ id: 'd', location: places.honolulu }),
  workshop({ id: 'e', location: null, format: 'virtual' }),
);

/** What a reader of vector tiles finds. */
function read(tile: Buffer): { id: number | undefined; properties: WorkshopSpot }[] {
  const layer = new VectorTile(new PbfReader(tile)).layers[WORKSHOP_LAYER];
  if (!layer) return [];
  return Array.from({ length: layer.length }, (_, item) => {
    const { id, properties } = layer.feature(item);
    return { id, properties: properties as unknown as WorkshopSpot };
  });
}

describe('the map’s tiles', () => {
  it('gather places that are close, and name them by the one with the most workshops', () => {
    const spots = read(new WorkshopTiles().tile(index, {}, { z: 0, x: 0, y: 0 }, NOW));
    const { seattle, bellevue, honolulu } = places;
    expect(spots.map(({ properties }) => properties)).toEqual([
      {
        deepDive: 2,
        intro: 1,
        places: 2,
        name: 'Seattle, WA',
        west: seattle.longitude,
        south: bellevue.latitude,
        east: bellevue.longitude,
        north: seattle.latitude,
      },
      {
        deepDive: 1,
        intro: 0,
        places: 1,
        name: 'Honolulu, HI',
        west: honolulu.longitude,
        south: honolulu.latitude,
        east: honolulu.longitude,
        north: honolulu.latitude,
      },
    ]);
    expect(new Set(spots.map(({ id }) => id)).size).toBe(2);
    for (const { id } of spots) expect(Number.isInteger(id)).toBe(true);
  });

  it('part them closer by, and hold only what passes the filters', () => {
    const closer = { z: 9, x: 82, y: 178 };
    const count = (search: object) => read(new WorkshopTiles().tile(index, search, closer, NOW)).length;
    expect(count({})).toBe(2);
    expect(count({ kind: 'intro' })).toBe(1);
    expect(count({ kind: 'intro', near: 'Honolulu, HI', page: 2 })).toBe(1);
  });

  it('are empty where there is nothing', () => {
    expect(new WorkshopTiles().tile(index, {}, { z: 5, x: 31, y: 31 }, NOW)).toHaveLength(0);
    expect(new WorkshopTiles().tile(indexOf(), {}, { z: 0, x: 0, y: 0 }, NOW)).toHaveLength(0);
  });

  it('follow changes and the end of a workshop', () => {
    const tiles = new WorkshopTiles();
    const changing = indexOf(workshop({ id: 'a' }), workshop({ id: 'b', endsAt: NOW.getTime() + 1000 }));
    const deepDives = (now: Date) =>
      read(tiles.tile(changing, {}, { z: 0, x: 0, y: 0 }, now)).map(({ properties }) => properties.deepDive);
    expect(deepDives(NOW)).toEqual([2]);
    expect(deepDives(new Date(NOW.getTime() + 1000))).toEqual([1]);
    changing.put(workshop({ id: 'c' }));
    expect(deepDives(new Date(NOW.getTime() + 1000))).toEqual([2]);
    changing.remove('a');
    expect(deepDives(new Date(NOW.getTime() + 1000))).toEqual([1]);
  });
});

describe('the map’s overview', () => {
  it('sums what a picture of the whole country can’t part, and keeps the rest where it is', () => {
    const { places: found } = new WorkshopTiles().overview(index, {}, NOW);
    const { seattle, bellevue, honolulu } = places;
    const between = (a: number, b: number) => expect.closeTo((a + b) / 2, 1);
    expect(found).toEqual([
      [between(seattle.longitude, bellevue.longitude), between(seattle.latitude, bellevue.latitude), 2, 1],
      [expect.closeTo(honolulu.longitude, 2), expect.closeTo(honolulu.latitude, 2), 1, 0],
    ]);
  });

  it('holds only what passes the filters', () => {
    expect(new WorkshopTiles().overview(index, { kind: 'intro' }, NOW).places).toEqual([
      [expect.closeTo(places.seattle.longitude, 2), expect.closeTo(places.seattle.latitude, 2), 0, 1],
    ]);
    expect(new WorkshopTiles().overview(indexOf(), {}, NOW).places).toEqual([]);
  });
});
