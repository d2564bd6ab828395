import { expect, it } from 'vitest';
import { parseUrl } from './url.js';

it('an address is read as browsers do, and what is none is null', () => {
  expect(parseUrl('https://école.example/a')?.hostname).toBe('xn--cole-9oa.example');
  expect(parseUrl('/a', 'https://example.org')?.href).toBe('https://example.org/a');
  expect(parseUrl('/a')).toBeNull();
  expect(parseUrl('https://')).toBeNull();
});

it('however often it is asked', () => {
  const asked = Array.from({ length: 20_000 }, () => parseUrl('https://école.example/'));
  expect(asked.every((url) => url !== null)).toBe(true);
});
