import type { WorkshopSearch } from '@deep-dive/shared-types';
import { describe, expect, it, vi } from 'vitest';
import { milesBetween } from '../places';
import { NOW, partners, places, workshop } from './fixtures';
import type { IndexedWorkshop } from './indexed';
import { Matcher } from './matching';
import { WorkshopTable } from './workshop-table';

const { seattle, bellevue, portland, guam } = places;
const HOUR = 3_600_000;
const ALL = { offset: 0, limit: 1_000_000 };

/** A matcher of workshops, which tells what it finds by their ids. */
function matcherOf(...workshops: IndexedWorkshop[]) {
  const table = new WorkshopTable(workshops);
  const matcher = new Matcher(table);
  const ids = (rows: Iterable<number>) => [...rows].map((row) => table.at(row).id);
  const conditions = (search: WorkshopSearch = {}, now = NOW) => matcher.conditions(search, partners, now);
  const areaOf = (...all: (typeof seattle)[]) => all.map((each) => table.locations.numberOf(each));
  return { table, matcher, ids, conditions, areaOf };
}

describe('conditions', () => {
  const { matcher, ids, conditions } = matcherOf(
    workshop({ id: 'a' }),
    workshop({ id: 'full', status: 'full' }),
    workshop({ id: 'hybrid', format: 'hybrid' }),
    workshop({ id: 'intro', kind: 'intro' }),
    workshop({ id: 'off', status: 'cancelled' }),
    workshop({ id: 'other', partner: 'p2' }),
  );

  it.each<[WorkshopSearch, string[]]>([
    [{}, ['a', 'full', 'hybrid', 'intro', 'other']],
    [{ kind: 'intro' }, ['intro']],
    [{ format: 'hybrid' }, ['hybrid']],
    [{ available: true }, ['a', 'hybrid', 'intro', 'other']],
    [{ partner: 'oregon-teaches' }, ['other']],
    [{ partner: 'nobody' }, []],
    [{ partner: 'puget-codes', available: true, kind: 'deep-dive', format: 'in-person' }, ['a']],
  ])('%o', (search, found) => {
    expect(ids(matcher.matching(null, conditions(search)))).toEqual(found);
  });

  it('let cancelled ones pass where they are asked for', () => {
    const withCancelled = matcher.conditions({ kind: 'deep-dive' }, partners, NOW, { withCancelled: true });
    expect(ids(matcher.matching(null, withCancelled))).toEqual(['a', 'full', 'hybrid', 'off', 'other']);
  });
});

describe('states', () => {
  const { table, matcher, ids, areaOf } = matcherOf(
    workshop({ id: 'a', location: seattle }),
    workshop({ id: 'b', location: portland }),
    workshop({ id: 'virtual', format: 'virtual', location: null }),
  );
  const within = (...states: (string | null)[]) =>
    matcher.conditions({}, partners, NOW, { inState: (state) => states.includes(state) });

  it('are looked at wherever a search looks; what is virtual is in none', () => {
    expect(ids(matcher.soonest(null, within('WA', 'TX'), ALL).rows)).toEqual(['a']);
    expect(ids(matcher.soonest(null, within('OR', null), ALL).rows)).toEqual(['b', 'virtual']);
    expect(ids(matcher.matching(areaOf(seattle), within('WA')))).toEqual(['a']);
    expect(ids(matcher.matching(areaOf(seattle), within('OR')))).toEqual([]);
    expect(ids(matcher.nearest(seattle, areaOf(seattle, portland), within('OR'), ALL).rows)).toEqual(['b']);
  });

  it('are not looked at where all pass', () => {
    expect(within('WA', 'OR', null).states).toBeNull();
    table.locations.numberOf(guam);
    expect(within('WA', 'OR', null).states).not.toBeNull();
  });
});

