import { expect, it } from 'vitest';
import { places, workshop } from './fixtures';
import { WorkshopTable } from './workshop-table';

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
