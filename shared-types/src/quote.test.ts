import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Discount, GroupPrice } from './generated.js';
import type { Fee } from './price.js';
import { listPrice, type QuoteFacts, quote } from './quote.js';
import type { ScholarshipTerms } from './scholarship.js';

/** A Monday at noon, UTC. */
const now = new Date('2027-03-01T12:00:00Z');

const tier = (minimumPeople: number, pricePerPerson: number): GroupPrice => ({
  id: minimumPeople,
  minimumPeople,
  pricePerPerson,
});
const discount = (fields: Partial<Discount>): Discount => ({
  id: 1,
  name: 'Early bird',
  percentOff: null,
  dollarsOff: null,
  minimumPeople: null,
  lastDay: null,
  forEveryone: null,
  conditions: null,
  ...fields,
});
const everyone = (fields: Partial<Discount>) => discount({ forEveryone: true, ...fields });
const terms = (groupPrices: GroupPrice[] = [], discounts: Discount[] = []) => ({
  name: 'Codes',
  groupPrices,
  discounts,
});
const ask: Fee = { type: 'ask' };
const free: Fee = { type: 'free' };
const usd = (amount: number): Fee => ({ type: 'amount', usd: amount });

const facts = (fields: Partial<QuoteFacts>): QuoteFacts => ({
  valueCents: 30000,
  partner: terms(),
  fee: ask,
  people: 1,
  scholarships: [],
  state: 'WA',
  now,
  ...fields,
});

