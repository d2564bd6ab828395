import { describe, expect, it } from 'vitest';
import { type StoredWorkshop, toDetail, toFeature, toSummary } from './workshops';

const workshop: StoredWorkshop = {
  documentId: 'w1',
  slug: 'deep-dive-spokane',
  title: 'Deep Dive',
  kind: 'deep-dive',
  format: 'in-person',
  availability: 'scheduled',
  capacity: 30,
  sessions: [{ date: '2027-03-06', startTime: '09:00:00.000', endTime: '16:00:00.000' }],
  timeZone: 'America/Los_Angeles',
  latitude: 47.6,
  longitude: -117.4,
  venue: { name: 'Library', street: '1 Main', zip: '99201', city: 'Spokane', state: 'WA', directions: '' },
  registrationUrl: '',
  feeKind: 'ask',
  feeAmount: null,
  notes: null,
  partner: {
    documentId: 'p1',
    name: 'Codes',
    slug: 'codes',
    contactName: 'Ada',
    email: null,
    phone: null,
    website: null,
    costNote: null,
  },
};

describe('a workshop on the wire', () => {
  it('has its sessions as instants and its place with coordinates', () => {
    expect(toSummary(workshop)).toMatchObject({
      status: 'scheduled',
      sessions: [{ startsAt: '2027-03-06T17:00:00Z', endsAt: '2027-03-07T00:00:00Z' }],
      place: { venue: 'Library', city: 'Spokane', state: 'WA', zip: '99201', latitude: 47.6 },
      partner: { name: 'Codes', slug: 'codes' },
    });
    expect(toFeature(workshop).geometry).toEqual({ type: 'Point', coordinates: [-117.4, 47.6] });
  });

  it('is never free by mistake', () => {
    expect(toSummary(workshop).fee).toEqual({ type: 'ask' });
    expect(toSummary({ ...workshop, feeKind: 'amount' }).fee).toEqual({ type: 'ask' });
    expect(toSummary({ ...workshop, feeKind: 'amount', feeAmount: 50 }).fee).toEqual({
      type: 'amount',
      usd: 50,
    });
    expect(toSummary({ ...workshop, feeKind: 'free' }).fee).toEqual({ type: 'free' });
  });

  it('has no place when it is virtual, and no empty words', () => {
    const virtual = { ...workshop, format: 'virtual' as const, latitude: null, longitude: null };
    expect(toFeature(virtual).geometry).toBeNull();
    expect(toDetail(virtual)).toMatchObject({ place: null, street: null, registrationUrl: null });
    expect(toDetail(workshop)).toMatchObject({ street: '1 Main', directions: null });
  });
});
