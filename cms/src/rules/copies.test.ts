import { expect, it } from 'vitest';
import { asCopy } from './copies';

const original = {
  slug: 'deep-dive-in-seattle',
  sessions: [{ date: '2027-03-06', startTime: '09:00:00.000', endTime: '16:00:00.000' }],
};
const fresh = { slug: null, sessions: [], availability: 'scheduled', wasPublished: false };

it('a copy asks for dates and an address of its own, and is neither full nor cancelled', () => {
  expect(asCopy({}, original)).toEqual(fresh);
  const unchanged = { ...original, sessions: [{ ...original.sessions[0], startTime: '09:00', id: 7 }] };
  expect(asCopy({ ...unchanged, availability: 'cancelled', wasPublished: true }, original)).toEqual(fresh);
});

it('a copy keeps what somebody wrote for it', () => {
  const own = { slug: 'again', sessions: [{ ...original.sessions[0], date: '2027-03-13' }] };
  expect(asCopy({ ...own, title: 'Again' }, original)).toEqual({ ...fresh, ...own, title: 'Again' });
});
