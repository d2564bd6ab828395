import { WORKSHOP_LAYER, type WorkshopSpot } from '@deep-dive/shared-types';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { describe, expect, it, vi } from 'vitest';
import { NOW, partners, places, scholarship, workshop } from './fixtures';
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

const layerOf = (tile: Buffer) => new VectorTile(new PbfReader(tile)).layers[WORKSHOP_LAYER];

/** What a reader of vector tiles finds. */
function read(tile: Buffer): { id: number | undefined; properties: WorkshopSpot }[] {
  const layer = layerOf(tile);
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

describe('a tile', () => {
  it('is what maps read, in the units they are told', () => {
    const layer = layerOf(new WorkshopTiles().tile(index, {}, { z: 0, x: 0, y: 0 }, NOW));
    expect(layer).toMatchObject({ version: 2, extent: 4096, name: WORKSHOP_LAYER });
    expect(layer?.feature(0).type).toBe(1);
  });

  it('has what lies on its western and northern edge, and the next one what lies on the others', () => {
    const corner = indexOf(workshop({ id: 'a', location: { ...places.guam, latitude: 0, longitude: 0 } }));
    const count = (x: number, y: number) =>
      read(new WorkshopTiles().tile(corner, {}, { z: 1, x, y }, NOW)).length;
    expect([count(0, 0), count(1, 0), count(0, 1), count(1, 1)]).toEqual([0, 0, 0, 1]);
  });

  it('gathers many places, named by the one with the most workshops, with the bounds of all', () => {
    const at = (city: string, latitude: number, longitude: number) => ({
      city,
      state: 'KS',
      latitude,
      longitude,
    });
    const spots = [
      at('One', 38.1, -98.2),
      at('Two', 38.3, -98.1),
      at('Three', 38.2, -98.4),
      at('Four', 38.0, -98.3),
    ];
    const count = [1, 3, 2, 1];
    const plains = indexOf(
      ...spots.flatMap((location, spot) =>
        Array.from({ length: count[spot] ?? 0 }, (_, number) =>
          workshop({ id: `${spot} ${number}`, location, kind: number === 1 ? 'intro' : 'deep-dive' }),
        ),
      ),
    );
    const tile = new WorkshopTiles().tile(plains, {}, { z: 0, x: 0, y: 0 }, NOW);
    expect(read(tile).map(({ properties }) => properties)).toEqual([
      { deepDive: 5, intro: 2, places: 4, name: 'Two, KS', west: -98.4, south: 38, east: -98.1, north: 38.3 },
    ]);
  });
});

describe('a symbol', () => {
  /** Spread over the lower 48 states, the same each time. */
  const spread = Array.from({ length: 300 }, (_, number) => ({
    city: `Town ${number}`,
    state: 'KS',
    latitude: Number((26 + ((number * 0.618034) % 1) * 22).toFixed(4)),
    longitude: Number((-124 + ((number * 0.414214) % 1) * 56).toFixed(4)),
  }));
  const country = indexOf(...spread.map((location) => workshop({ id: location.city, location })));
  const tiles = new WorkshopTiles();

  it.each([0, 1, 2, 3, 4, 5, 6])(
    'at zoom %i stands at one of its places, on land as they are, and once, whichever tile that is in',
    (z) => {
      let sum = 0;
      const strays: string[] = [];
      for (let x = 0; x < 2 ** z; x++)
        for (let y = 0; y < 2 ** z; y++) {
          const layer = layerOf(tiles.tile(country, {}, { z, x, y }, NOW));
          for (let item = 0; item < (layer?.length ?? 0); item++) {
            const feature = layer?.feature(item);
            const { geometry, properties } = feature?.toGeoJSON(x, y, z) ?? {};
            sum += Number(properties?.deepDive);
            const [longitude = 0, latitude = 0] = geometry?.type === 'Point' ? geometry.coordinates : [];
            const slack = 360 / 2 ** z / 4096;
            const isAt = (place: (typeof spread)[number]) =>
              Math.abs(place.longitude - longitude) < slack && Math.abs(place.latitude - latitude) < slack;
            if (!spread.some(isAt)) strays.push(`${longitude},${latitude}: ${properties?.places} places`);
          }
        }
      expect(sum).toBe(spread.length);
      expect(strays).toEqual([]);
    },
  );
});

describe('gathering', () => {
  const END = NOW.getTime() + 1000;
  const changing = () => indexOf(workshop({ id: 'a', endsAt: END }), workshop({ id: 'b', kind: 'intro' }));
  const later = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);

  it('is done once for a set of filters, wherever and however a search looks', () => {
    const counted = changing();
    const count = vi.spyOn(counted, 'countsByLocation');
    const tiles = new WorkshopTiles();
    tiles.tile(counted, {}, { z: 0, x: 0, y: 0 }, NOW);
    tiles.tile(counted, { near: 'Seattle', page: 2 }, { z: 3, x: 1, y: 2 }, later(999));
    tiles.overview(counted, { bbox: [0, 0, 1, 1] }, NOW);
    expect(count).toHaveBeenCalledTimes(1);
    tiles.overview(counted, { kind: 'intro' }, NOW);
    expect(count).toHaveBeenCalledTimes(2);
    expect(count).toHaveBeenLastCalledWith({ kind: 'intro' }, NOW);
  });

  it('is done again after a change, when a workshop has ended, and when a scholarship opens', () => {
    const counted = changing();
    counted.scholarships = [scholarship({ opensOn: '2027-03-02' })];
    const count = vi.spyOn(counted, 'countsByLocation');
    const tiles = new WorkshopTiles();
    const times = (now: Date) => {
      tiles.overview(counted, {}, now);
      return count.mock.calls.length;
    };
    expect([times(NOW), times(later(999))]).toEqual([1, 1]);
    expect([times(later(1000)), times(later(1001))]).toEqual([2, 2]);
    counted.remove('a');
    expect([times(later(1001)), times(later(1001))]).toEqual([3, 3]);
    expect([times(later(86_400_000)), times(later(86_400_000))]).toEqual([4, 4]);
  });

  it('can be done before anyone asks', () => {
    const counted = changing();
    const tiles = new WorkshopTiles();
    tiles.prepare(counted, [{}, { kind: 'intro' }], NOW);
    const count = vi.spyOn(counted, 'countsByLocation');
    tiles.overview(counted, {}, NOW);
    tiles.overview(counted, { kind: 'intro' }, NOW);
    expect(count).not.toHaveBeenCalled();
  });

  it('is kept for eight sets of filters; the one that has not been used for longest makes room', () => {
    const counted = changing();
    const tiles = new WorkshopTiles();
    const filters = Array.from({ length: 9 }, (_, day) => ({ from: `2027-03-0${day + 1}` }));
    const ask = (number: number) => tiles.overview(counted, filters[number] ?? {}, NOW);
    for (let number = 0; number < 8; number++) ask(number);
    ask(0);
    ask(8);
    const count = vi.spyOn(counted, 'countsByLocation');
    for (const number of [0, 2, 3, 4, 5, 6, 7, 8]) ask(number);
    expect(count).not.toHaveBeenCalled();
    ask(1);
    expect(count).toHaveBeenCalledTimes(1);
  });
});

describe('the map’s overview', () => {
  it('sums what a picture of the whole country can’t part at one of its places, and keeps the rest where it is', () => {
    const { places: found } = new WorkshopTiles().overview(index, {}, NOW);
    const { bellevue, honolulu } = places;
    expect(found).toEqual([
      [expect.closeTo(bellevue.longitude, 2), expect.closeTo(bellevue.latitude, 2), 2, 1],
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