describe('the price of a place, in cents', () => {
  const fivePlus = terms([tier(5, 225)]);
  const tiers = terms([tier(4, 250), tier(10, 200)]);
  const early = terms([], [everyone({ percentOff: 20 })]);
  it.each<[string, Partial<QuoteFacts>, number | null]>([
    ['nothing published: ask', {}, null],
    ['nobody serves: ask', { partner: null }, null],
    ['an amount of its own', { fee: usd(75) }, 7500],
    ['an amount with cents', { fee: usd(99.99) }, 9999],
    ['free, because someone said so', { fee: free }, 0],
    ['more than the value contradicts it: ask', { fee: usd(350) }, null],
    ['a fee of nothing is an accident', { fee: usd(0) }, null],
    ['a value of nothing too', { valueCents: 0, fee: usd(75) }, 7500],
    ['as much as the value', { fee: usd(300) }, 30000],
    ['a group too small for its price: ask', { partner: fivePlus, people: 4 }, null],
    ['a group that is just large enough', { partner: fivePlus, people: 5 }, 22500],
    ['the best tier reached', { partner: tiers, people: 9 }, 25000],
    ['the next tier', { partner: tiers, people: 10 }, 20000],
    ['group price below the workshop’s own fee', { partner: tiers, people: 10, fee: usd(250) }, 20000],
    ['group price above the workshop’s own fee', { partner: tiers, people: 10, fee: usd(75) }, 7500],
    ['group price, though the fee is free', { partner: tiers, people: 10, fee: free }, 0],
    ['a group price of nothing is an accident', { partner: terms([tier(2, 0)]), people: 2 }, null],
    ['a group price that is the value', { partner: terms([tier(2, 300)]), people: 2 }, 30000],
    ['a group price beyond the value', { partner: terms([tier(2, 301)]), people: 2 }, null],
    ['a discount for everyone, off the value', { partner: early }, 24000],
    ['a discount for everyone, off the fee', { partner: early, fee: usd(150) }, 12000],
    ['cents are rounded', { partner: terms([], [everyone({ percentOff: 33 })]), fee: usd(9.99) }, 669],
    ['dollars off', { partner: terms([], [everyone({ dollarsOff: 75 })]) }, 22500],
    ['never less than nothing', { partner: terms([], [everyone({ dollarsOff: 75 })]), fee: usd(50) }, 0],
    [
      'discounts are not added up: the best one counts',
      { partner: terms([], [everyone({ percentOff: 20 }), everyone({ dollarsOff: 50 })]) },
      24000,
    ],
    [
      'nor are a discount and a group price',
      { partner: terms([tier(5, 225)], [everyone({ percentOff: 20 })]), people: 5 },
      22500,
    ],
    ['a discount on a condition in words', { partner: terms([], [discount({ percentOff: 20 })]) }, null],
    [
      'words are a condition, whatever else is said',
      { partner: terms([], [everyone({ percentOff: 20, conditions: 'If your district has signed.' })]) },
      null,
    ],
    [
      'a condition in words, beside a fee',
      { partner: terms([], [discount({ percentOff: 20, conditions: 'For rural schools.' })]), fee: usd(100) },
      10000,
    ],
    [
      'on the last day of a discount',
      { partner: terms([], [everyone({ percentOff: 20, lastDay: '2027-03-01' })]) },
      24000,
    ],
    [
      'the day after',
      { partner: terms([], [everyone({ percentOff: 20, lastDay: '2027-02-28' })]), fee: usd(100) },
      10000,
    ],
    [
      'a discount for more people than come',
      { partner: terms([], [everyone({ percentOff: 20, minimumPeople: 8 })]), people: 7, fee: usd(100) },
      10000,
    ],
    [
      'a discount for as many as come',
      { partner: terms([], [everyone({ percentOff: 20, minimumPeople: 8 })]), people: 8, fee: usd(100) },
      8000,
    ],
    ['a discount of unknown size', { partner: terms([], [everyone({})]), fee: usd(100) }, 10000],
    ['no national value, but a fee', { valueCents: null, fee: usd(75) }, 7500],
    ['no national value, but a group price', { valueCents: null, partner: tiers, people: 4 }, 25000],
    ['no national value to take a discount off: ask', { valueCents: null, partner: early }, null],
  ])('%s', (_, given, expected) => {
    const { perPersonCents, totalCents, people } = quote(facts(given));
    expect(perPersonCents).toBe(expected);
    expect(totalCents).toBe(expected === null ? null : expected * people);
  });

  it('is told line by line, each with its reason and whose it is', () => {
    const { lines } = quote(facts({ partner: tiers, people: 12, fee: usd(250) }));
    expect(lines).toEqual([
      {
        label: 'Value of the workshop',
        cents: 30000,
        why: 'What a place is worth, everywhere.',
        whose: 'national',
      },
      {
        label: 'This workshop’s own price',
        cents: -5000,
        why: '$250 per person, as Codes set it for this workshop.',
        whose: 'workshop',
      },
      {
        label: 'Group price',
        cents: -5000,
        why: '$200 each for 10 or more people, from Codes.',
        whose: 'partner',
      },
    ]);
  });

  it('says of a discount what is taken off and until when', () => {
    const partner = terms([], [everyone({ percentOff: 20, minimumPeople: 3, lastDay: '2027-05-31' })]);
    expect(quote(facts({ partner, people: 3 })).lines.at(-1)).toEqual({
      label: 'Early bird',
      cents: -6000,
      why: '20% off for 3 or more people, until Mon, May 31, 2027, from Codes.',
      whose: 'partner',
    });
  });

  it.each<[string, Partial<QuoteFacts>, string]>([
    ['20% off, from Codes.', { partner: early }, 'Early bird'],
    ['$75 off, from Codes.', { partner: terms([], [everyone({ dollarsOff: 75 })]) }, 'Early bird'],
    ['Free, as Codes set it for this workshop.', { fee: free }, 'This workshop’s own price'],
    [
      '$75 per person, as it was set for this workshop.',
      { fee: usd(75), partner: null },
      'This workshop’s own price',
    ],
    [
      '$200 per person, as Codes set it for this workshop.',
      { partner: tiers, people: 10, fee: usd(200) },
      'This workshop’s own price',
    ],
    ['No Regional Partner sets a price here yet. Ask the nearest.', { partner: null }, 'Regional Partner'],
    ['Your partner sets the price here, and has not published it. Ask.', {}, 'Codes'],
    [
      'Your partner sets the price here. What it has published tells no more than the range.',
      { partner: tiers, people: 3 },
      'Codes',
    ],
    [
      'Your partner sets the price here, and has not published it. Ask.',
      { partner: tiers, people: 3, valueCents: null },
      'Codes',
    ],
  ])('ends with its reason: %s', (why, given, label) => {
    expect(quote(facts(given)).lines.at(-1)).toMatchObject({ why, label });
  });

  it('is a range when the partner’s terms tell no more', () => {
    const known = quote(facts({ partner: tiers, people: 3 }));
    expect(known.range).toEqual({ fromCents: 20000, toCents: 30000 });
    expect(known.lines.at(-1)).toMatchObject({ label: 'Codes', cents: null });
    expect(quote(facts({})).range).toBeNull();
    expect(quote(facts({ partner: tiers, people: 4 })).range).toBeNull();
    expect(quote(facts({ partner: tiers, people: 3, valueCents: null })).range).toBeNull();
  });
});

