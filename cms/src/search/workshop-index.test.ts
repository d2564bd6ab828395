import { ASIDE_SIZE, FEED_LIMIT, PAGE_SIZE, RADII, type WorkshopSearch } from '@deep-dive/shared-types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { milesBetween } from '../places';
import { NOW, near, partners, places, scholarship, summaryOf, workshop } from './fixtures';
import { dayNumber, type IndexedWorkshop, type Location } from './indexed';
import { WorkshopIndex } from './workshop-index';

const { seattle, bellevue, portland, honolulu, guam } = places;

function indexOf(...workshops: IndexedWorkshop[]): WorkshopIndex {
  const index = new WorkshopIndex(workshops);
  index.partners = partners;
  return index;
}

const found = (
  index: WorkshopIndex,
  search: WorkshopSearch,
  place: Parameters<WorkshopIndex['search']>[1] = null,
  now = NOW,
) => index.search(search, place, now).workshops.map(({ id }) => id);

describe('the workshops that are listed', () => {
  it('are all of them, the soonest first; of those that start together, by id', () => {
    const index = indexOf(
      workshop({ id: 'later', startsAt: Date.parse('2027-03-20T17:00:00Z') }),
      workshop({ id: 'b' }),
      workshop({ id: 'a' }),
      workshop({ id: 'online', format: 'virtual', location: null, startsAt: NOW.getTime() }),
    );
    expect(index.search({}, null, NOW)).toMatchObject({ total: 4, page: 1, pageCount: 1, virtual: null });
    expect(found(index, {})).toEqual(['online', 'a', 'b', 'later']);
  });

  it('are not the cancelled ones, which only the feed tells of', () => {
    const index = indexOf(workshop({ id: 'a' }), workshop({ id: 'off', status: 'cancelled' }));
    expect(found(index, {})).toEqual(['a']);
    expect(index.feed({}, null, NOW).workshops.map(({ id }) => id)).toEqual(['a', 'off']);
  });

  it('stay until their last session ends', () => {
    const index = indexOf(workshop({ id: 'a' }));
    expect(found(index, {}, null, new Date('2027-03-11T23:59:59Z'))).toEqual(['a']);
    expect(found(index, {}, null, new Date('2027-03-12T00:00:00Z'))).toEqual([]);
    index.removeEnded(new Date('2027-03-11T23:59:59Z'));
    expect(index.size).toBe(1);
    index.removeEnded(new Date('2027-03-12T00:00:00Z'));
    expect(index.size).toBe(0);
  });

  it('come with their partner as it is called now, and not at all when there is no such partner', () => {
    const index = indexOf(workshop({ id: 'a' }));
    index.partners = [{ documentId: 'p1', name: 'New name', slug: 'new', discounts: [], groupPrices: [] }];
    expect(index.search({}, null, NOW).workshops[0]?.partner).toEqual({ name: 'New name', slug: 'new' });
    index.partners = [];
    expect(found(index, {})).toEqual([]);
  });
});

