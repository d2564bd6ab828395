import { formatUsd, type ListPrice } from '@deep-dive/shared-types';

/** What a place costs, in words. A price nobody has named is the partner's to tell, and never free. */
export function priceLabel({ perPersonCents }: Pick<ListPrice, 'perPersonCents'>): string {
  if (perPersonCents === null) return 'Ask the partner about the cost';
  return perPersonCents === 0 ? 'Free' : `${formatUsd(perPersonCents)} per person`;
}

/** Why it costs that: "this workshop’s price", "Early bird"; empty where the label says it. */
export function priceReason({ perPersonCents, reason, whose }: ListPrice): string {
  if (perPersonCents === null || (perPersonCents === 0 && whose === 'workshop')) return '';
  return whose === 'workshop' ? 'this workshop’s price' : reason;
}

/** "from $50 each for 10 or more"; empty when a group pays no less. */
export function groupPriceLabel({ group }: Pick<ListPrice, 'group'>): string {
  return group ? `from ${formatUsd(group.perPersonCents)} each for ${group.minimumPeople} or more` : '';
}

/** All of it in one line: "$75 per person (this workshop’s price), from $50 each for 10 or more". */
export function wholePriceLabel(price: ListPrice): string {
  const reason = priceReason(price);
  const one = reason ? `${priceLabel(price)} (${reason})` : priceLabel(price);
  return [one, groupPriceLabel(price)].filter(Boolean).join(', ');
}
