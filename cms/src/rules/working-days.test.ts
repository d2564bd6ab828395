import { describe, expect, it } from 'vitest';
import { afterWorkingDays } from './working-days';

const after = (from: string, days: number): string =>
  new Date(afterWorkingDays(Date.parse(from), days)).toISOString();

describe('so many working days later', () => {
  it.each([
    ['within a week', '2026-11-30T15:00:00Z', 2, '2026-12-02T15:00:00.000Z'],
    ['over a weekend', '2026-12-03T15:00:00Z', 2, '2026-12-07T15:00:00.000Z'],
    ['from a Saturday', '2026-12-05T15:00:00Z', 1, '2026-12-07T15:00:00.000Z'],
    ['over Thanksgiving', '2026-11-25T15:00:00Z', 1, '2026-11-27T15:00:00.000Z'],
    ['over a Christmas that is a Friday', '2026-12-24T15:00:00Z', 1, '2026-12-28T15:00:00.000Z'],
    [
      'over a Fourth of July that is a Sunday: Monday is off',
      '2027-07-02T15:00:00Z',
      1,
      '2027-07-06T15:00:00.000Z',
    ],
    [
      'over a Christmas that is a Saturday: Friday is off',
      '2027-12-23T15:00:00Z',
      1,
      '2027-12-27T15:00:00.000Z',
    ],
    [
      'at the same time of day, over the end of daylight time',
      '2026-10-30T15:00:00Z',
      1,
      '2026-11-02T16:00:00.000Z',
    ],
    [
      'late in the evening, when it is tomorrow elsewhere',
      '2026-12-04T02:00:00Z',
      1,
      '2026-12-05T02:00:00.000Z',
    ],
    ['five', '2026-11-23T15:00:00Z', 5, '2026-12-01T15:00:00.000Z'],
  ])('%s', (_case, from, days, expected) => expect(after(from, days)).toBe(expected));
});
