import { describe, expect, it } from 'vitest';
import { numberInWords, readNumber } from './numbers';
import { asSeen, quoted } from './reading';

describe('a number that is typed or pasted', () => {
  it.each([
    ['24', 24],
    ['34,000,000', 34_000_000],
    ['34 million', 34_000_000],
    ['1.5 million', 1_500_000],
    ['2 Thousand', 2_000],
    ['$300', 300],
    ['$1,250.50', 1250.5],
    ['300.00', 300],
    ['.5', 0.5],
    ['-1', -1],
    ['−1', -1],
    ['-$5', -5],
    [' 24\u200b ', 24],
    ['0', 0],
    ['007', 7],
  ])('“%s” is %d', (text, value) => {
    expect(readNumber(text)).toEqual({ value, problem: null });
  });

  it.each([
    ['', 'We can’t read'],
    ['-', 'We can’t read'],
    ['.', 'We can’t read'],
    ['twenty', 'We can’t read “twenty” as a number'],
    ['1,00', 'We can’t read'],
    ['1.000,50', 'We can’t read'],
    ['24-30', 'We can’t read'],
    ['1e5', 'We can’t read'],
    ['Infinity', 'We can’t read'],
    ['0x10', 'We can’t read'],
  ])('“%s” is refused in words', (text, words) => {
    expect(readNumber(text)).toEqual({ value: null, problem: expect.stringContaining(words) });
  });

  it('says what it has to be', () => {
    expect(readNumber('2.5', { whole: true }).problem).toBe(
      'This must be a whole number, without a fraction.',
    );
    expect(readNumber('2.0', { whole: true }).value).toBe(2);
    expect(readNumber('-1', { min: 1 }).problem).toBe('This must be 1 or more.');
    expect(readNumber('10,001', { max: 10_000 }).problem).toBe('This must be 10,000 or less.');
    expect([1, 10].map((value) => readNumber(String(value), { min: 1, max: 10 }).value)).toEqual([1, 10]);
  });

  it('is said with commas', () => {
    expect(numberInWords(34_000_000)).toBe('34,000,000');
    expect(numberInWords(1250.5)).toBe('1,250.5');
  });
});

it('text as it is seen has no room for what cannot be', () => {
  expect(asSeen('\u200b\ufeff a\u00a0 b\u2060 \n')).toBe('a b');
  expect(asSeen('\u200b \u200d')).toBe('');
});

it('text is repeated whole up to forty letters, and then its beginning', () => {
  expect(quoted('x'.repeat(40))).toBe(`“${'x'.repeat(40)}”`);
  expect(quoted('x'.repeat(41))).toBe(`“${'x'.repeat(40)}…”`);
});
