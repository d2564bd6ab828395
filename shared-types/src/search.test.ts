import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  filtersOf,
  formatParsedSearch,
  formatWorkshopSearch,
  LONGEST_PLACE,
  parseWorkshopSearch,
  RADII,
  SEARCH_FIELDS,
  type WorkshopSearch,
} from './search.js';

const degrees = (most: number) =>
  fc.integer({ min: -most * 1000, max: most * 1000 }).map((thousandths) => thousandths / 1000 || 0);
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Any search a visitor can make, as the finder keeps it: defaults are left out. */
const anySearch: fc.Arbitrary<WorkshopSearch> = fc
  .record(
    {
      near: fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: LONGEST_PLACE })
        .map((text) => text.trim().replace(/\s+/g, ' '))
        .filter((text) => text !== '' && text.length <= LONGEST_PLACE && !/\p{Cc}|\p{Cs}/u.test(text)),
      radius: fc.constantFrom(...RADII.filter((miles) => miles !== 50), 'any' as const),
      bbox: fc
        .tuple(degrees(180), degrees(90), degrees(180), degrees(90))
        .filter(([west, south, east, north]) => south < north && west !== east),
      from: day,
      to: day,
      kind: fc.constantFrom('intro' as const, 'deep-dive' as const),
      format: fc.constantFrom('in-person' as const, 'virtual' as const, 'hybrid' as const),
      scholarship: fc.constant(true as const),
      available: fc.constant(true as const),
      partner: fc.stringMatching(/^[a-z0-9-]{1,120}$/),
      sort: fc.constant('distance' as const),
      page: fc.integer({ min: 2, max: 100_000 }),
    },
    { requiredKeys: [] },
  )
  .filter(({ from, to }) => !from || !to || from <= to);

describe('A search and its address', () => {
  it('are the same thing: every search survives the trip', () => {
    fc.assert(
      fc.property(anySearch, (search) => {
        expect(parseWorkshopSearch(formatWorkshopSearch(search))).toEqual({ search, ignored: [] });
      }),
      { numRuns: 2_000 },
    );
  });

  it('settle on one spelling, whatever is in the address', () => {
    const anyName = fc.oneof(fc.constantFrom(...SEARCH_FIELDS, 'ignored', 'utm_source'), fc.string());
    const anyQuery = fc
      .array(
        fc.tuple(
          anyName,
          fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('true', '10', '2027-03-06', '1,2,3,4')),
        ),
      )
      .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'));
    fc.assert(
      fc.property(anyQuery, (query) => {
        const parsed = parseWorkshopSearch(query);
        const spelling = formatParsedSearch(parsed);
        expect(parseWorkshopSearch(spelling)).toEqual(parsed);
        expect(formatParsedSearch(parseWorkshopSearch(spelling))).toBe(spelling);
      }),
      { numRuns: 2_000 },
    );
  });

  it('need no word for what goes without saying', () => {
    expect(formatWorkshopSearch({ radius: 50, sort: 'date', page: 1 })).toBe('');
    expect(parseWorkshopSearch('radius=50&sort=date&page=1')).toEqual({ search: {}, ignored: [] });
  });

  it('take a place as it was meant, whatever spaces are about it', () => {
    expect(parseWorkshopSearch('near=%20%20St.%20%20Louis%20').search).toEqual({ near: 'St. Louis' });
  });

  it('stay readable', () => {
    expect(formatWorkshopSearch({ near: 'St. Louis, MO', radius: 'any', bbox: [-91, 38, -90, 39] })).toBe(
      '?near=St.+Louis,+MO&radius=any&bbox=-91,38,-90,39',
    );
  });
});

describe('What cannot be understood', () => {
  it('is left out and named', () => {
    expect(parseWorkshopSearch('?kind=knitting&page=-1&colour=red&format=virtual')).toEqual({
      search: { format: 'virtual' },
      ignored: ['kind', 'page', 'other'],
    });
  });

  test.each([
    'page=1e9',
    'page=1.5',
    'page=0',
    'page=%00',
    'near=%00',
    `near=${'x'.repeat(LONGEST_PLACE + 1)}`,
    'radius=7',
    'radius=-50',
    'from=2027-02-30',
    'from=tomorrow',
    'bbox=1,2,3',
    'bbox=1,2,3,2',
    'bbox=-200,2,3,4',
    'bbox=1,2,1,4',
    'bbox=x1,2,3,4',
    'bbox=1,2,3,4x',
    'bbox=1,2,3,4,5',
    'bbox=NaN,2,3,4',
    'scholarship=maybe',
    'partner=../admin',
    'kind=%E0%A4%A',
    '__proto__=x',
    'constructor=x',
    'kind[]=intro',
  ])('%s is no error', (query) => {
    const { search, ignored } = parseWorkshopSearch(query);
    expect(search).toEqual({});
    expect(ignored).toHaveLength(1);
  });

  it('is remembered in the address of the page that tells about it', () => {
    const parsed = parseWorkshopSearch('kind=knitting&colour=red');
    expect(formatParsedSearch(parsed)).toBe('?ignored=kind,other');
    expect(parseWorkshopSearch('?ignored=kind,other')).toEqual(parsed);
  });

  it('does not count what mailings add to a link, nor what a form sends empty', () => {
    const query = 'near=%20&from=&to=%20&kind=&utm_source=mail&fbclid=x&format=hybrid';
    expect(parseWorkshopSearch(query)).toEqual({ search: { format: 'hybrid' }, ignored: [] });
  });

  it('counts the second of a repeated parameter', () => {
    expect(parseWorkshopSearch('kind=intro&kind=deep-dive')).toEqual({
      search: { kind: 'intro' },
      ignored: ['kind'],
    });
  });

  it('counts a last day before the first', () => {
    expect(parseWorkshopSearch('from=2027-03-07&to=2027-03-06')).toEqual({
      search: { from: '2027-03-07' },
      ignored: ['to'],
    });
    for (const query of ['to=2027-03-06', 'from=2027-03-06', 'from=2027-03-06&to=2027-03-06'])
      expect(parseWorkshopSearch(query).ignored).toEqual([]);
  });
});

test('the map shows what the filters leave, wherever one looks', () => {
  const search: WorkshopSearch = { near: '80202', radius: 10, kind: 'intro', sort: 'distance', page: 3 };
  expect(filtersOf(search)).toStrictEqual({ kind: 'intro' });
});
