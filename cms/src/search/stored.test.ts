import { beforeEach, describe, expect, it } from 'vitest';
import { PARTNER, PRICING, WORKSHOP } from '../schema/uids';
import { MemoryStrapi, storedWorkshop } from '../wire/fixtures';
import { readPartners, readSome, readValueCents, readWorkshops } from './stored';

const NOW = new Date('2027-03-01T12:00:00Z');
const BATCH = 10_000;
const FEWER = 500;

let cms: MemoryStrapi;
beforeEach(() => {
  cms = new MemoryStrapi();
});

const store = (...workshops: ReturnType<typeof storedWorkshop>[]) => {
  cms.tables[WORKSHOP] = workshops as unknown as Record<string, unknown>[];
};
const only = async () => (await readWorkshops(cms.strapi, NOW))[0];

describe('a stored workshop is read', () => {
  it('with what searches look at, and its summary as text', async () => {
    store(storedWorkshop());
    const { summary, ...read } = (await only()) ?? { summary: '{}' };
    expect(read).toEqual({
      id: 'w1',
      slug: 'deep-dive-spokane',
      startsAt: Date.parse('2027-03-06T17:00:00Z'),
      endsAt: Date.parse('2027-03-07T00:00:00Z'),
      kind: 'deep-dive',
      format: 'in-person',
      status: 'scheduled',
      partner: 'p1',
      days: [20270306],
      location: { latitude: 47.6, longitude: -117.4, city: 'Spokane', state: 'WA' },
      street: '1 Main',
      updatedAt: '2027-01-02T03:04:05.000Z',
    });
    expect(JSON.parse(summary)).toMatchObject({ id: 'w1', slug: 'deep-dive-spokane', capacity: 30 });
  });

  it('with its days in order, whatever order they were typed in', async () => {
    const session = (date: string) => ({ date, startTime: '09:00:00.000', endTime: '16:00:00.000' });
    store(storedWorkshop({ sessions: ['2027-03-13', '2027-03-06', '2027-03-09'].map(session) }));
    expect((await only())?.days).toEqual([20270306, 20270309, 20270313]);
  });

  it('without a location while it has no coordinates, or is virtual', async () => {
    store(
      storedWorkshop({ latitude: null }),
      storedWorkshop({ id: 2, longitude: null }),
      storedWorkshop({ id: 3, format: 'virtual', venue: null }),
      storedWorkshop({ id: 4, latitude: 0, longitude: 0 }),
    );
    const read = await readWorkshops(cms.strapi, NOW);
    expect(read.map(({ location }) => location?.latitude ?? null)).toEqual([null, null, null, 0]);
  });
});

describe('of all workshops', () => {
  it('those that are announced are read', async () => {
    store(
      storedWorkshop({ id: 1, documentId: 'announced' }),
      storedWorkshop({ id: 2, documentId: 'over', endsAt: NOW.toISOString() }),
      storedWorkshop({ id: 3, documentId: 'private', visibility: 'private' }),
      { ...storedWorkshop({ id: 4, documentId: 'draft' }), publishedAt: null as unknown as string },
      storedWorkshop({ id: 5, documentId: 'cancelled', availability: 'cancelled' }),
    );
    const ids = (await readWorkshops(cms.strapi, NOW)).map(({ id }) => id);
    expect(ids).toEqual(['announced', 'cancelled']);
    const some = await readSome(cms.strapi, ['over', 'private', 'draft', 'cancelled', 'gone'], NOW);
    expect(some.map(({ id }) => id)).toEqual(['cancelled']);
  });

  it('they are read in batches, each once', async () => {
    const numbers = Array.from({ length: BATCH + 1 }, (_, index) => BATCH + 1 - index);
    store(...numbers.map((id) => storedWorkshop({ id, documentId: `${id}` })));
    const read = await readWorkshops(cms.strapi, NOW);
    expect(read).toHaveLength(BATCH + 1);
    expect(new Set(read.map(({ id }) => id)).size).toBe(BATCH + 1);
    expect(cms.reads[WORKSHOP]).toBe(2);
  });

  it('there may be none', async () => {
    expect(await readWorkshops(cms.strapi, NOW)).toEqual([]);
    expect(cms.reads[WORKSHOP]).toBe(1);
  });

  it.each([
    [0, 0],
    [1, 1],
    [FEWER, 1],
    [FEWER + 1, 2],
  ])('%i that changed are asked for in batches: %i', async (count, batches) => {
    store(storedWorkshop({ documentId: `${count - 1}` }));
    const ids = Array.from({ length: count }, (_, index) => `${index}`);
    const read = await readSome(cms.strapi, ids, NOW);
    expect(read.map(({ id }) => id)).toEqual(count === 0 ? [] : [`${count - 1}`]);
    expect(cms.reads[WORKSHOP] ?? 0).toBe(batches);
  });
});

it('partners are read with where they serve and what visitors may know of them', async () => {
  const contact = {
    documentId: 'p1',
    name: 'Codes',
    slug: 'codes',
    contactName: 'Ada',
    email: 'ada@example.org',
    phone: null,
    website: null,
    costNote: null,
  };
  const territory = [{ state: 'WA', zips: null }];
  const terms = { discounts: [{ percentOff: 20 }], groupPrices: [{ minimumPeople: 5, pricePerPerson: 200 }] };
  cms.tables[PARTNER] = [{ ...contact, id: 7, note: 'Pays late', territory, ...terms }];
  expect(await readPartners(cms.strapi)).toEqual([{ ...contact, territory, ...terms }]);
});

it('the value of a place is read in cents, once it is published', async () => {
  expect(await readValueCents(cms.strapi)).toBeNull();
  cms.tables[PRICING] = [{ pricePerPerson: 250, publishedAt: null }];
  expect(await readValueCents(cms.strapi)).toBeNull();
  cms.tables[PRICING].push({ pricePerPerson: 299.99, publishedAt: '2027-01-01T00:00:00.000Z' });
  expect(await readValueCents(cms.strapi)).toBe(29999);
});
