import type { Fee } from '@deep-dive/shared-types';

/** Dollars as they are written: "$300", "$1,250", "$99.50". */
export function formatUsd(amount: number): string {
  const digits = Number.isInteger(amount) ? 0 : 2;
  const [whole = '', cents] = amount.toFixed(digits).split('.');
  return `$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${cents ? `.${cents}` : ''}`;
}

/** What a seat costs, in words. A fee nobody has named is the partner's to tell, and never free. */
export function feeLabel(fee: Fee): string {
  switch (fee.type) {
    case 'ask':
      return 'Ask the partner about the cost';
    case 'free':
      return 'Free';
    case 'amount':
      return `${formatUsd(fee.usd)} per person`;
  }
}
