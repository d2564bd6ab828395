import { WORKSHOP_LAYER } from '@deep-dive/shared-types';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PARTNER, WORKSHOP } from '../schema/uids';
import { MemoryStrapi, storedWorkshop } from '../wire/fixtures';
import { openSearch, recordChanges, searched, searchedOverview, searchedTile } from '.';
import { WorkshopTiles } from './tiles';

const WHOLE = { z: 0, x: 0, y: 0 };

let cms: MemoryStrapi;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2027-03-01T12:00:00Z') });
  cms = new MemoryStrapi();
  recordChanges(cms.strapi);
  cms.store(PARTNER, { documentId: 'p1', name: 'Codes', slug: 'codes', territory: [] });
  cms.store(WORKSHOP, storedWorkshop());
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('lists, tiles and the overview are as fresh as the database', async () => {
  await openSearch(cms.strapi);
  const counts = async () => {
    const tile = new VectorTile(
      new PbfReader(searchedTile(cms.strapi, await searched(cms.strapi), {}, WHOLE)),
    );
    const overview = searchedOverview(cms.strapi, await searched(cms.strapi), {});
    return [
      (await searched(cms.strapi)).size,
      tile.layers[WORKSHOP_LAYER]?.feature(0).properties.deepDive,
      overview.places[0]?.[2],
    ];
  };
  expect(await counts()).toEqual([1, 1, 1]);
  await cms.publish(storedWorkshop({ id: 2, documentId: 'w2' }));
  expect(await counts()).toEqual([2, 2, 2]);
});

it('tiles and the overview hold only what passes the filters', async () => {
  await openSearch(cms.strapi);
  expect(searchedTile(cms.strapi, await searched(cms.strapi), { kind: 'intro' }, WHOLE)).toHaveLength(0);
  expect(searchedOverview(cms.strapi, await searched(cms.strapi), { kind: 'intro' })).toEqual({ places: [] });
});

it('the maps that everybody sees first are ready from the start', async () => {
  const prepare = vi.spyOn(WorkshopTiles.prototype, 'prepare');
  await openSearch(cms.strapi);
  expect(prepare).toHaveBeenCalledExactlyOnceWith(
    await searched(cms.strapi),
    [{}, { kind: 'deep-dive' }, { kind: 'intro' }],
    new Date(),
  );
});
