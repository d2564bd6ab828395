import type { WorkshopSearch } from '@deep-dive/shared-types';
import { describe, expect, it } from 'vitest';
import { countFilters, type FinderState, finderState, formId, resultsId, withoutFilters } from './state';

type Purpose = Parameters<typeof finderState>[2];
const stateOf = (search: WorkshopSearch, purpose: Partial<Purpose> = {}): FinderState =>
  finderState({ search, ignored: ['other'] }, '/workshops', {
    id: 'finder',
    level: 2,
    kind: null,
    growth: 'pages',
    isEmbedded: false,
    ...purpose,
  });

describe('a finder', () => {
  it('is what its page’s address says', () => {
    const state = stateOf({ near: 'Denver', kind: 'intro', partner: 'front-range' });
    expect(state).toMatchObject({
      id: 'finder',
      level: 2,
      search: { near: 'Denver', kind: 'intro', partner: 'front-range' },
      listed: { near: 'Denver', kind: 'intro', partner: 'front-range' },
      ignored: ['other'],
    });
    expect(state.fixed).toEqual({});
    expect(state.hrefOf({ near: 'Boston', page: 2 })).toBe('/workshops?near=Boston&page=2#finder-results');
  });

  it('of one kind lists that alone, and has it in no address', () => {
    const state = stateOf({ near: 'Denver', kind: 'intro' }, { kind: 'deep-dive' });
    expect([state.search, state.listed]).toEqual([{ near: 'Denver' }, { near: 'Denver', kind: 'deep-dive' }]);
    expect(state.hrefOf({ kind: 'intro' })).toBe('/workshops#finder-results');
  });

  it('in a frame keeps the kind and the partner that the frame’s address has', () => {
    const state = stateOf({ near: 'Denver', kind: 'intro', partner: 'front-range' }, { isEmbedded: true });
    expect(state.fixed).toEqual({ kind: 'intro', partner: 'front-range' });
    expect(state.hrefOf({ near: 'Boston', kind: 'deep-dive' })).toBe(
      '/workshops?near=Boston&kind=intro&partner=front-range#finder-results',
    );
    expect(stateOf({ near: 'Denver' }, { isEmbedded: true }).fixed).toEqual({});
    expect(stateOf({ kind: 'intro' }, { isEmbedded: true }).fixed).toEqual({ kind: 'intro' });
  });

  it('has ids for its parts', () => {
    expect([resultsId({ id: 'finder' }), formId({ id: 'finder' })]).toEqual([
      'finder-results',
      'finder-form',
    ]);
  });
});

describe('the filters', () => {
  it('are what a visitor has set in the form', () => {
    const every: WorkshopSearch = {
      near: 'Denver',
      radius: 10,
      from: '2027-01-01',
      to: '2027-02-01',
      kind: 'intro',
      format: 'virtual',
      scholarship: true,
      available: true,
      partner: 'front-range',
      sort: 'distance',
      page: 2,
    };
    expect(countFilters(stateOf(every))).toBe(6);
    expect(countFilters(stateOf(every, { isEmbedded: true }))).toBe(5);
    expect(countFilters(stateOf({ near: 'Denver' }))).toBe(0);
    expect(countFilters(stateOf({ kind: 'intro' }))).toBe(1);
  });

  it('can be left out, and the place stays', () => {
    const bbox: WorkshopSearch['bbox'] = [-105, 39, -104, 40];
    expect(
      withoutFilters({ near: 'Denver', radius: 10, bbox, sort: 'distance', kind: 'intro', page: 2 }),
    ).toEqual({ near: 'Denver', radius: 10, bbox, sort: 'distance' });
  });
});