describe('the filters', () => {
  it.each<[string, WorkshopSearch, Partial<IndexedWorkshop>, boolean]>([
    ['kind', { kind: 'intro' }, { kind: 'deep-dive' }, false],
    ['format', { format: 'hybrid' }, { format: 'hybrid' }, true],
    ['another format', { format: 'in-person' }, { format: 'hybrid' }, false],
    ['seats left', { available: true }, { status: 'full' }, false],
    ['a partner', { partner: 'oregon-teaches' }, { partner: 'p2' }, true],
    ['another partner', { partner: 'oregon-teaches' }, { partner: 'p1' }, false],
    ['an unknown partner', { partner: 'nobody' }, {}, false],
    ['from its day on', { from: '2027-03-11' }, {}, true],
    ['until its day', { to: '2027-03-11' }, {}, true],
    ['from the day after', { from: '2027-03-12' }, {}, false],
    ['until the day before', { to: '2027-03-10' }, {}, false],
    ['New Year’s Eve', { from: '2027-12-31', to: '2027-12-31' }, { days: [20271231, 20280101] }, true],
    ['New Year', { from: '2028-01-01' }, { days: [20271231, 20280101] }, true],
    ['between two sessions', { from: '2027-03-12', to: '2027-03-17' }, { days: [20270311, 20270318] }, false],
    [
      'a session between two others',
      { from: '2027-03-12', to: '2027-03-17' },
      { days: [20270311, 20270314, 20270318] },
      true,
    ],
  ])('%s', (_, search, fields, passes) => {
    expect(found(indexOf(workshop({ id: 'a', ...fields })), search)).toEqual(passes ? ['a'] : []);
  });

  it('scholarships are those open today, where they can be used', () => {
    const index = indexOf(
      workshop({ id: 'a' }),
      workshop({ id: 'b', location: portland }),
      workshop({ id: 'c', location: null, format: 'virtual' }),
    );
    const terms = scholarship({ national: false, regions: [{ state: 'OR' }], opensOn: '2027-03-02' });
    index.scholarships = [terms];
    expect(found(index, { scholarship: true })).toEqual([]);
    const tomorrow = new Date(NOW.getTime() + 86_400_000);
    expect(found(index, { scholarship: true }, null, tomorrow)).toEqual(['b']);
    index.scholarships = [{ ...terms, national: true }];
    const { workshops } = index.search({ scholarship: true }, null, tomorrow);
    expect(workshops.map(({ hasScholarship }) => hasScholarship)).toEqual([true, true, true]);
    index.scholarships = [scholarship({ seats: 5, seatsTaken: 5 })];
    expect(found(index, { scholarship: true })).toEqual([]);
  });

  it('whoever looks near a place can use its scholarships for a virtual one', () => {
    const index = indexOf(workshop({ id: 'online', location: null, format: 'virtual' }));
    index.scholarships = [scholarship({ national: false, regions: [{ state: 'OR' }] })];
    const from = (place: Location | null) => {
      const list = index.search({ scholarship: true }, place && near(place), NOW);
      return [list.virtual?.total ?? list.total, list.virtual?.workshops[0]?.hasScholarship];
    };
    expect(from(portland)).toEqual([1, true]);
    expect(from(seattle)).toEqual([0, undefined]);
    expect(from(null)).toEqual([0, undefined]);
  });
});

describe('what a place costs', () => {
  const priceOf = (index: WorkshopIndex) => index.search({}, null, NOW).workshops[0]?.price;
  const index = indexOf(workshop({ id: 'a' }));

  it('follows from the workshop, the partner’s terms and the national value', () => {
    expect(priceOf(index)).toEqual({
      perPersonCents: null,
      reason: 'Puget Codes',
      whose: 'partner',
      group: null,
    });
    index.valueCents = 30000;
    const groupPrices = [{ id: 1, minimumPeople: 10, pricePerPerson: 50 }];
    index.partners = partners.map((partner) => ({ ...partner, groupPrices }));
    expect(priceOf(index)).toMatchObject({ group: { minimumPeople: 10, perPersonCents: 5000 } });
    index.valueCents = 4000;
    expect(priceOf(index)).toMatchObject({ group: null });
  });

  it('is of the day: a discount has a last one', () => {
    index.valueCents = 30000;
    const discount = {
      id: 1,
      name: 'Early bird',
      percentOff: 20,
      dollarsOff: null,
      minimumPeople: null,
      lastDay: '2027-03-01',
      forEveryone: true,
      conditions: null,
    };
    index.partners = partners.map((partner) => ({ ...partner, discounts: [discount] }));
    expect(priceOf(index)).toMatchObject({ perPersonCents: 24000, reason: 'Early bird' });
    const tomorrow = new Date(NOW.getTime() + 86_400_000);
    expect(index.search({}, null, tomorrow).workshops[0]?.price.perPersonCents).toBeNull();
  });
});

