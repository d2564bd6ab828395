import { describe, expect, it } from 'vitest';
import { areaOf, townOf } from './areas';
import { allZips } from './zips';

describe('townOf', () => {
  it.each([
    ['98934', 'Yakima', 'WA'],
    ['59715', 'Bozeman', 'MT'],
    ['96910', 'Dededo', 'GU'],
    ['96950', 'Saipan', 'MP'],
  ])('calls the area of %s by its most populous town: %s, %s', (zip, city, state) => {
    expect(townOf(areaOf(zip))).toMatchObject({ city, state });
  });

  it('knows every ZIP code’s', () => {
    const lost = [...allZips()].filter(({ zip, state }) => townOf(areaOf(zip))?.state !== state);
    expect(lost).toEqual([]);
  });

  it('is none where there is no ZIP code', () => {
    expect(townOf('000-WA')).toBeNull();
  });
});