describe('days', () => {
  it('are looked at one by one only where the first and the last do not tell', () => {
    const days = [20270311, 20270314, 20270318];
    const some = vi.spyOn(days, 'some');
    const { matcher, ids, conditions } = matcherOf(workshop({ id: 'a', days }));
    const found = (from?: string, to?: string) => ids(matcher.matching(null, conditions({ from, to })));
    expect(found('2027-03-11')).toEqual(['a']);
    expect(found(undefined, '2027-03-18')).toEqual(['a']);
    expect(found('2027-03-11', '2027-03-12')).toEqual(['a']);
    expect(found('2027-03-17', '2027-03-18')).toEqual(['a']);
    expect(found('2027-03-19')).toEqual([]);
    expect(found(undefined, '2027-03-10')).toEqual([]);
    expect(found()).toEqual(['a']);
    expect(some).not.toHaveBeenCalled();
    expect(found('2027-03-12', '2027-03-13')).toEqual([]);
    expect(found('2027-03-14', '2027-03-14')).toEqual(['a']);
    expect(found('2027-03-12', '2027-03-14')).toEqual(['a']);
    expect(found('2027-03-14', '2027-03-17')).toEqual(['a']);
    expect(some).toHaveBeenCalledTimes(4);
  });

  it('one end of a range is enough', () => {
    const { matcher, conditions } = matcherOf(
      workshop({ id: 'early', days: [20270311] }),
      workshop({ id: 'late', days: [20270312] }),
    );
    const total = (search: WorkshopSearch) => matcher.soonest(null, conditions(search), ALL).total;
    expect([total({ from: '2027-03-12' }), total({ to: '2027-03-11' })]).toEqual([1, 1]);
    expect(total({ from: '2027-03-11', to: '2027-03-12' })).toBe(2);
  });
});

describe('an area', () => {
  // Few at one place among many: they are looked at where they are. All of many: everything is passed through.
  const crowd = Array.from({ length: 100 }, (_, number) =>
    workshop({ id: `${number}`.padStart(2, '0'), location: number % 50 ? guam : seattle }),
  );
  const { table, matcher, ids, conditions, areaOf } = matcherOf(
    ...crowd,
    workshop({ id: 'a', location: portland }),
    workshop({ id: 'b', location: bellevue, startsAt: NOW.getTime() }),
    workshop({ id: 'c', location: portland, status: 'cancelled' }),
    workshop({ id: 'd', location: portland, startsAt: NOW.getTime() - HOUR, endsAt: NOW.getTime() }),
    workshop({ id: 'e', location: portland, days: [20270401] }),
    workshop({ id: 'f', location: portland, partner: 'gone' }),
  );
  const found = (area: number[] | null, search?: WorkshopSearch) =>
    ids(matcher.matching(area, conditions(search)));

  it('has what passes at its places, in order of date whatever their order', () => {
    expect(found(areaOf(portland))).toEqual(['a', 'e']);
    expect(found(areaOf(portland), { to: '2027-03-31' })).toEqual(['a']);
    expect(found(areaOf(portland, bellevue))).toEqual(['b', 'a', 'e']);
    expect(found(areaOf(portland, seattle))).toEqual(['00', '50', 'a', 'e']);
    expect(found([])).toEqual([]);
  });

  it('may be large', () => {
    const rest = crowd.map(({ id }) => id);
    expect(found(areaOf(guam, portland))).toEqual([...rest.filter((id) => Number(id) % 50), 'a', 'e']);
    expect(found(areaOf(guam))).toHaveLength(98);
    expect(found(areaOf(guam, portland), { from: '2027-04-01' })).toEqual(['e']);
  });

  it('is passed through as a whole only when it is large and has several places', () => {
    const mask = vi.spyOn(table.locations, 'mask');
    const masks = (...all: (typeof seattle)[]): number => {
      mask.mockClear();
      found(areaOf(...all));
      return mask.mock.calls.length;
    };
    expect([masks(), masks(guam), masks(bellevue, seattle), masks(guam, seattle)]).toEqual([0, 0, 0, 1]);
    const even = matcherOf(
      ...Array.from({ length: 32 }, (_, id) => workshop({ id: `${id}`, location: id ? guam : seattle })),
    );
    const evenMask = vi.spyOn(even.table.locations, 'mask');
    const [inSeattle = 0] = even.areaOf(seattle);
    const [inPortland = 0] = even.areaOf(portland);
    even.table.put(workshop({ id: '1', location: portland }));
    even.matcher.matching([inSeattle, inPortland], even.conditions());
    expect(evenMask).not.toHaveBeenCalled();
    even.table.remove('2');
    even.matcher.matching([inSeattle, inPortland], even.conditions());
    expect(evenMask).toHaveBeenCalledTimes(1);
  });

  it('comes a page at a time', () => {
    const page = (offset: number, limit: number) => {
      const { total, rows } = matcher.soonest(areaOf(portland, bellevue), conditions(), { offset, limit });
      return [total, ...ids(rows)];
    };
    expect([page(0, 2), page(1, 2), page(2, 2)]).toEqual([
      [3, 'b', 'a'],
      [3, 'a', 'e'],
      [3, 'e'],
    ]);
  });

  it('has nothing of what was removed', () => {
    const made = matcherOf(workshop({ id: 'a' }), workshop({ id: 'b' }));
    made.table.remove('b');
    expect([...made.matcher.matching(null, made.conditions())]).toEqual([0]);
  });

  it('may be everywhere', () => {
    expect(found(null)).toHaveLength(103);
    expect(found(null, { from: '2027-04-01' })).toEqual(['e']);
  });
});

