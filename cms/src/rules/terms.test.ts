import { describe, expect, it } from 'vitest';
import { feeNotes, type TypedTerms, termsProblems } from './terms';

const tier = (minimumPeople: number, pricePerPerson: number) => ({ minimumPeople, pricePerPerson });
const fieldsOf = (terms: Partial<TypedTerms>, value: number | null = 300) =>
  termsProblems({ discounts: [], groupPrices: [], ...terms }, value).map(({ path }) => path.join('.'));

describe('a partner’s terms', () => {
  it.each<[string, Partial<TypedTerms>, string[]]>([
    ['nothing at all', {}, []],
    ['prices that fall', { groupPrices: [tier(5, 225), tier(10, 200)] }, []],
    ['prices that stay', { groupPrices: [tier(5, 225), tier(10, 225)] }, []],
    ['in any order', { groupPrices: [tier(10, 200), tier(5, 225)] }, []],
    ['prices that rise', { groupPrices: [tier(5, 200), tier(10, 225)] }, ['groupPrices.1.pricePerPerson']],
    [
      'prices that rise, the larger group first',
      { groupPrices: [tier(10, 225), tier(5, 200)] },
      ['groupPrices.0.pricePerPerson'],
    ],
    [
      'two for the same number',
      { groupPrices: [tier(5, 225), tier(5, 225)] },
      ['groupPrices.1.minimumPeople'],
    ],
    ['a price of $0', { groupPrices: [tier(5, 0)] }, ['groupPrices.0.pricePerPerson']],
    ['a price beyond the value', { groupPrices: [tier(5, 301)] }, ['groupPrices.0.pricePerPerson']],
    ['a price still to be typed', { groupPrices: [{ minimumPeople: 5 }] }, []],
    ['all off', { discounts: [{ percentOff: 100 }] }, []],
    ['more than all off', { discounts: [{ percentOff: 101 }] }, ['discounts.0.percentOff']],
    ['nothing off', { discounts: [{ percentOff: 0 }] }, ['discounts.0.percentOff']],
    ['no dollars off', { discounts: [{ dollarsOff: 0 }] }, ['discounts.0.dollarsOff']],
    ['as many dollars off as it is worth', { discounts: [{ dollarsOff: 300 }] }, []],
    ['more dollars off than it is worth', { discounts: [{ dollarsOff: 301 }] }, ['discounts.0.dollarsOff']],
    ['percent and dollars', { discounts: [{ percentOff: 5, dollarsOff: 5 }] }, ['discounts.0.dollarsOff']],
    ['of unknown size, for some', { discounts: [{ conditions: 'Ask us.' }] }, []],
    ['of unknown size, for everyone', { discounts: [{ forEveryone: true }] }, ['discounts.0.percentOff']],
    [
      'for everyone, and for some',
      { discounts: [{ forEveryone: true, percentOff: 5, conditions: 'Rural.' }] },
      ['discounts.0.conditions'],
    ],
  ])('%s', (_, terms, expected) => {
    expect(fieldsOf(terms)).toEqual(expected);
  });

  it('are measured by the national value only where there is one', () => {
    expect(fieldsOf({ groupPrices: [tier(5, 900)], discounts: [{ dollarsOff: 900 }] }, null)).toEqual([]);
  });

  it('are refused in words that say what to do', () => {
    const [problem] = termsProblems({ discounts: [], groupPrices: [tier(5, 200), tier(10, 225)] }, 300);
    expect(problem?.message).toBe(
      'Group price 2: each would pay more from 10 people than from 5. Correct one of the two prices.',
    );
  });
});

describe('a workshop’s own fee beside the group prices', () => {
  const groupPrices = [tier(5, 225), tier(10, 200)];
  const notes = (feeKind: string, feeAmount: number | null, value: number | null = 300) =>
    feeNotes({ feeKind, feeAmount }, { groupPrices }, value).map(({ message }) => message);

  it('is told where groups pay less than it', () => {
    expect(notes('amount', 225)).toEqual([
      'Your group price from 10 people is $200, less than this workshop’s $225. Groups of 10 or more are told $200 each.',
    ]);
  });

  it('is told where the group prices come to nothing beside it', () => {
    expect(notes('amount', 75)).toEqual([
      'Your group price from 5 people is $225, more than this workshop’s $75. Groups are told $75 each.',
      'Your group price from 10 people is $200, more than this workshop’s $75. Groups are told $75 each.',
    ]);
  });

  it('is told when it is more than a place is worth', () => {
    expect(notes('amount', 350)).toEqual([
      '$350 is more than the value of a place, $300. Visitors read “Ask the partner” until one of the two is corrected.',
    ]);
    expect(notes('amount', 350, null)).toHaveLength(2);
  });

  it.each([
    ['ask', null],
    ['free', null],
    ['amount', null],
  ])('is no matter while it is %s (%s)', (kind, amount) => {
    expect(notes(kind, amount)).toEqual([]);
  });
});
