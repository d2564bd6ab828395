import { describe, expect, it } from 'vitest';
import { type ScholarshipTerms, scholarshipsFor } from './scholarship';

const national: ScholarshipTerms = { national: true, regions: [], opensOn: null, closesOn: null };
const inOregon: ScholarshipTerms = { ...national, national: false, regions: [{ state: 'OR' }] };

describe('a scholarship', () => {
  it.each<[string, Partial<ScholarshipTerms>, boolean]>([
    ['without dates is always open', {}, true],
    ['opens in the morning of its first day', { opensOn: '2027-03-01' }, true],
    ['is not open yet the day before', { opensOn: '2027-03-02' }, false],
    ['is open on its last day', { closesOn: '2027-03-01' }, true],
    ['is closed the day after', { closesOn: '2027-02-28' }, false],
  ])('%s', (_, dates, open) => {
    const found = scholarshipsFor({ state: 'WA' }, [{ ...national, ...dates }], '2027-03-01');
    expect(found).toHaveLength(open ? 1 : 0);
  });

  it('for some states is for workshops held there; a virtual workshop is held nowhere', () => {
    const usable = (state: string | null) => scholarshipsFor({ state }, [national, inOregon], '2027-03-01');
    expect(usable('OR')).toEqual([national, inOregon]);
    expect(usable('WA')).toEqual([national]);
    expect(usable(null)).toEqual([national]);
  });
});