describe('room for what is found', () => {
  const buffer = ({ matcher, conditions }: ReturnType<typeof matcherOf>) =>
    matcher.matching(null, conditions()).buffer;

  it('is used again', () => {
    const made = matcherOf(workshop({ id: 'a' }));
    expect(buffer(made)).toBe(buffer(made));
  });

  it('grows with the table', () => {
    const made = matcherOf(workshop({ id: 'a' }));
    const before = buffer(made);
    const { capacity } = made.table;
    for (let id = 0; id < capacity; id++) made.table.put(workshop({ id: `${id}` }));
    expect(made.matcher.matching(null, made.conditions())).toHaveLength(made.table.size);
    expect(buffer(made)).not.toBe(before);
  });
});

describe('the soonest', () => {
  const at = (id: string, hours: number, fields: Partial<IndexedWorkshop> = {}) =>
    workshop({
      id,
      startsAt: NOW.getTime() + hours * HOUR,
      endsAt: NOW.getTime() + (hours + 2) * HOUR,
      ...fields,
    });
  const { matcher, ids, conditions } = matcherOf(
    at('over', -3),
    at('just over', -2),
    at('others', -1, { kind: 'intro' }),
    at('on', -1),
    at('begins', 0),
    at('soon', 1),
    at('off', 1, { status: 'cancelled' }),
    at('later', 2),
  );
  const page = (offset: number, limit: number) => {
    const { total, rows } = matcher.soonest(null, conditions({ kind: 'deep-dive' }), { offset, limit });
    return [total, ...ids(rows)];
  };

  it('are counted without those that are over, and come a page at a time', () => {
    expect(page(0, 10)).toEqual([4, 'on', 'begins', 'soon', 'later']);
    expect(page(0, 2)).toEqual([4, 'on', 'begins']);
    expect(page(2, 2)).toEqual([4, 'soon', 'later']);
    expect(page(3, 2)).toEqual([4, 'later']);
    expect(page(4, 2)).toEqual([4]);
    expect(page(9, 2)).toEqual([4]);
  });

  it('may be none, when all are over', () => {
    const over = matcherOf(at('a', -3), at('b', -2));
    expect(over.matcher.soonest(null, over.conditions(), ALL)).toEqual({ total: 0, rows: [] });
    const none = matcherOf();
    expect(none.matcher.soonest(null, none.conditions(), ALL)).toEqual({ total: 0, rows: [] });
  });
});

