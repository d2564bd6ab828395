import { expect, it } from 'vitest';
import { asCopy } from './copies';

const original = {
  slug: 'deep-dive-in-seattle',
  sessions: [{ date: '2027-03-06', startTime: '09:00:00.000', endTime: '16:00:00.000' }],
  placesTaken: 38,
};
const fresh = { slug: null, sessions: [], availability: 'scheduled', placesTaken: 0, wasPublished: false };

it('a copy asks for dates and an address of its own, and is neither full nor cancelled', () => {
  expect(asCopy({}, original)).toEqual(fresh);
  const unchanged = { ...original, sessions: [{ ...original.sessions[0], startTime: '09:00', id: 7 }] };
  expect(asCopy({ ...unchanged, availability: 'cancelled', wasPublished: true }, original)).toEqual(fresh);
});

it('a copy keeps what somebody wrote for it', () => {
  const own = { slug: 'again', sessions: [{ ...original.sessions[0], date: '2027-03-13' }] };
  expect(asCopy({ ...own, title: 'Again' }, original)).toEqual({ ...fresh, ...own, title: 'Again' });
});

it('none of a copy’s places is taken, and nobody counts them who didn’t before', () => {
  expect(asCopy({ placesTaken: 38 }, original).placesTaken).toBe(0);
  expect(asCopy({ placesTaken: 3 }, original).placesTaken).toBe(3);
  expect(asCopy({ placesTaken: null }, original).placesTaken).toBeNull();
  expect(asCopy({}, { ...original, placesTaken: null }).placesTaken).toBeNull();
  expect(asCopy({ placesTaken: 3 }, { ...original, placesTaken: null }).placesTaken).toBe(3);
});