describe('by its address', () => {
  it('a workshop is found until it ends, moves or is taken out', () => {
    const index = indexOf(workshop({ id: 'a', slug: 'first' }));
    expect(index.summaryAt('first', NOW)).toMatchObject({ id: 'a', partner: { slug: 'puget-codes' } });
    expect(index.summaryAt('first', new Date('2027-03-12T00:00:00Z'))).toBeNull();
    index.put(workshop({ id: 'a', slug: 'second' }));
    expect([index.summaryAt('first', NOW), index.summaryAt('second', NOW)?.id]).toEqual([null, 'a']);
    index.remove('a');
    expect(index.summaryAt('second', NOW)).toBeNull();
    index.put(workshop({ id: 'b', slug: 'third', partner: 'nobody' }));
    expect(index.summaryAt('third', NOW)).toBeNull();
  });

  it('another that has taken it over stays when the first goes', () => {
    const index = indexOf(workshop({ id: 'a', slug: 'same' }), workshop({ id: 'b', slug: 'same' }));
    const first = index.summaryAt('same', NOW)?.id === 'a' ? 'b' : 'a';
    index.remove(first);
    expect(index.summaryAt('same', NOW)).not.toBeNull();
  });
});

describe('near a place', () => {
  const index = indexOf(
    workshop({ id: 'seattle', startsAt: Date.parse('2027-03-20T17:00:00Z') }),
    workshop({ id: 'bellevue', location: bellevue }),
    workshop({ id: 'portland', location: portland, startsAt: NOW.getTime() }),
    workshop({ id: 'honolulu', location: honolulu, format: 'hybrid' }),
    workshop({ id: 'online', location: null, format: 'virtual' }),
  );

  it('are those within the radius, with their distance; the virtual ones come besides', () => {
    const list = index.search({}, near(seattle), NOW);
    expect(list.workshops.map(({ id, distanceMiles }) => [id, distanceMiles])).toEqual([
      ['bellevue', 6.3],
      ['seattle', 0],
    ]);
    expect(list.virtual).toMatchObject({ total: 1, workshops: [{ id: 'online', distanceMiles: null }] });
    expect(list.beyond).toEqual([]);
  });

  it('the radius reaches as far as it says', () => {
    expect(found(index, { radius: 100 }, near(seattle))).not.toContain('portland');
    expect(found(index, { radius: 250 }, near(seattle))).toContain('portland');
    expect(found(index, { radius: 'any' }, near(seattle))).toContain('honolulu');
    expect(found(index, { radius: 'any' }, near(seattle))).not.toContain('online');
  });

  it('nearest first when asked', () => {
    const search: WorkshopSearch = { radius: 'any', sort: 'distance' };
    expect(found(index, search, near(seattle))).toEqual(['seattle', 'bellevue', 'portland', 'honolulu']);
    expect(found(index, { sort: 'distance' })).toEqual(found(index, {}));
  });

  it('the three nearest beyond when there is none', () => {
    const { beyond, total } = index.search({ radius: 10 }, near(guam), NOW);
    expect(total).toBe(0);
    expect(beyond.map(({ id }) => id)).toEqual(['honolulu', 'seattle', 'bellevue']);
    expect(beyond[0]?.distanceMiles).toBeGreaterThan(3000);
    expect(index.search({ radius: 10, partner: 'nobody' }, near(guam), NOW).beyond).toEqual([]);
  });

  it('a state has those held in it, at no distance; beyond are the nearest to its middle, with the miles', () => {
    const washington = index.search({ sort: 'distance', radius: 10 }, near(portland, 'state'), NOW);
    expect(washington.workshops.map(({ id, distanceMiles }) => [id, distanceMiles])).toEqual([
      ['portland', null],
    ]);
    const inGuam = index.search({}, near(guam, 'state'), NOW);
    expect(inGuam.total).toBe(0);
    expect(inGuam.beyond.map(({ id }) => id)).toEqual(['honolulu', 'seattle', 'bellevue']);
    expect(inGuam.beyond[0]?.distanceMiles).toBeGreaterThan(3000);
  });

  it('virtual ones are the same everywhere', () => {
    for (const place of [near(seattle), near(guam), near(guam, 'state')]) {
      const list = index.search({ format: 'virtual', sort: 'distance' }, place, NOW);
      expect(list).toMatchObject({ total: 1, virtual: null, beyond: [], workshops: [{ id: 'online' }] });
    }
  });

  it('virtual ones are those of now: put, changed and removed ones at once', () => {
    const index = indexOf(workshop({ id: 'a', location: seattle }));
    const virtual = () => index.search({}, near(seattle), NOW).virtual;
    expect(virtual()).toEqual({ total: 0, workshops: [] });
    index.put(workshop({ id: 'online', location: null, format: 'virtual' }));
    expect(virtual()).toMatchObject({ total: 1, workshops: [{ id: 'online' }] });
    index.put(workshop({ id: 'before', location: null, format: 'virtual', startsAt: NOW.getTime() }));
    expect(virtual()).toMatchObject({ total: 2, workshops: [{ id: 'before' }, { id: 'online' }] });
    index.remove('online');
    expect(virtual()).toMatchObject({ total: 1, workshops: [{ id: 'before' }] });
    index.put(workshop({ id: 'before', location: seattle }));
    expect(virtual()).toEqual({ total: 0, workshops: [] });
    index.put(workshop({ id: 'online', location: null, format: 'virtual' }));
    index.partners = [];
    expect(virtual()).toEqual({ total: 0, workshops: [] });
  });

  it('virtual ones come besides an area of the map too', () => {
    const list = index.search({ bbox: [-125, 45, -120, 49] }, null, NOW);
    expect(list.virtual).toMatchObject({ total: 1, workshops: [{ id: 'online', distanceMiles: null }] });
    expect(index.search({ bbox: [-125, 45, -120, 49], format: 'virtual' }, null, NOW).virtual).toBeNull();
  });

  it('who asks for another format gets no virtual ones besides', () => {
    expect(index.search({ format: 'in-person' }, near(seattle), NOW).virtual).toBeNull();
  });

  it('a place that was not found has none, but the virtual ones', () => {
    const list = index.search({}, { status: 'unknown-zip', zip: '00000', didYouMean: [] }, NOW);
    expect(list).toMatchObject({ total: 0, pageCount: 0, workshops: [], beyond: [], virtual: { total: 1 } });
  });

  it('the feed has the virtual ones among the others, soonest first', () => {
    const feed = index.feed({ near: 'Seattle' }, near(seattle), NOW);
    expect(feed.workshops.map(({ id }) => id)).toEqual(['bellevue', 'online', 'seattle']);
    const inPerson = index.feed({ near: 'Seattle', format: 'in-person' }, near(seattle), NOW);
    expect(inPerson.workshops.map(({ id }) => id)).toEqual(['bellevue', 'seattle']);
  });
});

