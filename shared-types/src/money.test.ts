import { expect, it } from 'vitest';
import { formatUsd, toCents } from './money.js';

it.each([
  [300, 30000, '$300'],
  [99.5, 9950, '$99.50'],
  [0.29, 29, '$0.29'],
  [1250, 125000, '$1,250'],
  [1234567.25, 123456725, '$1,234,567.25'],
  [-75, -7500, '−$75'],
  [0, 0, '$0'],
])('%d dollars are %d cents, written %s', (usd, cents, written) => {
  expect(toCents(usd)).toBe(cents);
  expect(formatUsd(cents)).toBe(written);
});
