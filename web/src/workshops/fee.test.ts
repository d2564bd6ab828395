import { describe, expect, it } from 'vitest';
import { feeLabel, formatUsd } from './fee';

describe('feeLabel', () => {
  it('says what a seat costs', () => {
    expect(feeLabel({ type: 'amount', usd: 150 })).toBe('$150 per person');
  });

  it('says free only when someone said free', () => {
    expect(feeLabel({ type: 'free' })).toBe('Free');
    expect(feeLabel({ type: 'ask' })).toBe('Ask the partner about the cost');
    expect(feeLabel({ type: 'ask' })).not.toMatch(/free/i);
  });
});

describe('formatUsd', () => {
  it('shows cents only when there are any, and parts thousands', () => {
    expect(formatUsd(300)).toBe('$300');
    expect(formatUsd(99.5)).toBe('$99.50');
    expect(formatUsd(1250)).toBe('$1,250');
    expect(formatUsd(1234567.25)).toBe('$1,234,567.25');
  });
});
