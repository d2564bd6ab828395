import { expect, it } from 'vitest';
import { places, workshop } from './fixtures';
import { TRAITS, WorkshopTable } from './workshop-table';

const { seattle, portland } = places;
const ids = (table: WorkshopTable): string[] => table.workshops.map(({ id }) => id);

it('keeps rows in order of date, whatever the order they come in', () => {
  const table = new WorkshopTable([workshop({ id: 'c', startsAt: 3 }), workshop({ id: 'a', startsAt: 1 })]);
  table.put(workshop({ id: 'b', startsAt: 2 }));
  expect(ids(table)).toEqual(['a', 'b', 'c']);
  table.put(workshop({ id: 'a', startsAt: 4 }));
  expect(ids(table)).toEqual(['b', 'c', 'a']);
  expect([table.remove('c'), table.remove('c')]).toEqual([true, false]);
  expect(ids(table)).toEqual(['b', 'a']);
});

it('writes each column beside its workshop, and goes on when it has to grow', () => {
  const table = new WorkshopTable([]);
  const before = table.capacity;
  for (let index = 0; index <= before; index++)
    table.put(
      workshop({ id: `${index}`, startsAt: before - index, endsAt: 1000 + index, location: seattle }),
    );
  expect(table.capacity).toBeGreaterThan(before);
  expect(table.size).toBe(before + 1);
  for (const row of [0, 1, before]) expect(table.columns.endsAt[row]).toBe(table.at(row).endsAt);
  expect(table.groupSizes.reduce((sum, size) => sum + (size ?? 0), 0)).toBe(table.size);
});

it('knows the rows at each location, also after a change', () => {
  const table = new WorkshopTable([
    workshop({ id: 'a', location: seattle }),
    workshop({ id: 'b', location: portland }),
  ]);
  const at = (location: typeof seattle): string[] => {
    const { starts, rows } = table.byLocation();
    const number = table.locations.numberOf(location);
    return [...rows.subarray(starts[number], starts[number + 1])].map((row) => table.at(row).id);
  };
  expect([at(seattle), at(portland)]).toEqual([['a'], ['b']]);
  table.put(workshop({ id: 'c', location: seattle }));
  table.remove('b');
  expect([at(seattle), at(portland)]).toEqual([['a', 'c'], []]);
});

it('numbers groups by partner; one without workshops has none', () => {
  const table = new WorkshopTable([
    workshop({ id: 'a', partner: 'one' }),
    workshop({ id: 'b', partner: 'two' }),
  ]);
  expect(table.firstGroupOf('one')).toBe(0);
  expect(table.firstGroupOf('two')).toBe(table.groupCount / 2);
  expect(table.firstGroupOf('three')).toBeUndefined();
});

it('keeps those that start together in order of id, and finds each of them again', () => {
  const all = ['b', 'a', 'd', 'c'];
  const table = new WorkshopTable(all.map((id) => workshop({ id })));
  expect(ids(table)).toEqual(['a', 'b', 'c', 'd']);
  table.put(workshop({ id: 'bb' }));
  expect(ids(table)).toEqual(['a', 'b', 'bb', 'c', 'd']);
  table.put(workshop({ id: 'c', street: 'New' }));
  expect(table.at(3)).toMatchObject({ id: 'c', street: 'New' });
  for (const id of all) expect(table.remove(id)).toBe(true);
  expect(ids(table)).toEqual(['bb']);
});

it('has a column for each fact, which moves with its row', () => {
  const at = (id: string, startsAt: number, days: number[]) =>
    workshop({ id, startsAt, endsAt: startsAt + 1, days, location: id === 'b' ? portland : seattle });
  const table = new WorkshopTable([at('a', 1, [20270301, 20270302, 20270303]), at('c', 3, [])]);
  table.put(at('b', 2, [20270305]));
  const column = (name: keyof typeof table.columns) => [...table.columns[name].slice(0, table.size)];
  expect(column('endsAt')).toEqual([2, 3, 4]);
  expect(column('firstDay')).toEqual([20270301, 20270305, 0]);
  expect(column('lastDay')).toEqual([20270303, 20270305, 0]);
  expect(column('location')).toEqual(
    [seattle, portland, seattle].map((each) => table.locations.numberOf(each)),
  );
  table.remove('a');
  expect(column('endsAt')).toEqual([3, 4]);
  expect(column('firstDay')).toEqual([20270305, 0]);
});

it('counts the workshops of each group: a partner’s of one kind, format and status', () => {
  const table = new WorkshopTable([
    workshop({ id: 'a', partner: 'one' }),
    workshop({ id: 'b', partner: 'one' }),
    workshop({ id: 'c', partner: 'two' }),
    workshop({ id: 'd', partner: 'two', kind: 'intro', format: 'virtual', status: 'full' }),
  ]);
  const sizes = () =>
    ['one', 'two'].map((partner) =>
      TRAITS.flatMap(({ kind, format, status }, traits) => {
        const size = table.groupSizes[(table.firstGroupOf(partner) ?? 0) + traits];
        return size ? [`${size} ${kind} ${format} ${status}`] : [];
      }),
    );
  expect(table.groupCount).toBe(2 * TRAITS.length);
  expect(sizes()).toEqual([
    ['2 deep-dive in-person scheduled'],
    ['1 intro virtual full', '1 deep-dive in-person scheduled'],
  ]);
  table.put(workshop({ id: 'b', partner: 'one', status: 'cancelled' }));
  table.remove('c');
  expect(sizes()).toEqual([
    ['1 deep-dive in-person scheduled', '1 deep-dive in-person cancelled'],
    ['1 intro virtual full'],
  ]);
});

it('has room for more than it starts with, and makes more only when it is full', () => {
  const table = new WorkshopTable([workshop({ id: 'first' })]);
  const { capacity } = table;
  expect(capacity).toBeGreaterThan(1);
  for (let id = 1; id < capacity; id++) table.put(workshop({ id: `${id}` }));
  expect([table.size, table.capacity]).toEqual([capacity, capacity]);
  table.put(workshop({ id: 'one more' }));
  expect(table.capacity).toBeGreaterThan(2 * capacity);
  expect(table.groupSizes.filter(Boolean)).toEqual([capacity + 1]);
});

it('groups rows by location only once until there is a change', () => {
  const table = new WorkshopTable([workshop({ id: 'a' })]);
  const before = table.byLocation();
  expect(table.byLocation()).toBe(before);
  table.remove('b');
  expect(table.byLocation()).toBe(before);
  table.remove('a');
  expect([...table.byLocation().rows]).toEqual([]);
  expect([...table.byLocation().starts]).toEqual([0, 0, 0]);
});
