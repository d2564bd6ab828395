import type { Scholarship, ScholarshipStanding } from '@deep-dive/shared-types';
import { expect, it } from 'vitest';
import { coverageWords, deadlineWords, seatsWords } from './scholarship-words';

it('a scholarship says what it pays', () => {
  expect(coverageWords({ coverage: 'full', amount: null })).toBe('Pays the full cost');
  expect(coverageWords({ coverage: 'amount', amount: 150 })).toBe('Pays $150 per person');
  expect(coverageWords({ coverage: 'amount', amount: null })).toBe('Pays part of the cost');
});

it.each([
  [null, null, ''],
  [null, 3, ''],
  [40, null, '40 scholarships'],
  [1, null, '1 scholarship'],
  [60, 23, '37 of 60 are left'],
  [3, 2, '1 of 3 is left'],
  [25, 25, 'All 25 have been given away'],
  [25, 27, 'All 25 have been given away'],
  [1, 1, 'It has been given away'],
])('of %s, with %s taken: "%s"', (seats, seatsTaken, words) => {
  expect(seatsWords({ seats, seatsTaken })).toBe(words);
});

type Dates = Parameters<typeof deadlineWords>[0];
it.each<[Partial<Dates>, ScholarshipStanding, string]>([
  [{}, 'open', ''],
  [{ closesOn: '2027-03-31' }, 'open', 'Apply by Wed, Mar 31, 2027'],
  [
    { closesOn: '2027-03-31', deadlineZone: 'Mountain' },
    'open',
    'Apply by Wed, Mar 31, 2027, 11:59 PM Mountain Time',
  ],
  [{ opensOn: '2027-02-01' }, 'upcoming', 'Opens Mon, Feb 1, 2027'],
  [
    { opensOn: '2027-02-01', closesOn: '2027-03-31' },
    'upcoming',
    'Opens Mon, Feb 1, 2027. Apply by Wed, Mar 31, 2027',
  ],
  [{ opensOn: '2027-02-01' }, 'open', ''],
  [{ closesOn: '2027-03-31', deadlineZone: 'Guam' }, 'closed', 'Closed Wed, Mar 31, 2027'],
])('%j, %s: "%s"', (dates, standing, words) => {
  const none: Pick<Scholarship, keyof Dates> = { opensOn: null, closesOn: null, deadlineZone: null };
  expect(deadlineWords({ ...none, ...dates }, standing)).toBe(words);
});
