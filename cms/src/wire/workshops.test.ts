import type { ListPrice } from '@deep-dive/shared-types';
import { describe, expect, it } from 'vitest';
import { storedWorkshop } from './fixtures';
import {
  DETAIL_POPULATE,
  type StoredWorkshop,
  SUMMARY_POPULATE,
  toContact,
  toDetail,
  toFeedExtras,
  toOwnSummary,
} from './workshops';

const workshop = storedWorkshop();
const price: ListPrice = { perPersonCents: null, reason: 'Codes', whose: 'partner', group: null };
const detailOf = (stored: StoredWorkshop, hasScholarship: boolean) =>
  toDetail(stored, { hasScholarship, price });

describe('a workshop on the wire', () => {
  it('has its sessions as instants and its place with coordinates', () => {
    expect(detailOf(workshop, true)).toMatchObject({
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

  it('is full when no place is left', () => {
    expect(toOwnSummary({ ...workshop, placesTaken: 24 })).toMatchObject({
      status: 'scheduled',
      capacity: 30,
      placesLeft: 6,
    });
    expect(toOwnSummary({ ...workshop, placesTaken: 30 })).toMatchObject({ status: 'full', placesLeft: 0 });
  });

  it('has no place when it is virtual, and no empty words', () => {
    const virtual = { ...workshop, format: 'virtual' as const, latitude: null, longitude: null };
    expect(detailOf(virtual, false)).toMatchObject({ place: null, street: null, registrationUrl: null });
    expect(detailOf(workshop, false)).toMatchObject({ street: '1 Main', directions: null });
  });

  it.each<[string, Partial<StoredWorkshop>, object]>([
    ['its partner’s', {}, { contactName: 'Ada', email: 'ada@codes.test', phone: '206 555 0100' }],
    [
      'its own, reached as the partner is',
      { contactName: 'Dana' },
      { contactName: 'Dana', email: 'ada@codes.test', phone: '206 555 0100' },
    ],
    [
      'its own, reached in its own way alone',
      { contactName: 'Dana', contactEmail: 'dana@codes.test' },
      { contactName: 'Dana', email: 'dana@codes.test', phone: null },
    ],
    [
      'nobody by name, where only a number is given',
      { contactPhone: '509 555 0100' },
      { contactName: null, email: null, phone: '509 555 0100' },
    ],
  ])('names as its contact %s', (_, own, contact) => {
    const partner = { ...workshop.partner, email: 'ada@codes.test', phone: '206 555 0100' };
    expect(detailOf({ ...workshop, partner, ...own }, false).contact).toMatchObject({
      name: 'Codes',
      ...contact,
    });
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
        directions: 'Turn left',
      },
    };
    const detail = detailOf({ ...workshop, ...secrets, visibility: 'private' }, false);
    expect(detail).toMatchObject({
      visibility: 'private',
      sessions: [{ startsAt: '2027-03-06T17:00:00Z' }],
      place: { venue: null, city: 'Spokane', state: 'WA', zip: '99201', latitude: null, longitude: null },
      contact: { contactName: 'Ada' },
    });
    for (const secret of ['Library', '1 Main', '1234', 'Turn left', 'Ring twice', 'seats', '47.6', '117.4'])
      expect(JSON.stringify(detail)).not.toContain(secret);
  });
});

describe('a list tells of a workshop', () => {
  it('what follows from it alone', () => {
    expect(toOwnSummary(workshop)).toEqual({
      id: 'w1',
      slug: 'deep-dive-spokane',
      title: 'Deep Dive',
      kind: 'deep-dive',
      format: 'in-person',
      status: 'scheduled',
      sessions: [{ startsAt: '2027-03-06T17:00:00Z', endsAt: '2027-03-07T00:00:00Z' }],
      timeZone: 'America/Los_Angeles',
      place: {
        venue: 'Library',
        city: 'Spokane',
        state: 'WA',
        zip: '99201',
        latitude: 47.6,
        longitude: -117.4,
      },
      capacity: 30,
      placesLeft: null,
      fee: { type: 'ask' },
      registrationUrl: null,
    });
    expect(toOwnSummary({ ...workshop, registrationUrl: 'https://example.org' }).registrationUrl).toBe(
      'https://example.org',
    );
  });

  it('its sessions in order, each with instants of its own day, hours and zone', () => {
    const session = { date: '2027-03-06', startTime: '09:00:00.000', endTime: '10:00:00.000' };
    const sessions = [
      { ...session, date: '2027-03-07' },
      { ...session, startTime: '09:30:00.000' },
      { ...session, endTime: '09:20:00.000' },
    ];
    const starts = (timeZone: string) =>
      toOwnSummary({ ...workshop, sessions, timeZone }).sessions.map(({ startsAt, endsAt }) => [
        startsAt.slice(5, 16),
        endsAt.slice(5, 16),
      ]);
    const inNewYork = [
      ['03-06T14:00', '03-06T14:20'],
      ['03-06T14:30', '03-06T15:00'],
      ['03-07T14:00', '03-07T15:00'],
    ];
    expect(starts('America/New_York')).toEqual(inNewYork);
    expect(starts('America/Chicago')[0]).toEqual(['03-06T15:00', '03-06T15:20']);
    expect(starts('America/New_York')).toEqual(inNewYork);
  });

  it('its place, as far as it is filled in', () => {
    const venue = { name: '', street: null, zip: '99201', city: null, state: null, directions: null };
    expect(toOwnSummary({ ...workshop, venue }).place).toEqual({
      venue: null,
      city: '',
      state: '',
      zip: '99201',
      latitude: 47.6,
      longitude: -117.4,
    });
    expect(toOwnSummary({ ...workshop, venue: null }).place).toBeNull();
    expect(toOwnSummary({ ...workshop, format: 'hybrid' }).place).toMatchObject({ venue: 'Library' });
  });

  it('its fee as a number, whatever the database holds it as', () => {
    const feeAmount = '12.50' as unknown as number;
    expect(toOwnSummary({ ...workshop, feeKind: 'amount', feeAmount }).fee).toEqual({
      type: 'amount',
      usd: 12.5,
    });
    expect(toOwnSummary({ ...workshop, feeKind: 'ask', feeAmount: 50 }).fee).toEqual({ type: 'ask' });
  });
});

describe('a feed tells besides', () => {
  it('the street and when it was last published', () => {
    expect(toFeedExtras({ ...workshop, publishedAt: '2027-01-02 03:04:05Z' })).toEqual({
      street: '1 Main',
      updatedAt: '2027-01-02T03:04:05.000Z',
    });
  });

  it('no street where there is none', () => {
    expect(toFeedExtras({ ...workshop, format: 'virtual' }).street).toBeNull();
    expect(toFeedExtras({ ...workshop, venue: null }).street).toBeNull();
  });
});

describe('a workshop’s own page', () => {
  const venue = { name: 'Library', street: '1 Main', zip: '99201', city: 'Spokane', state: 'WA' };

  it('tells how to find it and its notes', () => {
    const told = { ...workshop, notes: 'Bring lunch', venue: { ...venue, directions: 'Turn left' } };
    expect(detailOf(told, true)).toMatchObject({ notes: 'Bring lunch', directions: 'Turn left' });
    expect(detailOf({ ...told, notes: '', format: 'virtual' }, true)).toMatchObject({
      notes: null,
      directions: null,
    });
    expect(detailOf({ ...told, venue: null }, true)).toMatchObject({ directions: null, place: null });
  });

  it('has nothing to withhold of the place of a private one that is virtual', () => {
    expect(detailOf({ ...workshop, visibility: 'private', format: 'virtual' }, true)).toMatchObject({
      visibility: 'private',
      place: null,
    });
  });

  it('that is private or hidden withholds a ZIP code nobody can read', () => {
    for (const visibility of ['private', 'hidden'] as const) {
      const detail = detailOf(
        { ...workshop, visibility, venue: { ...venue, zip: 'x', directions: '' } },
        true,
      );
      expect(detail).toMatchObject({ visibility: 'private', place: { zip: '' }, hasScholarship: true });
    }
  });
});

describe('a partner', () => {
  it('is told of with every way to reach it, and nothing else', () => {
    const contact = {
      name: 'Codes',
      slug: 'codes',
      contactName: 'Ada',
      email: 'ada@example.org',
      phone: '555',
      website: 'https://example.org',
      costNote: 'Ask',
    };
    expect(toContact({ ...contact, ...{ note: 'Pays late' } })).toEqual(contact);
    const blank = { contactName: '', email: '', phone: '', website: '', costNote: '' };
    expect(toContact({ ...contact, ...blank })).toEqual({
      name: 'Codes',
      slug: 'codes',
      contactName: null,
      email: null,
      phone: null,
      website: null,
      costNote: null,
    });
  });

  it('is loaded with no more than its name for searching, and with all that for a page', () => {
    expect(SUMMARY_POPULATE).toEqual({
      sessions: true,
      venue: true,
      partner: { select: ['documentId', 'name', 'slug'] },
    });
    expect(DETAIL_POPULATE).toMatchObject({
      sessions: true,
      venue: true,
      partner: { select: expect.arrayContaining(Object.keys(toContact(workshop.partner))) },
    });
  });
});
