import { describe, expect, it } from 'vitest';
import type { Entry } from '../schema/model';
import { PUBLISH_RULES } from './publishable';

const published = { figures: new Set<string>(), pages: new Set(['home']), paths: new Set<string>() };
const fields = (type: string, draft: Entry) =>
  PUBLISH_RULES[`api::${type}.${type}`]?.(draft, published, new Date('2026-11-28T15:00:00Z')).map(
    ({ path }) => path.join('.'),
  );

const words = (type: string, draft: Entry) =>
  PUBLISH_RULES[`api::${type}.${type}`]?.(draft, published, new Date('2026-11-28T15:00:00Z')).map(
    ({ message }) => message,
  );

describe('publishing', () => {
  it('is refused in words that say what to do', () => {
    const from = '2027-01-02T00:00:00Z';
    expect(words('figure', { phrase: null, wordingWithout: '{value}' })).toEqual([
      'Write {value} in the wording where the number goes: “over {value} educators”.',
      'The wording without a number can’t hold {value}. Take it out.',
    ]);
    expect(words('site', { homePage: null, notice: { from, to: from } })).toEqual([
      'Choose the home page.',
      'The banner’s “Show until” must be after its “Show from”.',
    ]);
    expect(words('site', { homePage: { documentId: 'draft' } })).toEqual([
      'The home page isn’t published yet. Publish that page first.',
    ]);
    expect(
      words('scholarship', {
        applyUrl: 'example.org',
        opensOn: '2027-05-02',
        closesOn: '2027-05-01',
        coverage: 'amount',
        national: false,
        regions: [],
        seats: 1,
        seatsTaken: 2,
      }),
    ).toEqual([
      '“Link to apply” must be a web address that starts with https:// (or http://).',
      'The scholarship closes before it opens. Correct one of the dates.',
      'Say how much it pays, or choose that it pays the full cost.',
      'Choose the states where it can be used, or switch on “Everywhere”.',
      '2 are taken, and there are 1 scholarships. Correct one of the two numbers.',
    ]);
    expect(
      words('workshop', {
        slug: 'a b',
        registrationUrl: 'x',
        format: 'hybrid',
        sessions: [],
        feeKind: 'amount',
      }),
    ).toEqual([
      expect.stringContaining('The address “a b” won’t do.'),
      '“Registration link” must be a web address that starts with https:// (or http://).',
      'Add the venue, or make the workshop virtual: people need to know where to go.',
      'Add at least one date.',
      'Say what it costs, or choose “Ask the partner” or “Free”.',
      'Choose the Regional Partner that runs it.',
    ]);
    expect(
      words('workshop', { format: 'virtual', feeKind: 'free', feeAmount: 0, partner: {}, placesTaken: 1 }),
    ).toEqual([
      'Choose the time zone the times of this virtual workshop are in.',
      'Free, or an amount? Empty the amount, or choose “An amount”.',
      'Say how many places there are, or leave empty how many are taken.',
    ]);
  });

  it('a page refuses addresses the site itself needs', () => {
    expect(fields('page', { slug: 'deep-dive' })).toEqual([]);
    for (const slug of [undefined, null, '', 5]) expect(fields('page', { slug })).toEqual([]);
    for (const slug of ['workshops', 'quote', 'admin', 'api', 'robots.txt', 'Deep', 'a--b', '-a'])
      expect(fields('page', { slug })).toEqual(['slug']);
  });

  it('a page’s own one-pager is a PDF', () => {
    for (const onePager of [null, undefined, { mime: 'application/pdf', name: 'ours.pdf' }])
      expect(fields('page', { slug: 'deep-dive', onePager })).toEqual([]);
    expect(words('page', { slug: 'deep-dive', onePager: { mime: 'image/png', name: 'ours.png' } })).toEqual([
      'The one-pager has to be a PDF, and “ours.png” is none. Choose a PDF, or leave it empty: then one is made of this page.',
    ]);
  });

  it('a figure needs a place for its number', () => {
    expect(fields('figure', { phrase: 'over {value} educators', wordingWithout: 'educators' })).toEqual([]);
    expect(fields('figure', { phrase: 'over many', wordingWithout: '{value}' })).toEqual([
      'phrase',
      'wordingWithout',
    ]);
  });

  it('the site needs a home page, and a banner that ends after it begins', () => {
    const from = '2027-01-02T00:00:00Z';
    expect(
      fields('site', { homePage: { documentId: 'home' }, notice: { from, to: '2027-01-03T00:00:00Z' } }),
    ).toEqual([]);
    for (const notice of [null, {}, { from }, { to: from }])
      expect(fields('site', { homePage: { documentId: 'home' }, notice })).toEqual([]);
    expect(fields('site', { homePage: { documentId: 'draft' } })).toEqual(['homePage']);
    expect(fields('site', { homePage: null, notice: { from, to: '2027-01-01T00:00:00Z' } })).toEqual([
      'homePage',
      'notice.to',
    ]);
  });

  it('a scholarship needs sensible dates, an amount when it pays one, and states when it isn’t national', () => {
    expect(
      fields('scholarship', {
        opensOn: '2027-05-02',
        closesOn: '2027-05-01',
        coverage: 'amount',
        amount: null,
        national: false,
        regions: [],
        applyUrl: 'javascript:alert(1)',
      }),
    ).toEqual(['applyUrl', 'closesOn', 'amount', 'regions']);
    for (const sensible of [
      { opensOn: '2027-05-02' },
      { closesOn: '2027-05-01' },
      { coverage: 'amount', amount: 50 },
      { national: true, regions: [] },
      { national: false, regions: [{ state: 'WA' }] },
      { applyUrl: 'https://example.org' },
    ])
      expect(fields('scholarship', { coverage: 'full', ...sensible })).toEqual([]);
    expect(
      fields('scholarship', { opensOn: '2027-05-01', closesOn: '2027-05-01', coverage: 'full' }),
    ).toEqual([]);
  });

  it('a workshop needs a partner, dates, a place or a zone, a price when it has one, a web address to register', () => {
    const complete = {
      format: 'in-person',
      venue: { zip: '98101' },
      sessions: [{}],
      feeKind: 'ask',
      partner: { id: 1 },
      registrationUrl: 'https://example.org',
    };
    expect(fields('workshop', complete)).toEqual([]);
    for (const format of ['in-person', 'hybrid'])
      expect(fields('workshop', { ...complete, format, venue: null })).toEqual(['venue.zip']);
    expect(fields('workshop', { ...complete, format: 'virtual', venue: null })).toEqual(['virtualTimeZone']);
    for (const whole of [
      { format: 'virtual', venue: null, virtualTimeZone: 'Pacific' },
      { feeKind: 'amount', feeAmount: 0 },
      { feeKind: 'free' },
      { slug: 'boise', registrationUrl: null },
      { slug: 'workshops' },
    ])
      expect(fields('workshop', { ...complete, ...whole })).toEqual([]);
    expect(fields('workshop', { ...complete, slug: 'a b' })).toEqual(['slug']);
    expect(
      fields('workshop', {
        ...complete,
        sessions: [],
        feeKind: 'amount',
        partner: null,
        registrationUrl: 'ftp://x',
      }),
    ).toEqual(['registrationUrl', 'sessions', 'feeAmount', 'partner']);
    expect(fields('workshop', { ...complete, feeKind: 'free', feeAmount: 50 })).toEqual(['feeAmount']);
  });

  it('no more can be taken than there is', () => {
    const workshop = {
      format: 'in-person',
      venue: { zip: '98101' },
      sessions: [{}],
      feeKind: 'ask',
      partner: { id: 1 },
    };
    expect(fields('workshop', { ...workshop, capacity: 30, placesTaken: 30 })).toEqual([]);
    expect(fields('workshop', { ...workshop, capacity: 30, placesTaken: 31 })).toEqual(['placesTaken']);
    expect(fields('workshop', { ...workshop, placesTaken: 3 })).toEqual(['placesTaken']);
    expect(fields('scholarship', { coverage: 'full', seats: 5, seatsTaken: 5 })).toEqual([]);
    expect(fields('scholarship', { coverage: 'full', seats: 5, seatsTaken: 6 })).toEqual(['seatsTaken']);
  });

  it('a workshop is still to come, unless visitors have seen it before', () => {
    const past = {
      format: 'in-person',
      venue: { zip: '98101' },
      sessions: [{ date: '2026-03-06' }],
      startsAt: '2026-03-06T17:00:00.000Z',
      feeKind: 'ask',
      partner: { id: 1 },
    };
    expect(fields('workshop', past)).toEqual(['sessions.0.date']);
    expect(fields('workshop', { ...past, startsAt: new Date(past.startsAt) })).toEqual(['sessions.0.date']);
    expect(fields('workshop', { ...past, wasPublished: true })).toEqual([]);
  });
});