describe('an area of the map', () => {
  const index = indexOf(
    workshop({ id: 'seattle' }),
    workshop({ id: 'honolulu', location: honolulu }),
    workshop({ id: 'guam', location: guam }),
    workshop({ id: 'online', location: null, format: 'virtual' }),
  );

  it('takes the place of the radius; a place then only gives distances', () => {
    const list = index.search({ bbox: [-123, 47, -122, 48], near: 'x', radius: 10 }, near(honolulu), NOW);
    expect(list.workshops.map(({ id }) => id)).toEqual(['seattle']);
    expect(list.workshops[0]?.distanceMiles).toBeGreaterThan(2600);
    expect(list.virtual?.total).toBe(1);
    const elsewhere = index.search({ bbox: [0, 0, 1, 1] }, near(honolulu), NOW);
    expect(elsewhere).toMatchObject({ total: 0, beyond: [] });
    expect(found(index, { bbox: [-123, 47, -122, 48] }, { status: 'outside-us', text: 'x' })).toEqual([
      'seattle',
    ]);
  });

  it('may cross the antimeridian', () => {
    expect(found(index, { bbox: [140, 10, -150, 30] })).toEqual(['guam', 'honolulu']);
    expect(found(index, { bbox: [-150, 10, 140, 60] })).toEqual(['seattle']);
  });
});

