import { describe, expect, it } from 'vitest';
import { type FinderPurpose, insteadOf, isBeyondEnd, listedSearch } from './listing';

const everything: FinderPurpose = { kind: null, growth: 'pages' };

describe('what is listed', () => {
  it('is what the address says', () => {
    const search = { kind: 'intro', near: 'Denver', page: 2 } as const;
    expect(listedSearch(search, everything)).toEqual(search);
  });

  it('is of the finder’s own kind', () => {
    expect(listedSearch({ kind: 'intro', page: 2 }, { kind: 'deep-dive', growth: 'pages' })).toEqual({
      kind: 'deep-dive',
      page: 2,
    });
  });

  it('begins at the first page where more is shown in place', () => {
    const search = { near: 'Denver', page: 2 };
    expect(listedSearch(search, { kind: null, growth: 'show-more' })).toEqual({ near: 'Denver' });
    expect(search.page).toBe(2);
  });
});

describe('what is listed instead', () => {
  it('is all of the partner, of the kind, or of everything', () => {
    expect(insteadOf({ partner: 'front-range', kind: 'intro', near: 'Denver' })).toEqual({
      partner: 'front-range',
    });
    expect(insteadOf({ kind: 'intro', near: 'Denver' })).toEqual({ kind: 'intro' });
    expect(insteadOf({ near: 'Denver' })).toEqual({});
  });

  it('is nothing where that was asked for', () => {
    expect(insteadOf({ partner: 'front-range' })).toBeNull();
    expect(insteadOf({ kind: 'intro' })).toBeNull();
    expect(insteadOf({})).toBeNull();
  });
});

describe('a page', () => {
  it('is beyond the end when there are fewer; an empty list has one', () => {
    expect(isBeyondEnd({ page: 3, pageCount: 2 })).toBe(true);
    expect(isBeyondEnd({ page: 2, pageCount: 2 })).toBe(false);
    expect(isBeyondEnd({ page: 1, pageCount: 0 })).toBe(false);
    expect(isBeyondEnd({ page: 2, pageCount: 0 })).toBe(true);
  });
});