describe('what could be less', () => {
  const district = discount({
    name: 'Districts',
    percentOff: 20,
    conditions: 'If your district has signed.',
  });

  it('is shown with its condition, and never taken off', () => {
    const price = quote(facts({ partner: terms([], [district]), fee: usd(100) }));
    expect(price.perPersonCents).toBe(10000);
    expect(price.possible).toEqual([
      { label: 'Districts', perPersonCents: 8000, condition: 'If your district has signed.' },
    ]);
  });

  it('is off the value where nobody has said a price', () => {
    const { perPersonCents, possible } = quote(facts({ partner: terms([], [district]) }));
    expect(perPersonCents).toBeNull();
    expect(possible.map((each) => each.perPersonCents)).toEqual([24000]);
  });

  it('tells what more people would pay, the lowest first', () => {
    const { possible } = quote(facts({ partner: terms([tier(5, 225), tier(20, 150)], [district]) }));
    expect(possible.map(({ perPersonCents, condition }) => [perPersonCents, condition])).toEqual([
      [15000, 'for 20 or more people'],
      [22500, 'for 5 or more people'],
      [24000, 'If your district has signed.'],
    ]);
  });

  it('leaves out what would be no less, and what is over', () => {
    const partner = terms([tier(5, 225)], [{ ...district, lastDay: '2027-02-01' }]);
    expect(quote(facts({ partner, fee: usd(75) })).possible).toEqual([]);
    expect(quote(facts({ partner, fee: usd(225) })).possible).toEqual([]);
  });

  it('tells what everyone gets once enough people come, and all of its conditions', () => {
    const partner = terms(
      [],
      [
        everyone({ name: 'Groups', percentOff: 10, minimumPeople: 8 }),
        discount({ name: 'Rural', dollarsOff: 20, minimumPeople: 3, conditions: 'For rural schools.' }),
      ],
    );
    expect(quote(facts({ partner, people: 7 })).possible).toEqual([
      { label: 'Groups', perPersonCents: 27000, condition: 'for 8 or more people' },
      { label: 'Rural', perPersonCents: 28000, condition: 'for 3 or more people. For rural schools.' },
    ]);
  });

  it('names a discount of unknown size without a price', () => {
    const partner = terms([], [discount({ name: 'Title I schools' })]);
    expect(quote(facts({ partner })).possible).toEqual([
      { label: 'Title I schools', perPersonCents: null, condition: '' },
    ]);
  });
});

describe('scholarships', () => {
  const scholarship: ScholarshipTerms = {
    national: true,
    regions: [],
    opensOn: null,
    closesOn: null,
    deadlineZone: null,
    seats: null,
    seatsTaken: null,
  };
  it('are those that can still be had for the place, and change no price', () => {
    const ours = { ...scholarship, national: false, regions: [{ state: 'WA' }] };
    const theirs = { ...scholarship, national: false, regions: [{ state: 'OR' }] };
    const full = { ...scholarship, seats: 3, seatsTaken: 3 };
    const closed = { ...scholarship, closesOn: '2027-02-01' };
    const price = quote(facts({ fee: usd(75), scholarships: [scholarship, ours, theirs, full, closed] }));
    expect(price.scholarships).toEqual([scholarship, ours]);
    expect(price.perPersonCents).toBe(7500);
  });
});

