import { describe, expect, it } from 'vitest';
import {
  announced,
  hasPage,
  isAnnounced,
  isJoinable,
  isListed,
  joinable,
  listed,
  privateToCome,
  standing,
  type VisibilityFacts,
  whyNotListed,
  withPage,
} from './visibility';

const now = new Date('2027-03-01T12:00:00Z');
const upcoming: VisibilityFacts = {
  published: true,
  visibility: 'public',
  availability: 'scheduled',
  startsAt: '2027-03-06T16:00:00Z',
  endsAt: '2027-03-06T23:00:00Z',
  hasPartner: true,
};

describe('an upcoming public workshop', () => {
  it('is listed, and nothing is said against it', () => {
    expect([isListed(upcoming, now), hasPage(upcoming), whyNotListed(upcoming, now)]).toEqual([
      true,
      true,
      [],
    ]);
  });

  it('stays listed when it is full, and until its last session has ended', () => {
    expect(isListed({ ...upcoming, availability: 'full' }, now)).toBe(true);
    expect(isListed(upcoming, new Date('2027-03-06T22:59:59Z'))).toBe(true);
    expect(isListed(upcoming, new Date('2027-03-06T23:00:00Z'))).toBe(false);
  });
});

it('a cancelled workshop is announced until it would have ended, so that feeds can call it off', () => {
  const cancelled = { ...upcoming, availability: 'cancelled' };
  expect(isAnnounced(cancelled, now)).toBe(true);
  expect(isAnnounced(cancelled, new Date('2027-03-06T23:00:00Z'))).toBe(false);
  for (const visibility of ['private', 'hidden'])
    expect(isAnnounced({ ...cancelled, visibility }, now)).toBe(false);
});

describe('a workshop that is not listed says why', () => {
  it.each<[string, Partial<VisibilityFacts>, boolean]>([
    ['draft', { published: false }, false],
    ['private', { visibility: 'private' }, true],
    ['hidden', { visibility: 'hidden' }, false],
    ['cancelled', { availability: 'cancelled' }, true],
    ['over', { endsAt: '2027-02-28T12:00:00Z' }, true],
    ['no dates', { startsAt: null, endsAt: null }, false],
    ['no dates', { startsAt: null }, false],
    ['no dates', { endsAt: null }, false],
    ['No Regional Partner', { hasPartner: false }, false],
  ])('%s', (word, change, keepsPage) => {
    const workshop = { ...upcoming, ...change };
    expect(isListed(workshop, now)).toBe(false);
    expect(hasPage(workshop)).toBe(keepsPage);
    expect(whyNotListed(workshop, now)).toEqual([expect.stringContaining(word)]);
  });
});

it('a visibility nobody knows is seen by nobody', () => {
  expect(hasPage({ ...upcoming, visibility: 'members' })).toBe(false);
});

describe('a private workshop that others may ask to join', () => {
  const offered: VisibilityFacts = {
    ...upcoming,
    visibility: 'private',
    joinable: true,
    format: 'in-person',
    latitude: 48.4,
    longitude: -119.5,
  };

  it.each<[string, Partial<VisibilityFacts>, boolean]>([
    ['as it is', {}, true],
    ['hybrid', { format: 'hybrid' }, true],
    ['with places left', { capacity: 10, placesTaken: 9 }, true],
    ['on the equator and the meridian', { latitude: 0, longitude: 0 }, true],
    ['at its last moment', { endsAt: '2027-03-01T12:00:01Z' }, true],
    ['without the partner’s word', { joinable: false }, false],
    ['without the partner’s word', { joinable: null }, false],
    ['without the partner’s word', { joinable: undefined }, false],
    ['public', { visibility: 'public' }, false],
    ['hidden', { visibility: 'hidden' }, false],
    ['a draft', { published: false }, false],
    ['of no partner', { hasPartner: false }, false],
    ['without dates', { startsAt: null }, false],
    ['over', { endsAt: '2027-03-01T12:00:00Z' }, false],
    ['cancelled', { availability: 'cancelled' }, false],
    ['full by its partner’s word', { availability: 'full' }, false],
    ['full by its places', { capacity: 10, placesTaken: 10 }, false],
    ['virtual', { format: 'virtual' }, false],
    ['of a format nobody knows', { format: undefined }, false],
    ['without a place on the map', { latitude: null }, false],
    ['without a place on the map', { longitude: undefined }, false],
  ])('%s: %j → %s', (_, change, isOffered) => {
    expect(isJoinable({ ...offered, ...change }, now)).toBe(isOffered);
  });

  it('is on no map and in no list all the same, and says what strangers are told', () => {
    expect(isListed(offered, now)).toBe(false);
    expect(whyNotListed(offered, now)).toEqual([expect.stringContaining('may ask you to join')]);
    expect(standing(offered, now)).toBe('Private · Others may ask');
  });

  it.each<[string, Partial<VisibilityFacts>]>([
    ['it is full', { capacity: 10, placesTaken: 10 }],
    ['it is virtual', { format: 'virtual', latitude: null, longitude: null }],
  ])('says why nobody is told of it: %s', (word, change) => {
    const reasons = whyNotListed({ ...offered, ...change }, now);
    expect(reasons).toEqual([
      expect.not.stringContaining('may ask you to join'),
      expect.stringContaining(`not told that they may ask to join: ${word}`),
    ]);
    expect(standing({ ...offered, ...change }, now)).toBe('Private');
  });
});

describe('how a workshop stands, in a word or two', () => {
  it.each<[string, Partial<VisibilityFacts>]>([
    ['On the map', {}],
    ['On the map · Full', { availability: 'full' }],
    ['On the map · Full', { capacity: 10, placesTaken: 10 }],
    ['Draft', { published: false, availability: 'cancelled' }],
    ['Over', { endsAt: '2027-03-01T12:00:00Z', availability: 'cancelled', visibility: 'hidden' }],
    ['Cancelled', { availability: 'cancelled', visibility: 'private' }],
    ['Hidden', { visibility: 'hidden' }],
    ['Private', { visibility: 'private' }],
    ['Not on the map', { hasPartner: false }],
    ['Not on the map', { startsAt: null, endsAt: null }],
  ])('%s: %j', (words, change) => {
    expect(standing({ ...upcoming, ...change }, now)).toBe(words);
  });
});

it('the database is asked for the same', () => {
  const page = {
    visibility: { $in: ['public', 'private'] },
    partner: { id: { $notNull: true } },
    startsAt: { $notNull: true },
    endsAt: { $notNull: true },
  };
  const toCome = { ...page, visibility: 'public', endsAt: { $gt: '2027-03-01T12:00:00.000Z' } };
  expect(withPage).toEqual(page);
  expect(announced(now)).toEqual(toCome);
  expect(listed(now)).toEqual({ ...toCome, availability: { $ne: 'cancelled' } });
  const privateOnes = { ...toCome, visibility: 'private' };
  expect(privateToCome(now)).toEqual({ ...privateOnes, availability: { $ne: 'cancelled' } });
  expect(joinable(now)).toEqual({
    ...privateOnes,
    joinable: true,
    format: { $in: ['in-person', 'hybrid'] },
    latitude: { $notNull: true },
    longitude: { $notNull: true },
    availability: 'scheduled',
  });
});
