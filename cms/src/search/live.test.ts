import type { WorkshopSearch } from '@deep-dive/shared-types';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FIGURE, PARTNER, PRICING, SCHOLARSHIP, WORKSHOP } from '../schema/uids';
import { MemoryStrapi, type Row, storedWorkshop } from '../wire/fixtures';
import { recordChanges } from './change-log';
import { placeOf, places } from './fixtures';
import { type LiveIndex, openLiveIndex } from './live';

const CHANGE = 'search::change';
const NOW = Date.parse('2027-03-01T12:00:00Z');
const DAY = 24 * 3_600_000;

let cms: MemoryStrapi;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  cms = new MemoryStrapi();
  recordChanges(cms.strapi);
  cms.store(PARTNER, { documentId: 'p1', name: 'Codes', slug: 'codes', territory: [] });
  cms.store(WORKSHOP, storedWorkshop());
});
afterEach(() => {
  vi.useRealTimers();
});

const search = async (live: LiveIndex, query: WorkshopSearch = {}) =>
  (await live.current()).search(query, null, new Date()).workshops;
const titles = async (live: LiveIndex) => (await search(live)).map(({ title }) => title);
const save = (uid: string, action: string, row: Row) =>
  cms.act({ uid, action, params: { documentId: String(row.documentId) } }, () => cms.store(uid, row));

describe('what searches find', () => {
  it('is what is stored when the process starts', async () => {
    cms.store(SCHOLARSHIP, {
      documentId: 's',
      national: true,
      opensOn: null,
      closesOn: null,
      regions: [],
      publishedAt: '2027-01-01T00:00:00.000Z',
    });
    const live = await openLiveIndex(cms.strapi);
    expect(await search(live)).toMatchObject([
      { title: 'Deep Dive', hasScholarship: true, partner: { name: 'Codes', slug: 'codes' } },
    ]);
    expect((await live.current()).size).toBe(1);
  });

  it('follows workshops that are published, changed and taken down', async () => {
    const live = await openLiveIndex(cms.strapi);
    await cms.publish(storedWorkshop({ id: 2, documentId: 'w2', title: 'Second' }));
    expect(await titles(live)).toEqual(['Deep Dive', 'Second']);
    await cms.publish(storedWorkshop({ id: 3, documentId: 'w2', title: 'Changed' }));
    await cms.publish(storedWorkshop({ id: 4, documentId: 'w2', title: 'Changed again' }));
    expect(await titles(live)).toEqual(['Deep Dive', 'Changed again']);
    await save(WORKSHOP, 'unpublish', { documentId: 'w1', publishedAt: null });
    expect(await titles(live)).toEqual(['Changed again']);
  });

  it('follows private ones that can be joined, which are found nowhere else', async () => {
    const live = await openLiveIndex(cms.strapi);
    const offered = storedWorkshop({ id: 2, documentId: 'w2', visibility: 'private', joinable: true });
    const spokane = placeOf(places.spokane);
    const told = async () => {
      const { joinable } = await live.current();
      return joinable.near(spokane, 'p1', {}, new Date()).map(({ month }) => month);
    };
    expect(await told()).toEqual([]);
    await cms.publish(offered);
    expect([await told(), await titles(live)]).toEqual([['2027-03'], ['Deep Dive']]);
    for (const change of [
      { joinable: false },
      { visibility: 'public' as const },
      { visibility: 'hidden' as const },
      { availability: 'cancelled' as const },
      { placesTaken: 30 },
      { format: 'virtual' as const },
      { partner: { ...offered.partner, documentId: 'p2' } },
    ]) {
      await cms.publish({ ...offered, ...change });
      expect([change, await told()]).toEqual([change, []]);
      await cms.publish(offered);
      expect(await told()).toHaveLength(1);
    }
    await save(WORKSHOP, 'unpublish', { documentId: 'w2', publishedAt: null });
    expect(await told()).toEqual([]);
  });

  it('follows partners', async () => {
    const live = await openLiveIndex(cms.strapi);
    await save(PARTNER, 'update', { documentId: 'p1', name: 'New name', slug: 'new', territory: [] });
    expect(await search(live)).toMatchObject([{ partner: { name: 'New name', slug: 'new' } }]);
  });

  it('follows scholarships', async () => {
    const live = await openLiveIndex(cms.strapi);
    expect(await search(live, { scholarship: true })).toEqual([]);
    await save(SCHOLARSHIP, 'publish', {
      documentId: 's',
      national: true,
      opensOn: null,
      closesOn: null,
      regions: [],
      publishedAt: '2027-02-01T00:00:00.000Z',
    });
    expect(await search(live, { scholarship: true })).toHaveLength(1);
  });

  it('follows the national value, and figures that scholarships quote', async () => {
    const live = await openLiveIndex(cms.strapi);
    expect((await live.current()).valueCents).toBeNull();
    const publishedAt = '2027-02-01T00:00:00.000Z';
    await save(PRICING, 'publish', { documentId: 'v', pricePerPerson: 300, publishedAt });
    expect((await live.current()).valueCents).toBe(30000);
    await save(SCHOLARSHIP, 'publish', { documentId: 's', name: 'For {{teachers}}', publishedAt });
    const figure = { key: 'teachers', value: '5', phrase: '{value} teachers', wordingWithout: 'teachers' };
    await save(FIGURE, 'publish', { documentId: 'f', ...figure, publishedAt });
    expect((await live.current()).scholarships.map(({ name }) => name)).toEqual(['For 5 teachers']);
  });

  it('lets go of what has ended, when something changes', async () => {
    const live = await openLiveIndex(cms.strapi);
    vi.setSystemTime('2027-03-07T00:00:00Z');
    expect((await live.current()).size).toBe(1);
    await save(PARTNER, 'update', { documentId: 'p2', name: 'Other', slug: 'other', territory: [] });
    expect((await live.current()).size).toBe(0);
  });
});

