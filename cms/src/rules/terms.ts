import { type Discount, formatUsd, type GroupPrice, toCents } from '@deep-dive/shared-types';
import type { Problem } from './problem';

/** What a partner has typed of its terms so far. */
export interface TypedTerms {
  discounts: Partial<Discount>[];
  groupPrices: Partial<GroupPrice>[];
}

/** What a workshop's form says about cost. */
export interface TypedFee {
  feeKind: string | null;
  feeAmount: number | null;
}

const dollars = (usd: number): string => formatUsd(toCents(usd));

/** What of a partner's terms can't be meant, each at its field. @param value the national value in dollars, if it is known */
export function termsProblems({ discounts, groupPrices }: TypedTerms, value: number | null): Problem[] {
  return [
    ...discounts.flatMap((discount, index) => discountProblems(discount, index, value)),
    ...groupPrices.flatMap((price, index) => groupPriceProblems(price, index, groupPrices, value)),
  ];
}

function discountProblems(discount: Partial<Discount>, index: number, value: number | null): Problem[] {
  const { percentOff = null, dollarsOff = null, forEveryone, conditions } = discount;
  const at = (field: keyof Discount, message: string): Problem => ({
    path: ['discounts', index, field],
    message: `Discount ${index + 1}: ${message}`,
  });
  const problems: Problem[] = [];
  if (percentOff !== null && percentOff > 100)
    problems.push(at('percentOff', 'more than 100% can’t be taken off. Correct the percentage.'));
  if (percentOff !== null && percentOff <= 0)
    problems.push(at('percentOff', 'nothing would be taken off. Type how much, or leave it empty.'));
  if (dollarsOff !== null && dollarsOff <= 0)
    problems.push(at('dollarsOff', 'nothing would be taken off. Type how much, or leave it empty.'));
  if (dollarsOff !== null && value !== null && dollarsOff > value)
    problems.push(
      at('dollarsOff', `it is more than the value of a place, ${dollars(value)}. Correct the amount.`),
    );
  if (percentOff !== null && dollarsOff !== null)
    problems.push(at('dollarsOff', 'percent or dollars, not both. Empty one of the two.'));
  if (forEveryone && conditions)
    problems.push(
      at(
        'conditions',
        'everyone gets it, or only those named here? Empty this, or switch off “Everyone gets it”.',
      ),
    );
  if (forEveryone && percentOff === null && dollarsOff === null)
    problems.push(at('percentOff', 'say how much everyone gets off, in percent or dollars.'));
  return problems;
}

function groupPriceProblems(
  { minimumPeople, pricePerPerson }: Partial<GroupPrice>,
  index: number,
  all: Partial<GroupPrice>[],
  value: number | null,
): Problem[] {
  const at = (field: keyof GroupPrice, message: string): Problem => ({
    path: ['groupPrices', index, field],
    message: `Group price ${index + 1}: ${message}`,
  });
  if (minimumPeople == null || pricePerPerson == null) return [];
  const problems: Problem[] = [];
  if (all.slice(0, index).some((other) => other.minimumPeople === minimumPeople))
    problems.push(
      at('minimumPeople', `there is a price from ${minimumPeople} people already. Remove one of the two.`),
    );
  if (pricePerPerson <= 0)
    problems.push(
      at(
        'pricePerPerson',
        '$0 would be free. Type the price; where a workshop is free, choose “Free” as its cost.',
      ),
    );
  if (value !== null && pricePerPerson > value)
    problems.push(
      at('pricePerPerson', `it is more than the value of a place, ${dollars(value)}. Correct the price.`),
    );
  const cheaper = all
    .flatMap(({ minimumPeople: people, pricePerPerson: price }) =>
      people != null && price != null && people < minimumPeople && price < pricePerPerson ? [people] : [],
    )
    .at(0);
  if (cheaper !== undefined)
    problems.push(
      at(
        'pricePerPerson',
        `each would pay more from ${minimumPeople} people than from ${cheaper}. Correct one of the two prices.`,
      ),
    );
  return problems;
}

/**
 * What a partner should know about a workshop's fee while entering it, though it can be published so: where it contradicts
 * the group prices, and what visitors are then told (see `quote` in shared-types).
 */
export function feeNotes(
  { feeKind, feeAmount }: TypedFee,
  { groupPrices }: Pick<TypedTerms, 'groupPrices'>,
  value: number | null,
): Problem[] {
  if (feeKind !== 'amount' || feeAmount === null) return [];
  const note = (message: string): Problem => ({ path: ['feeAmount'], message });
  if (value !== null && feeAmount > value)
    return [
      note(
        `${dollars(feeAmount)} is more than the value of a place, ${dollars(value)}. Visitors read “Ask the partner” until one of the two is corrected.`,
      ),
    ];
  return groupPrices.flatMap(({ minimumPeople, pricePerPerson }) => {
    if (minimumPeople == null || pricePerPerson == null || pricePerPerson === feeAmount) return [];
    const group = `Your group price from ${minimumPeople} people is ${dollars(pricePerPerson)}`;
    return pricePerPerson < feeAmount
      ? note(
          `${group}, less than this workshop’s ${dollars(feeAmount)}. Groups of ${minimumPeople} or more are told ${dollars(pricePerPerson)} each.`,
        )
      : note(
          `${group}, more than this workshop’s ${dollars(feeAmount)}. Groups are told ${dollars(feeAmount)} each.`,
        );
  });
}
