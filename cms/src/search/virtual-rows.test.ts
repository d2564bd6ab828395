import { ASIDE_SIZE } from '@deep-dive/shared-types';
import { beforeEach, expect, it, vi } from 'vitest';
import { NOW, workshop } from './fixtures';
import { VirtualRows } from './virtual-rows';
import { WorkshopTable } from './workshop-table';

const MINUTE = 60_000;
const after = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE);

const table = new WorkshopTable(
  [90, 60, 30, 120, 150].map((minutes, index) =>
    workshop({ id: `${index}`, location: null, format: 'virtual', endsAt: after(minutes).getTime() }),
  ),
);
const find = vi.fn(() => Uint32Array.of(0, 1, 3, 4));

let virtual: VirtualRows;
beforeEach(() => {
  find.mockClear();
  virtual = new VirtualRows(table);
});

it('the first of the virtual ones are remembered, and how many there are', () => {
  const first = virtual.soonest('all', NOW, find);
  expect(first).toMatchObject({ total: 4, rows: [0, 1, 3] });
  expect(first.rows).toHaveLength(ASIDE_SIZE);
  expect(virtual.soonest('all', after(1), find)).toEqual(first);
  expect(find).toHaveBeenCalledTimes(1);
});

it('each set of filters has its own', () => {
  virtual.soonest('all', NOW, find);
  expect(virtual.soonest('intro', NOW, () => new Uint32Array(0))).toMatchObject({ total: 0, rows: [] });
  expect(virtual.soonest('all', NOW, find)).toMatchObject({ total: 4 });
  expect(find).toHaveBeenCalledTimes(1);
});

it('they are looked for again once the first of them has ended', () => {
  virtual.soonest('all', NOW, find);
  virtual.soonest('all', new Date(after(60).getTime() - 1), find);
  expect(find).toHaveBeenCalledTimes(1);
  virtual.soonest('all', after(60), find);
  expect(find).toHaveBeenCalledTimes(2);
});

it('none hold until there is a change', () => {
  const findNone = vi.fn(() => new Uint32Array(0));
  virtual.soonest('all', NOW, findNone);
  virtual.soonest('all', after(1_000_000), findNone);
  expect(findNone).toHaveBeenCalledTimes(1);
});

it('they are looked for again for a moment before: more may not have ended then', () => {
  virtual.soonest('all', NOW, find);
  virtual.soonest('all', NOW, find);
  expect(find).toHaveBeenCalledTimes(1);
  virtual.soonest('all', after(-1), find);
  expect(find).toHaveBeenCalledTimes(2);
});

it('they are looked for again after a change', () => {
  virtual.soonest('all', NOW, find);
  virtual.forget();
  virtual.soonest('all', NOW, find);
  expect(find).toHaveBeenCalledTimes(2);
});