describe('pages', () => {
  const many = Array.from({ length: 45 }, (_, number) =>
    workshop({
      id: String(number).padStart(2, '0'),
      location: { ...seattle, latitude: seattle.latitude + Math.floor(number / 3) / 1000 },
    }),
  );
  const index = indexOf(...many.toReversed());

  it.each<[string, WorkshopSearch]>([
    ['by date', {}],
    ['by distance', { sort: 'distance' }],
  ])('%s hold every workshop once', (_, search) => {
    const pages = [1, 2, 3].map((page) => found(index, { ...search, page }, near(seattle)));
    expect(pages.map((page) => page.length)).toEqual([PAGE_SIZE, PAGE_SIZE, 5]);
    expect(pages.flat()).toEqual(many.map(({ id }) => id));
  });

  it.each(['date', 'distance'] as const)('beyond the end are empty, by %s', (sort) => {
    const list = index.search({ sort, page: 100_000 }, near(seattle), NOW);
    expect(list).toMatchObject({ total: 45, page: 100_000, pageCount: 3, workshops: [], beyond: [] });
  });

  it('the feed has one, with a limit', () => {
    const crowd = indexOf(
      ...Array.from({ length: FEED_LIMIT + 5 }, (_, number) => workshop({ id: `${number}` })),
    );
    const { total, workshops } = crowd.feed({}, null, NOW);
    expect([total, workshops.length]).toEqual([FEED_LIMIT + 5, FEED_LIMIT]);
  });
});

describe('changes', () => {
  it('show at once: a new date, another place, taken down, there again', () => {
    const index = indexOf(workshop({ id: 'a' }), workshop({ id: 'b' }));
    index.put(workshop({ id: 'a', startsAt: Date.parse('2027-04-01T17:00:00Z'), location: guam }));
    expect(found(index, {})).toEqual(['b', 'a']);
    expect(found(index, {}, near(guam))).toEqual(['a']);
    index.remove('b');
    index.remove('b');
    expect(found(index, {})).toEqual(['a']);
    index.put(workshop({ id: 'b' }));
    expect(found(index, {})).toEqual(['b', 'a']);
  });

  it('count what is listed at each place', () => {
    const index = indexOf(
      workshop({ id: 'a' }),
      workshop({ id: 'b', kind: 'intro' }),
      workshop({ id: 'c', status: 'cancelled' }),
      workshop({ id: 'd', location: guam }),
      workshop({ id: 'e', location: null, format: 'virtual' }),
    );
    const { locations, firstEnd } = index.countsByLocation({}, NOW);
    expect(locations).toEqual([
      { ...seattle, deepDive: 1, intro: 1 },
      { ...guam, deepDive: 1, intro: 0 },
    ]);
    expect(firstEnd).toBe(workshop({ id: '' }).endsAt);
  });
});

describe('the version', () => {
  it('is another after everything that changes what is found, and the same after anything else', () => {
    const index = indexOf(workshop({ id: 'a' }));
    const changes = (what: () => void): boolean => {
      const before = index.version;
      what();
      return index.version !== before;
    };
    expect(changes(() => index.put(workshop({ id: 'b' })))).toBe(true);
    expect(changes(() => index.remove('b'))).toBe(true);
    expect(changes(() => index.remove('b'))).toBe(false);
    expect(changes(() => index.removeEnded(NOW))).toBe(false);
    expect(changes(() => index.removeEnded(new Date('2028-01-01')))).toBe(true);
    expect(changes(() => index.search({}, near(seattle), NOW))).toBe(false);
    expect(
      changes(() => {
        index.partners = [];
      }),
    ).toBe(true);
    expect(
      changes(() => {
        index.scholarships = [];
      }),
    ).toBe(true);
    expect(
      changes(() => {
        index.valueCents = 30000;
      }),
    ).toBe(true);
  });

  it('never comes again', () => {
    const index = indexOf();
    const versions = Array.from({ length: 5 }, (_, number) => {
      if (number % 2) index.remove('a');
      else index.put(workshop({ id: 'a' }));
      return index.version;
    });
    expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b));
  });
});

it('partners can be asked for', () => {
  expect(indexOf().partners).toEqual(partners);
});

it('a list tells which page it is, and of how many', () => {
  const index = indexOf(...Array.from({ length: PAGE_SIZE + 1 }, (_, id) => workshop({ id: `${id}` })));
  expect(index.search({ page: 2 }, null, NOW)).toMatchObject({
    total: PAGE_SIZE + 1,
    page: 2,
    pageSize: PAGE_SIZE,
    pageCount: 2,
    virtual: null,
  });
});

it('a feed tells the street, and when each was last published', () => {
  const updatedAt = '2027-02-03T04:05:06.000Z';
  const index = indexOf(workshop({ id: 'a', street: '1 Main', updatedAt }));
  expect(index.feed({}, null, NOW)).toEqual({
    total: 1,
    workshops: [
      {
        ...summaryOf({ id: 'a' }),
        street: '1 Main',
        updatedAt,
        hasScholarship: false,
        price: { perPersonCents: null, reason: 'Puget Codes', whose: 'partner', group: null },
        partner: { name: 'Puget Codes', slug: 'puget-codes' },
      },
    ],
  });
});

