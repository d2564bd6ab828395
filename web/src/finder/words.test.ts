import { lostPlaceAdvice, type Near, type ParsedSearch, type WorkshopSearch } from '@deep-dive/shared-types';
import { describe, expect, it } from 'vitest';
import { aList, aResult, aWorkshop, denver } from '../testing/samples';
import { finderState } from './state';
import {
  decidingLoss,
  ignoredWords,
  insteadWords,
  nearestWords,
  orderCaveat,
  placeCaveat,
  resultsTitle,
} from './words';

const { place } = denver;
const colorado: Near = { ...denver, place: { ...place, kind: 'state', label: 'Colorado' } };
const lost: Near = { status: 'unknown-place', text: 'Denvre', didYouMean: [] };
const bbox: WorkshopSearch['bbox'] = [-105, 39, -104, 40];

const finderFor = (search: WorkshopSearch, isEmbedded = false) =>
  finderState({ search, ignored: [] }, '/workshops', {
    id: 'finder',
    level: 2,
    kind: null,
    growth: 'pages',
    isEmbedded,
  });
const listOf = (count: number, near: Near | null = null) => ({
  ...aList(count > 0 ? [aWorkshop()] : [], count),
  near,
});
const titleOf = (search: WorkshopSearch, count: number, near: Near | null = null, isEmbedded = false) =>
  resultsTitle(listOf(count, near), finderFor(search, isEmbedded));

describe('the title', () => {
  it.each<[WorkshopSearch, number, Near | null, string]>([
    [{}, 3, null, '3 upcoming workshops'],
    [{ format: 'virtual' }, 3, denver, '3 virtual workshops'],
    [{ format: 'virtual', bbox }, 3, denver, '3 virtual workshops'],
    [{ format: 'hybrid' }, 3, denver, '3 workshops within 50 miles of Denver, CO'],
    [{ radius: 'any' }, 1, denver, '1 workshop at any distance from Denver, CO'],
    [{ radius: 'any' }, 1, colorado, '1 workshop in Colorado'],
    [{ bbox }, 2, lost, '2 workshops in this part of the map'],
    [{}, 2, lost, '2 upcoming workshops'],
    [{}, 0, null, 'No workshops are listed right now'],
    [{}, 0, lost, 'We couldn’t find “Denvre”'],
    [{ bbox }, 0, lost, 'No workshops in this part of the map'],
    [{}, 0, colorado, 'No workshops in Colorado'],
    [{ kind: 'intro' }, 0, null, 'No workshops fit these filters'],
    [{ partner: 'front-range' }, 0, null, 'No workshops fit these filters'],
    [{ format: 'virtual' }, 0, lost, 'No workshops fit these filters'],
  ])('for %j with %i is told', (search, count, near, title) => {
    expect(titleOf(search, count, near)).toBe(title);
  });

  it('blames no filter that is not the visitor’s', () => {
    expect(titleOf({ partner: 'front-range' }, 0, null, true)).toBe('No workshops are listed right now');
  });
});

describe('a place that was not found', () => {
  it('decides, unless what is listed needs none', () => {
    expect(decidingLoss(listOf(0, lost), {})).toBe(lost);
    expect(decidingLoss(listOf(0, lost), { bbox })).toBeNull();
    expect(decidingLoss(listOf(0, lost), { format: 'virtual' })).toBeNull();
    expect(decidingLoss(listOf(0, lost), { format: 'hybrid' })).toBe(lost);
    expect(decidingLoss(listOf(0, denver), {})).toBeNull();
    expect(decidingLoss(listOf(0, null), {})).toBeNull();
  });

  it('is told where it does not decide, with what to do', () => {
    const caveat = (search: WorkshopSearch, near: Near | null) =>
      placeCaveat(listOf(1, near), finderFor(search));
    expect(caveat({ bbox }, lost)).toBe(
      'We couldn’t find “Denvre”. Please check the spelling, add the state (“Springfield, IL”) or use a ZIP code.',
    );
    expect(caveat({ format: 'virtual' }, lost)).toBe(
      'We couldn’t find “Denvre”. That makes no difference to virtual workshops: they are open to everyone.',
    );
    expect([caveat({}, lost), caveat({ bbox }, denver), caveat({ bbox }, null)]).toEqual([null, null, null]);
  });

  it.each<[Exclude<Near, { status: 'found' }>, string, string]>([
    [
      { status: 'unknown-zip', zip: '80299', didYouMean: [] },
      'We don’t know the ZIP code 80299',
      'Please check its five digits, or look for a city instead.',
    ],
    [
      { status: 'military-zip', zip: '09012' },
      '09012 is a military ZIP code',
      'It stands for no place on the map. Look for the city nearest to you instead, or join a virtual workshop.',
    ],
    [
      { status: 'outside-us', text: 'Toronto' },
      '“Toronto” is outside the United States',
      'Our workshops are held in the United States and its territories. You can still join a virtual one.',
    ],
  ])('is told: %j', (near, title, advice) => {
    expect([titleOf({}, 0, near), lostPlaceAdvice(near)]).toEqual([title, advice]);
  });
});

