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
    ['a price still to be typed', { groupPrices: [{ minimumPeople: 5 }, tier(10, 200)] }, []],
    ['a number still to be typed', { groupPrices: [{ pricePerPerson: 100 }, tier(10, 200)] }, []],
    ['a price that is the value', { groupPrices: [tier(5, 300)] }, []],
    ['all but nothing off', { discounts: [{ percentOff: 0.5 }, { dollarsOff: 0.5 }] }, []],
    ['dollars off, for everyone', { discounts: [{ forEveryone: true, dollarsOff: 50 }] }, []],
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

  it.each<[string, Partial<TypedTerms>]>([
    [
      'Group price 2: each would pay more from 10 people than from 5. Correct one of the two prices.',
      { groupPrices: [tier(5, 200), tier(10, 225)] },
    ],
    [
      'Group price 2: there is a price from 5 people already. Remove one of the two.',
      { groupPrices: [tier(5, 225), tier(5, 225)] },
    ],
    [
      'Group price 1: $0 would be free. Type the price; where a workshop is free, choose “Free” as its cost.',
      { groupPrices: [tier(5, 0)] },
    ],
    [
      'Group price 1: it is more than the value of a place, $300. Correct the price.',
      { groupPrices: [tier(5, 301)] },
    ],
    [
      'Discount 1: more than 100% can’t be taken off. Correct the percentage.',
      { discounts: [{ percentOff: 101 }] },
    ],
    [
      'Discount 2: nothing would be taken off. Type how much, or leave it empty.',
      { discounts: [{ percentOff: 5 }, { percentOff: -5 }] },
    ],
    [
      'Discount 1: nothing would be taken off. Type how much, or leave it empty.',
      { discounts: [{ dollarsOff: 0 }] },
    ],
    [
      'Discount 1: it is more than the value of a place, $300. Correct the amount.',
      { discounts: [{ dollarsOff: 301 }] },
    ],
    [
      'Discount 1: percent or dollars, not both. Empty one of the two.',
      { discounts: [{ percentOff: 5, dollarsOff: 5 }] },
    ],
    [
      'Discount 1: everyone gets it, or only those named here? Empty this, or switch off “Everyone gets it”.',
      { discounts: [{ forEveryone: true, percentOff: 5, conditions: 'Rural.' }] },
    ],
    [
      'Discount 1: say how much everyone gets off, in percent or dollars.',
      { discounts: [{ forEveryone: true }] },
    ],
  ])('are refused in words that say what to do: %s', (words, terms) => {
    const problems = termsProblems({ discounts: [], groupPrices: [], ...terms }, 300);
    expect(problems.map(({ message }) => message)).toEqual([words]);
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

  it('is told at its own field, and passes over prices that are still to be typed', () => {
    const unfinished = [{ minimumPeople: 5 }, { pricePerPerson: 225 }, ...groupPrices];
    const told = feeNotes({ feeKind: 'amount', feeAmount: 225 }, { groupPrices: unfinished }, null);
    expect(told.map(({ path }) => path)).toEqual([['feeAmount']]);
  });

  it('is told when it is more than a place is worth', () => {
    expect(notes('amount', 350)).toEqual([
      '$350 is more than the value of a place, $300. Visitors read “Ask the partner” until one of the two is corrected.',
    ]);
    expect(notes('amount', 350, null)).toHaveLength(2);
    expect(notes('amount', 300)).toHaveLength(2);
  });

  it.each([
    ['ask', 75],
    ['free', 75],
    ['amount', null],
  ])('is no matter while it is %s (%s)', (kind, amount) => {
    expect(notes(kind, amount)).toEqual([]);
  });
});