it('virtual ones with a scholarship are those of the day: tomorrow it may be open', () => {
  const index = indexOf(workshop({ id: 'online', location: null, format: 'virtual' }));
  index.scholarships = [scholarship({ opensOn: '2027-03-02' })];
  const total = (now: Date) => index.search({ scholarship: true }, near(seattle), now).virtual?.total;
  expect(total(NOW)).toBe(0);
  expect(total(new Date(NOW.getTime() + 86_400_000))).toBe(1);
});

describe('where there is none', () => {
  const index = indexOf(
    workshop({ id: 'a', location: honolulu }),
    workshop({ id: 'b', location: portland }),
    workshop({ id: 'c', location: guam, kind: 'intro' }),
    workshop({ id: 'd', location: bellevue, status: 'cancelled' }),
    workshop({ id: 'e', location: { ...guam, latitude: guam.latitude + 1 } }),
    workshop({ id: 'online', location: null, format: 'virtual' }),
  );
  const beyond = (search: WorkshopSearch) =>
    index.search(search, near(seattle), NOW).beyond.map(({ id }) => id);

  it('the three nearest that pass the filters are told of', () => {
    expect(beyond({ radius: 10 })).toEqual(['b', 'a', 'e']);
    expect(beyond({ radius: 10, kind: 'intro' })).toEqual(['c']);
    expect(beyond({ radius: 10, format: 'hybrid' })).toEqual([]);
  });

  it('but not on another page than those there are', () => {
    expect(beyond({ radius: 'any', page: 2 })).toEqual([]);
  });
});

const degrees = (min: number, max: number) =>
  fc.integer({ min: min * 1000, max: max * 1000 }).map((thousandths) => thousandths / 1000);
const location = fc
  .tuple(degrees(15, 70), fc.oneof(degrees(-130, -115), degrees(140, 179), degrees(-179, -150)))
  .map(([latitude, longitude]): Location => {
    const state = longitude > 0 ? 'GU' : longitude < -140 ? 'HI' : latitude > 45 ? 'WA' : 'OR';
    return { city: 'Somewhere', state, latitude, longitude };
  });
const date = fc.integer({ min: 1, max: 28 }).map((day) => `2027-03-${String(day).padStart(2, '0')}`);
const orNone = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const anyWorkshop = fc
  .record({
    id: fc.integer({ min: 0, max: 40 }).map(String),
    startsAt: fc.integer({ min: -3, max: 3 }).map((hours) => NOW.getTime() + hours * 3_600_000),
    hours: fc.integer({ min: 1, max: 4 }),
    kind: fc.constantFrom('intro' as const, 'deep-dive' as const),
    format: fc.constantFrom('in-person' as const, 'virtual' as const, 'hybrid' as const),
    status: fc.constantFrom('scheduled' as const, 'full' as const, 'cancelled' as const),
    partner: fc.constantFrom('p1', 'p2', 'gone'),
    days: fc.uniqueArray(date, { minLength: 1, maxLength: 4 }),
    location,
  })
  .map(({ hours, ...fields }) =>
    workshop({
      ...fields,
      endsAt: fields.startsAt + hours * 3_600_000,
      days: fields.days.map(dayNumber).sort(),
      location: fields.format === 'virtual' ? null : fields.location,
    }),
  );

const anySearch = fc
  .record({
    radius: orNone(fc.constantFrom(...RADII, 'any' as const)),
    bbox: orNone(
      fc
        .tuple(location, location)
        .filter(([a, b]) => a.latitude !== b.latitude && a.longitude !== b.longitude)
        .map(([a, b]): [number, number, number, number] => [
          a.longitude,
          Math.min(a.latitude, b.latitude),
          b.longitude,
          Math.max(a.latitude, b.latitude),
        ]),
    ),
    dates: fc.tuple(orNone(date), orNone(date)),
    kind: orNone(fc.constantFrom('intro' as const, 'deep-dive' as const)),
    format: orNone(fc.constantFrom('in-person' as const, 'virtual' as const, 'hybrid' as const)),
    scholarship: orNone(fc.constant(true as const)),
    available: orNone(fc.constant(true as const)),
    partner: orNone(fc.constantFrom('puget-codes', 'nobody')),
    sort: orNone(fc.constantFrom('date' as const, 'distance' as const)),
    page: orNone(fc.integer({ min: 1, max: 3 })),
  })
  .map(({ dates: [from, to], ...search }): WorkshopSearch => ({ ...search, from, to }));

