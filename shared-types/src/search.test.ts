import { expect, test } from 'vitest';
import { formatWorkshopSearch, parseWorkshopSearch, type WorkshopSearch } from './search.js';

test.each<WorkshopSearch>([
  {},
  { kind: 'intro' },
  { kind: 'deep-dive', format: 'virtual', page: 2 },
  { page: 100_000 },
])('%j survives the trip through an address', (search) => {
  expect(parseWorkshopSearch(formatWorkshopSearch(search))).toEqual({ search, ignored: [] });
});

test('the first page needs no mention', () => {
  expect(formatWorkshopSearch({ page: 1 })).toBe('');
});

test('what cannot be understood is left out and named', () => {
  expect(parseWorkshopSearch('?kind=knitting&page=-1&utm_source=mail&format=virtual')).toEqual({
    search: { format: 'virtual' },
    ignored: ['kind', 'page', 'utm_source'],
  });
});

test.each([
  'page=1e9',
  'page=1.5',
  'page=',
  'page=%00',
  'kind=%E0%A4%A',
  '__proto__=x',
  'constructor=x',
  'kind[]=intro',
])('%s is ignored without an error', (query) => {
  const { search, ignored } = parseWorkshopSearch(query);
  expect(search).toEqual({});
  expect(ignored).toHaveLength(1);
});

test('of a repeated parameter the first counts', () => {
  expect(parseWorkshopSearch('kind=intro&kind=deep-dive')).toEqual({
    search: { kind: 'intro' },
    ignored: ['kind'],
  });
});
