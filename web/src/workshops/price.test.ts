import type { ListPrice } from '@deep-dive/shared-types';
import { describe, expect, it } from 'vitest';
import { groupPriceLabel, priceLabel, wholePriceLabel } from './price';

const price = (fields: Partial<ListPrice> = {}): ListPrice => ({
  perPersonCents: 7500,
  reason: 'This workshop’s own price',
  whose: 'workshop',
  group: null,
  ...fields,
});
const group = { perPersonCents: 5000, minimumPeople: 10 };

describe('a price', () => {
  it('is said free only when it is', () => {
    expect(priceLabel({ perPersonCents: 7500 })).toBe('$75 per person');
    expect(priceLabel({ perPersonCents: 0 })).toBe('Free');
    expect(priceLabel({ perPersonCents: null })).toBe('Ask the partner about the cost');
    expect(priceLabel({ perPersonCents: null })).not.toMatch(/free/i);
  });

  it('tells what groups pay, where it is less', () => {
    expect(groupPriceLabel({ group })).toBe('from $50 each for 10 or more');
    expect(groupPriceLabel({ group: null })).toBe('');
  });

  it.each<[Partial<ListPrice>, string]>([
    [{}, '$75 per person (this workshop’s price)'],
    [{ group }, '$75 per person (this workshop’s price), from $50 each for 10 or more'],
    [{ whose: 'partner', reason: 'Early bird' }, '$75 per person (Early bird)'],
    [{ perPersonCents: null, group }, 'Ask the partner about the cost, from $50 each for 10 or more'],
    [{ perPersonCents: 0 }, 'Free'],
  ])('%j is "%s" in one line', (fields, words) => {
    expect(wholePriceLabel(price(fields))).toBe(words);
  });
});