const anyPlace = fc.option(fc.tuple(location, fc.constantFrom('city' as const, 'state' as const)));

/** Said anew, workshop by workshop: what a search is for. */
function isAskedFor(
  each: IndexedWorkshop,
  search: WorkshopSearch,
  place: [Location, string] | null,
): boolean {
  const { bbox, radius = 50, kind, format, available, partner, from, to } = search;
  if (each.status === 'cancelled' || each.endsAt <= NOW.getTime() || each.partner === 'gone') return false;
  if ((kind && each.kind !== kind) || (format && each.format !== format)) return false;
  if (available && each.status === 'full') return false;
  if (search.scholarship && (each.location ?? place?.[0])?.state !== 'OR') return false;
  if (partner && partners.find(({ slug }) => slug === partner)?.documentId !== each.partner) return false;
  const [first, last] = [dayNumber(from ?? '2000-01-01'), dayNumber(to ?? '2100-01-01')];
  if (!each.days.some((day) => day >= first && day <= last)) return false;
  if (format === 'virtual' || (!place && !bbox)) return true;
  if (!each.location) return false;
  const { latitude, longitude, state } = each.location;
  if (bbox) {
    const [west, south, east, north] = bbox;
    const [afterWest, beforeEast] = [longitude >= west, longitude <= east];
    return (
      latitude >= south &&
      latitude <= north &&
      (west <= east ? afterWest && beforeEast : afterWest || beforeEast)
    );
  }
  if (!place) return true;
  if (place[1] === 'state') return state === place[0].state;
  return radius === 'any' || milesBetween(place[0], each.location) <= radius;
}

it('whatever is stored, changed and asked for, a search finds what going through them one by one finds', () => {
  fc.assert(
    fc.property(
      fc.array(anyWorkshop, { maxLength: 60 }),
      fc.array(anyWorkshop, { maxLength: 20 }),
      fc.array(anyWorkshop, { maxLength: 10 }),
      anySearch,
      anyPlace,
      (first, changed, removed, search, place) => {
        const stored = new Map(first.map((each) => [each.id, each]));
        const index = indexOf(...stored.values());
        index.scholarships = [scholarship({ national: false, regions: [{ state: 'OR' }] })];
        for (const each of changed) {
          index.put(each);
          stored.set(each.id, each);
        }
        for (const { id } of removed) {
          index.remove(id);
          stored.delete(id);
        }
        const byDistance = search.sort === 'distance' && place?.[1] === 'city' && search.format !== 'virtual';
        const miles = ({ location }: IndexedWorkshop) =>
          byDistance && location ? milesBetween(place[0], location) : 0;
        const expected = [...stored.values()]
          .filter((each) => isAskedFor(each, search, place))
          .sort((a, b) => miles(a) - miles(b) || a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1))
          .map(({ id }) => id);
        const list = index.search(search, place && near(...place), NOW);
        const offset = (list.page - 1) * PAGE_SIZE;
        expect(list.total).toBe(expected.length);
        expect(list.workshops.map(({ id }) => id)).toEqual(expected.slice(offset, offset + PAGE_SIZE));

        const beyond = isAskedForBeyond(search, place) && expected.length === 0;
        const anywhere = [...stored.values()].filter(
          (each) => each.location && isAskedFor(each, { ...search, radius: 'any' }, null),
        );
        expect(list.beyond).toHaveLength(beyond ? Math.min(ASIDE_SIZE, anywhere.length) : 0);
      },
    ),
    { numRuns: 500 },
  );
});

const isAskedForBeyond = ({ bbox, format }: WorkshopSearch, place: unknown): boolean =>
  place !== null && !bbox && format !== 'virtual';