describe('the nearest workshop, when none is near', () => {
  const place = {
    city: 'Honolulu',
    state: 'HI',
    venue: null,
    zip: '96813',
    latitude: 21.3,
    longitude: -157.86,
  };
  const inHonolulu = aResult({ distanceMiles: 3806, place });

  it('is told with its miles, and that a virtual one needs no travel', () => {
    const virtual = { total: 3, workshops: [] };
    expect(nearestWords({ beyond: [inHonolulu], virtual })).toBe(
      'The nearest one is in Honolulu, HI, 3,806 miles away. Virtual workshops need no travel, and are open to you too.',
    );
    expect(nearestWords({ beyond: [inHonolulu], virtual: null })).toBe(
      'The nearest one is in Honolulu, HI, 3,806 miles away.',
    );
  });

  it('is none when nothing is listed beyond', () => {
    expect(nearestWords({ beyond: [], virtual: { total: 3, workshops: [] } })).toBeNull();
  });
});

describe('the order', () => {
  const caveat = (search: WorkshopSearch, near: Near | null, count = 1) =>
    orderCaveat(listOf(count, near), finderFor(search));

  it('is told when it can’t be the one asked for', () => {
    const cannot = 'Sorted by date: give a city or ZIP code to sort by distance.';
    expect(caveat({ sort: 'distance' }, null)).toBe(cannot);
    expect(caveat({ sort: 'distance' }, lost)).toBe(cannot);
    expect(caveat({ sort: 'distance' }, colorado)).toBe(cannot);
    expect(caveat({ sort: 'distance', format: 'virtual' }, denver)).toBe(
      'Sorted by date: virtual workshops are equally near to everyone.',
    );
  });

  it('is not worth a word otherwise', () => {
    expect(caveat({ sort: 'distance' }, denver)).toBeNull();
    expect(caveat({ sort: 'date' }, null)).toBeNull();
    expect(caveat({ format: 'virtual' }, null)).toBeNull();
    expect(caveat({ sort: 'distance' }, null, 0)).toBeNull();
  });
});

describe('what is listed instead', () => {
  it('is told by partner, or kind', () => {
    expect(insteadWords({ partner: 'front-range', kind: 'intro' })).toBe(
      'all upcoming workshops of this partner',
    );
    expect(insteadWords({ kind: 'intro' })).toBe('all upcoming Intro workshops');
    expect(insteadWords({})).toBe('all upcoming workshops');
  });
});

describe('what was left out of an address', () => {
  const told = (ignored: ParsedSearch['ignored'], search: WorkshopSearch = {}) =>
    ignoredWords({ search, ignored });

  it('is called what the form calls it', () => {
    expect(told([])).toBeNull();
    expect(told(['near'])).toBe('We did not understand “place” in this address and left it out.');
    expect(told(['available', 'other'])).toBe(
      'We did not understand “full workshops” and a part we don’t know in this address and left them out.',
    );
    expect(told(['other'])).toBe(
      'We did not understand a part we don’t know in this address and left it out.',
    );
  });

  it('may be the last day, since it was before the first', () => {
    const from = '2027-03-06';
    expect(told(['to'], { from })).toBe(
      'The last day must not come before the first one, so we left it out.',
    );
    expect(told(['to'])).toBe('We did not understand “to” in this address and left it out.');
    expect(told(['from'], { from })).toBe('We did not understand “from” in this address and left it out.');
  });
});