describe('the nearest of many', () => {
  const COUNT = 700;
  /** From Seattle eastward, three at each place; every tenth is an introduction, and every seventh is cancelled. */
  const all = Array.from({ length: COUNT }, (_, number) =>
    workshop({
      id: `${number}`.padStart(3, '0'),
      location: { ...seattle, longitude: seattle.longitude + Math.floor(number / 3) / 100 },
      kind: number % 10 ? 'deep-dive' : 'intro',
      status: number % 7 ? 'scheduled' : 'cancelled',
      startsAt: NOW.getTime() + ((number * 37) % 101) * HOUR,
    }),
  );
  const made = matcherOf(...all);
  const { matcher, ids, conditions, table } = made;
  const miles = ({ location }: IndexedWorkshop) => (location ? milesBetween(seattle, location) : 0);
  const inOrder = all
    .filter(({ status }) => status !== 'cancelled')
    .sort((a, b) => miles(a) - miles(b) || a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1));
  const nearest = (area: number[] | null, offset: number, limit: number, search: WorkshopSearch = {}) => {
    const { total, rows } = matcher.nearest(seattle, area, conditions(search), { offset, limit });
    return { total, ids: ids(rows) };
  };
  const expected = (workshops: IndexedWorkshop[], offset: number, limit: number) => ({
    total: workshops.length,
    ids: workshops.slice(offset, offset + limit).map(({ id }) => id),
  });

  it('come a page at a time, and of those at one place the soonest first', () => {
    for (const [offset, limit] of [
      [0, 1],
      [0, 20],
      [20, 20],
      [19, 2],
      [580, 40],
      [600, 20],
    ] as const)
      expect(nearest(null, offset, limit)).toEqual(expected(inOrder, offset, limit));
  });

  it('may be asked for in an area', () => {
    const far = table.locations.everywhere.slice(20);
    const isFar = ({ location }: IndexedWorkshop) => far.includes(table.locations.numberOf(location));
    const there = inOrder.filter(isFar);
    expect(there.length).toBeGreaterThan(500);
    expect(nearest(far, 0, 20)).toEqual(expected(there, 0, 20));
    expect(nearest(far, 20, 20)).toEqual(expected(there, 20, 20));
  });

  it('pass the filters', () => {
    const deepDives = inOrder.filter(({ kind }) => kind === 'deep-dive');
    expect(deepDives.length).toBeGreaterThan(500);
    expect(nearest(null, 0, 20, { kind: 'deep-dive' })).toEqual(expected(deepDives, 0, 20));
    const intros = inOrder.filter(({ kind }) => kind === 'intro');
    expect(nearest(null, 0, 100, { kind: 'intro' })).toEqual(expected(intros, 0, 100));
  });

  it('are no more than is asked for, also at one place', () => {
    const crowd = matcherOf(...Array.from({ length: 600 }, (_, id) => workshop({ id: `${id}` })));
    const { total, rows } = crowd.matcher.nearest(seattle, null, crowd.conditions(), {
      offset: 5,
      limit: 10,
    });
    expect([total, ...rows]).toEqual([600, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
  });

  it.each([
    [500, 0],
    [501, 1],
  ])('of %i, the last page: places are looked for only when there are many', (count, times) => {
    const crowd = matcherOf(...Array.from({ length: count }, (_, id) => workshop({ id: `${id}` })));
    const lookedFor = vi.spyOn(crowd.table.locations, 'nearest');
    const page = (offset: number) =>
      crowd.matcher.nearest(seattle, null, crowd.conditions(), { offset, limit: 20 }).rows;
    expect(page(count)).toEqual([]);
    expect(lookedFor).not.toHaveBeenCalled();
    expect(page(count - 2)).toEqual([count - 2, count - 1]);
    expect(lookedFor).toHaveBeenCalledTimes(times);
  });
});
