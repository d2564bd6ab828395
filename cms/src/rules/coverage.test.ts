import { describe, expect, it } from 'vitest';
import { allZips } from '../places';
import { coverageOf } from './coverage';
import { partnerFor } from './territory';

const wholeOf = (state: string) => ({ name: `All of ${state}`, territory: [{ state }] });
const zips = [...allZips()];
const of = (state: string) => zips.filter((zip) => zip.state === state);

describe('how territories cover the country', () => {
  it('has every ZIP code served or in a gap, as a search for it says', () => {
    const partners = [
      wholeOf('WA'),
      wholeOf('OR'),
      { name: 'Portland Codes', territory: [{ zips: '97201, 97202' }] },
      { name: 'Boise Codes', territory: [{ zips: '83702' }] },
    ];
    const { served, total, gaps } = coverageOf(partners, zips);
    const unserved = new Set(gaps.flatMap((gap) => gap.zips));
    expect(total).toBe(zips.length);
    expect(served + unserved.size).toBe(total);
    for (const { zip } of zips) expect(unserved.has(zip)).toBe(partnerFor(zip, partners) === null);
  });

  it('says of a state how much of it nobody serves, and where', () => {
    const { gaps, points } = coverageOf([{ name: 'Boise', territory: [{ zips: '83702' }] }], of('ID'));
    expect(gaps).toEqual([{ state: 'ID', zips: expect.any(Array), total: of('ID').length }]);
    expect(gaps[0]?.zips).toHaveLength(of('ID').length - 1);
    expect(points.length).toBeGreaterThan(100);
  });

  it('needs no points for a state that nobody serves at all', () => {
    const { gaps, points } = coverageOf([], of('WY'));
    expect(gaps[0]?.zips).toHaveLength(of('WY').length);
    expect(points).toEqual([]);
  });

  it('names those who serve the same, but not where one lists a part of another’s state', () => {
    const listed = (name: string) => ({ name, territory: [{ zips: '98101 98102' }] });
    expect(coverageOf([wholeOf('WA'), listed('One')], of('WA')).overlaps).toEqual([]);
    expect(coverageOf([wholeOf('WA'), listed('One'), listed('Two')], of('WA')).overlaps).toEqual([
      { state: 'WA', zips: ['98101', '98102'], partners: ['One', 'Two'] },
    ]);
    const [both] = coverageOf([wholeOf('WY'), { ...wholeOf('WY'), name: 'Another' }], of('WY')).overlaps;
    expect(both?.partners).toEqual(['All of WY', 'Another']);
    expect(both?.zips).toHaveLength(of('WY').length);
  });

  it('takes an area listed twice by one for one', () => {
    const twice = { name: 'One', territory: [{ zips: '98101' }, { zips: '98101' }, { state: 'WA' }] };
    expect(coverageOf([twice], of('WA'))).toMatchObject({ gaps: [], overlaps: [] });
  });
});
