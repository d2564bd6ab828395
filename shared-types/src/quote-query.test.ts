import { describe, expect, it } from 'vitest';
import { formatQuoteQuery, normalizeQuoteQuery, parseQuoteQuery, type QuoteQuery } from './quote-query.js';

const wrong = (query: string) => parseQuoteQuery(query).problems.map(({ field }) => field);

describe('the question of a price', () => {
  it.each<[string, QuoteQuery]>([
    ['?near=59715&people=12', { near: '59715', people: 12 }],
    ['near=Bozeman,+MT', { near: 'Bozeman, MT', people: 1 }],
    ['near=%20%20St.%20%20Louis%20&people=%207%20', { near: 'St. Louis', people: 7 }],
    ['people=&near=59715&workshop=', { near: '59715', people: 1 }],
    ['workshop=boise&near=%20&people=%20', { people: 1, workshop: 'boise' }],
    ['workshop=deep-dive-boise-2027-03-06', { people: 1, workshop: 'deep-dive-boise-2027-03-06' }],
    ['near=59715&near=98101&people=1000', { near: '59715', people: 1000 }],
  ])('%s', (query, expected) => {
    expect(parseQuoteQuery(query)).toEqual({ query: expected, problems: [], unknown: [] });
  });

  it.each([
    ['', ['near']],
    ['people=12', ['near']],
    ['near=&people=twelve', ['near', 'people']],
    ['near=59715&people=0', ['people']],
    ['near=59715&people=1001', ['people']],
    ['near=59715&people=-3', ['people']],
    ['near=59715&people=1.5', ['people']],
    ['near=59715&people=12e1', ['people']],
    [`near=${'x'.repeat(101)}`, ['near']],
    ['near=%00', ['near']],
    ['workshop=a%2Fb', ['workshop']],
    [`near=59715&workshop=${'x'.repeat(121)}`, ['workshop']],
  ])('can’t be answered: %s', (query, fields) => {
    expect(wrong(query)).toEqual(fields);
  });

  it('says what to do about it, and names what nobody knows', () => {
    const { problems, unknown } = parseQuoteQuery('near=59715&people=many&colour=red&colour=blue');
    expect(problems).toEqual([{ field: 'people', message: 'Give the number of people, from 1 to 1,000.' }]);
    expect(unknown).toEqual(['colour']);
  });

  it('has one spelling, and keeps what was typed where it can’t be answered', () => {
    expect(normalizeQuoteQuery('utm_source=mail&people=%2012&near=Bozeman%20%20MT')).toBe(
      '?near=Bozeman+MT&people=12',
    );
    expect(normalizeQuoteQuery('people=many&near=59715&x=1')).toBe('?near=59715&people=many');
    expect(normalizeQuoteQuery('near=&people=12')).toBe('?near=&people=12');
    expect(normalizeQuoteQuery('')).toBe('');
    expect(normalizeQuoteQuery(`near=${'x'.repeat(3_000)}`)).toBe(`?near=${'x'.repeat(130)}`);
  });

  it('is written in one way, and read as it was written', () => {
    const query = { workshop: 'boise', people: 3, near: 'Bozeman, MT' };
    expect(formatQuoteQuery(query)).toBe('?near=Bozeman,+MT&people=3&workshop=boise');
    expect(parseQuoteQuery(formatQuoteQuery(query)).query).toEqual(query);
    expect(formatQuoteQuery({ people: 1, workshop: 'boise' })).toBe('?people=1&workshop=boise');
  });
});