describe('what is read', () => {
  const readsOf = async (what: () => Promise<unknown>): Promise<Record<string, number>> => {
    const before = { ...cms.reads };
    await what();
    return Object.fromEntries(
      [WORKSHOP, PARTNER, SCHOLARSHIP].map((uid) => [uid, (cms.reads[uid] ?? 0) - (before[uid] ?? 0)]),
    );
  };

  it('is nothing while nothing changes, and what changed only once', async () => {
    const live = await openLiveIndex(cms.strapi);
    const { version } = await live.current();
    expect(await readsOf(live.current)).toEqual({ [WORKSHOP]: 0, [PARTNER]: 0, [SCHOLARSHIP]: 0 });
    expect((await live.current()).version).toBe(version);
    await cms.publish(storedWorkshop({ id: 2, documentId: 'w2' }));
    expect(await readsOf(live.current)).toEqual({ [WORKSHOP]: 2, [PARTNER]: 0, [SCHOLARSHIP]: 0 });
    expect(await readsOf(live.current)).toEqual({ [WORKSHOP]: 0, [PARTNER]: 0, [SCHOLARSHIP]: 0 });
  });

  it('is of partners and scholarships all of them, and no workshop', async () => {
    const live = await openLiveIndex(cms.strapi);
    await save(PARTNER, 'update', { documentId: 'p2', name: 'Other', slug: 'other', territory: [] });
    expect(await readsOf(live.current)).toEqual({ [WORKSHOP]: 0, [PARTNER]: 1, [SCHOLARSHIP]: 0 });
    await save(SCHOLARSHIP, 'publish', { documentId: 's', publishedAt: null });
    expect(await readsOf(live.current)).toEqual({ [WORKSHOP]: 0, [PARTNER]: 0, [SCHOLARSHIP]: 1 });
  });

  it('is everything after more than seven days without a search: changes may be forgotten by then', async () => {
    const live = await openLiveIndex(cms.strapi);
    cms.store(WORKSHOP, storedWorkshop({ id: 2, documentId: 'w2', endsAt: '2027-12-01T00:00:00.000Z' }));
    vi.setSystemTime(NOW + 7 * DAY);
    expect(await readsOf(live.current)).toMatchObject({ [WORKSHOP]: 0 });
    vi.setSystemTime(NOW + 14 * DAY);
    expect(await readsOf(live.current)).toMatchObject({ [WORKSHOP]: 0 });
    vi.setSystemTime(NOW + 21 * DAY + 1);
    expect(await readsOf(live.current)).toEqual({ [WORKSHOP]: 2, [PARTNER]: 1, [SCHOLARSHIP]: 1 });
    expect((await live.current()).size).toBe(1);
    expect(await readsOf(live.current)).toMatchObject({ [WORKSHOP]: 0 });
  });

  it('once more, when the database did not answer', async () => {
    const live = await openLiveIndex(cms.strapi);
    await cms.publish(storedWorkshop({ id: 2, documentId: 'w2', title: 'Second' }));
    cms.onRead = (uid) => {
      if (uid === WORKSHOP) throw new Error('no answer');
    };
    await expect(live.current()).rejects.toThrow('no answer');
    cms.onRead = () => undefined;
    expect(await titles(live)).toEqual(['Deep Dive', 'Second']);
  });

  it('is not asked of a database that does not answer when everything is to be read', async () => {
    cms.onRead = (uid) => {
      if (uid === SCHOLARSHIP) throw new Error('no answer');
    };
    await expect(openLiveIndex(cms.strapi)).rejects.toThrow('no answer');
  });
});

it('changes older than eight days are forgotten at the start', async () => {
  const old = { uid: WORKSHOP, document: 'w1' };
  cms.tables[CHANGE] = [
    { ...old, id: 1, at: NOW - 8 * DAY - 2 },
    { ...old, id: 2, at: NOW - 8 * DAY - 1 },
    { ...old, id: 3, at: NOW - 8 * DAY },
  ];
  await openLiveIndex(cms.strapi);
  expect(cms.rows(CHANGE).map(({ id }) => id)).toEqual([2, 3]);
});

describe('the log', () => {
  /** Reading takes so long. */
  const taking = async (milliseconds: number): Promise<string[]> => {
    cms.onRead = (uid) => {
      if (uid === WORKSHOP) vi.setSystemTime(NOW + milliseconds);
    };
    await openLiveIndex(cms.strapi);
    return cms.said;
  };

  it('tells of a long start', async () => {
    vi.spyOn(process, 'memoryUsage').mockReturnValue({ ...process.memoryUsage(), rss: 250_400_000 });
    expect(await taking(1250)).toEqual([
      'Read 1 workshops for searching in 1.3 s; the process now takes 250 MB.',
    ]);
  });

  it('tells of a second, and of no less', async () => {
    expect(await taking(1000)).toHaveLength(1);
    cms.said.length = 0;
    expect(await taking(999)).toEqual([]);
  });
});
