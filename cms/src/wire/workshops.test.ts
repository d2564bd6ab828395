import { describe, expect, it } from 'vitest';
import { storedWorkshop } from './fixtures';
import { toDetail, toOwnSummary } from './workshops';

const workshop = storedWorkshop();

describe('a workshop on the wire', () => {
  it('has its sessions as instants and its place with coordinates', () => {
    expect(toDetail(workshop, true)).toMatchObject({
      id: 'w1',
      status: 'scheduled',
      sessions: [{ startsAt: '2027-03-06T17:00:00Z', endsAt: '2027-03-07T00:00:00Z' }],
      place: { venue: 'Library', city: 'Spokane', state: 'WA', zip: '99201', latitude: 47.6 },
      partner: { name: 'Codes', slug: 'codes' },
      hasScholarship: true,
      visibility: 'public',
      updatedAt: '2027-01-02T03:04:05.000Z',
    });
  });

  it('is never free by mistake', () => {
    expect(toOwnSummary(workshop).fee).toEqual({ type: 'ask' });
    expect(toOwnSummary({ ...workshop, feeKind: 'amount' }).fee).toEqual({ type: 'ask' });
    expect(toOwnSummary({ ...workshop, feeKind: 'amount', feeAmount: 50 }).fee).toEqual({
      type: 'amount',
      usd: 50,
    });
    expect(toOwnSummary({ ...workshop, feeKind: 'free' }).fee).toEqual({ type: 'free' });
  });

  it('has no place when it is virtual, and no empty words', () => {
    const virtual = { ...workshop, format: 'virtual' as const, latitude: null, longitude: null };
    expect(toDetail(virtual, false)).toMatchObject({ place: null, street: null, registrationUrl: null });
    expect(toDetail(workshop, false)).toMatchObject({ street: '1 Main', directions: null });
  });

  it('that is private tells when, in which city and whom to ask, and no more', () => {
    const secrets = {
      notes: 'Ring twice',
      registrationUrl: 'https://example.org/seats',
      venue: {
        name: 'Library',
        street: '1 Main',
        zip: '99201-1234',
        city: 'Spokane',
        state: 'WA',
        directions: 'Left',
      },
    };
    const detail = toDetail({ ...workshop, ...secrets, visibility: 'private' }, false);
    expect(detail).toMatchObject({
      visibility: 'private',
      sessions: [{ startsAt: '2027-03-06T17:00:00Z' }],
      place: { venue: null, city: 'Spokane', state: 'WA', zip: '99201', latitude: null, longitude: null },
      contact: { contactName: 'Ada' },
    });
    for (const secret of ['Library', '1 Main', '1234', 'Left', 'Ring twice', 'seats', '47.6', '117.4'])
      expect(JSON.stringify(detail)).not.toContain(secret);
  });
});
