import { expect, it } from 'vitest';
import { scholarship } from '../search/fixtures';
import { hasOneFor, openScholarships, scholarshipState } from './scholarship';

const national = scholarship();
const inOregon = { ...national, national: false, regions: [{ state: 'OR' }] };

it('those that are closed, to come or given away can’t be had', () => {
  const now = new Date('2027-03-01T12:00:00Z');
  const others = [
    { ...national, closesOn: '2027-02-01' },
    { ...national, opensOn: '2027-04-01' },
    { ...national, seats: 5, seatsTaken: 5 },
  ];
  expect(openScholarships([...others, inOregon], now)).toEqual([inOregon]);
});

it('are for where a workshop is held, or of a virtual one for where the visitor is', () => {
  const inPortland = { place: { state: 'OR' } };
  const online = { place: null };
  expect(scholarshipState(inPortland, 'WA')).toBe('OR');
  expect(scholarshipState(online, 'WA')).toBe('WA');
  expect(scholarshipState(online, null)).toBeNull();
  expect([inOregon, national].map((each) => hasOneFor([each], 'WA'))).toEqual([false, true]);
  expect(hasOneFor([inOregon], 'OR')).toBe(true);
});
