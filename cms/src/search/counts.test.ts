import { expect, it } from 'vitest';
import { countByLocation } from './counts';
import { places, workshop } from './fixtures';
import { WorkshopTable } from './workshop-table';

const { seattle, portland, honolulu } = places;

const table = new WorkshopTable([
  workshop({ id: 'a', location: seattle, endsAt: 300 }),
  workshop({ id: 'b', location: portland, endsAt: 100, kind: 'intro', status: 'full', partner: 'p2' }),
  workshop({ id: 'c', location: seattle, endsAt: 200, format: 'hybrid' }),
  workshop({ id: 'd', location: seattle, endsAt: 400, kind: 'intro', format: 'hybrid' }),
  workshop({ id: 'e', location: honolulu, endsAt: 50, partner: 'p2' }),
]);

it('counts rows by place and kind, and tells when the first of them ends', () => {
  expect(countByLocation(table, Uint32Array.of(0, 1, 2, 3))).toEqual({
    locations: [
      { ...seattle, deepDive: 2, intro: 1 },
      { ...portland, deepDive: 0, intro: 1 },
    ],
    firstEnd: 100,
  });
});

it('counts none of the others', () => {
  expect(countByLocation(table, Uint32Array.of(4))).toEqual({
    locations: [{ ...honolulu, deepDive: 1, intro: 0 }],
    firstEnd: 50,
  });
  expect(countByLocation(table, new Uint32Array(0))).toEqual({
    locations: [],
    firstEnd: Number.POSITIVE_INFINITY,
  });
});