describe('in a list', () => {
  it('stands the price for one, its reason, and the lowest a group gets unasked', () => {
    const partner = terms([tier(5, 225), tier(10, 50)]);
    expect(listPrice({ valueCents: 30000, partner, fee: usd(250), now })).toEqual({
      perPersonCents: 25000,
      reason: 'This workshop’s own price',
      whose: 'workshop',
      group: { perPersonCents: 5000, minimumPeople: 10 },
    });
    expect(listPrice({ valueCents: 30000, partner, fee: usd(50), now }).group).toBeNull();
    expect(listPrice({ valueCents: 30000, partner, fee: ask, now })).toMatchObject({
      perPersonCents: null,
      reason: 'Codes',
      group: { perPersonCents: 5000, minimumPeople: 10 },
    });
  });

  it('stands the smallest group that gets the lowest price, by a group price or a discount', () => {
    const partner = terms(
      [tier(20, 150), tier(5, 225)],
      [everyone({ dollarsOff: 150, minimumPeople: 8 }), everyone({ percentOff: 10 })],
    );
    expect(listPrice({ valueCents: 30000, partner, fee: ask, now })).toEqual({
      perPersonCents: 27000,
      reason: 'Early bird',
      whose: 'partner',
      group: { perPersonCents: 15000, minimumPeople: 8 },
    });
  });

  it('stands whom to ask where no partner serves', () => {
    expect(listPrice({ valueCents: 30000, partner: null, fee: ask, now })).toEqual({
      perPersonCents: null,
      reason: 'Regional Partner',
      whose: 'partner',
      group: null,
    });
  });
});

describe('whatever the terms are', () => {
  const dollars = fc.integer({ min: 0, max: 50000 }).map((cents) => cents / 100);
  const anyDiscount = fc.record({
    id: fc.constant(1),
    name: fc.constantFrom('Early bird', 'Rural'),
    percentOff: fc.option(fc.integer({ min: 1, max: 100 })),
    dollarsOff: fc.option(dollars),
    minimumPeople: fc.option(fc.integer({ min: 2, max: 30 })),
    lastDay: fc.constantFrom(null, '2027-02-01', '2027-06-01'),
    forEveryone: fc.constantFrom(null, true, false),
    conditions: fc.constantFrom(null, 'If your district has signed.'),
  });
  const anyTier = fc
    .tuple(fc.integer({ min: 2, max: 30 }), dollars)
    .map(([people, price]) => tier(people, price));
  const anyFacts = fc.record({
    valueCents: fc.option(fc.integer({ min: 1, max: 50000 })),
    partner: fc.option(
      fc
        .tuple(fc.array(anyTier, { maxLength: 4 }), fc.array(anyDiscount, { maxLength: 4 }))
        .map(([prices, discounts]) => terms(prices, discounts)),
    ),
    fee: fc.oneof(fc.constant(ask), fc.constant(free), dollars.map(usd)),
    people: fc.integer({ min: 1, max: 40 }),
  });

  it('more people never cost more each, and a price once known stays known', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 1, max: 40 }), (given, more) => {
        const few = quote(facts(given)).perPersonCents;
        const many = quote(facts({ ...given, people: given.people + more })).perPersonCents;
        if (few !== null) expect(many ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(few);
      }),
    );
  });

  it('no price is below 0 or above the value', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const { perPersonCents, range, possible } = quote(facts(given));
        const all = [
          perPersonCents,
          range?.fromCents ?? null,
          range?.toCents ?? null,
          ...possible.map((each) => each.perPersonCents),
        ];
        for (const cents of all) {
          if (cents === null) continue;
          expect(Number.isInteger(cents)).toBe(true);
          expect(cents).toBeGreaterThanOrEqual(0);
          expect(cents).toBeLessThanOrEqual(given.valueCents ?? Number.POSITIVE_INFINITY);
        }
        if (range) expect(range.fromCents).toBeLessThanOrEqual(range.toCents);
      }),
    );
  });

  it('the lines add up to the price, and one asks where there is none', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const { perPersonCents, totalCents, people, lines } = quote(facts(given));
        expect(lines.some(({ cents }) => cents === null)).toBe(perPersonCents === null);
        expect(totalCents).toBe(perPersonCents === null ? null : perPersonCents * people);
        if (perPersonCents === null) return;
        expect(lines.reduce((sum, { cents }) => sum + (cents ?? Number.NaN), 0)).toBe(perPersonCents);
      }),
    );
  });

  it('nothing is free unless someone said so', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const isGiven =
          given.fee.type === 'free' || given.partner?.discounts.some(({ forEveryone }) => forEveryone);
        if (!isGiven) expect(quote(facts(given)).perPersonCents).not.toBe(0);
      }),
    );
  });

  it('what hangs on words changes nothing', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const silent = given.partner && {
          ...given.partner,
          discounts: given.partner.discounts.filter(({ conditions }) => !conditions),
        };
        const price = (partner: typeof silent) => quote(facts({ ...given, partner })).perPersonCents;
        expect(price(given.partner)).toBe(price(silent));
      }),
    );
  });
});
