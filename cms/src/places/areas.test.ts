import { describe, expect, it } from 'vitest';
import { areaOf, townOf } from './areas';
import { milesBetween } from './geo';
import { allZips } from './zips';

describe('townOf', () => {
  it.each([
    ['98934', 'Yakima', 'WA'],
    ['59715', 'Bozeman', 'MT'],
    ['96910', 'Dededo', 'GU'],
    ['96950', 'Saipan', 'MP'],
    ['99166', 'Spokane', 'WA'],
  ])('calls the area of %s by the larger town that is nearest: %s, %s', (zip, city, state) => {
    expect(townOf(areaOf(zip))).toMatchObject({ city, state });
  });

  it('is within a drive, but for the remotest places', () => {
    const all = [...allZips()];
    const far = all.filter((place) => {
      const town = townOf(areaOf(place.zip));
      return !town || milesBetween(place, town) > 130;
    });
    expect(far.length / all.length).toBeLessThan(0.01);
  });

  it('knows every ZIP code’s', () => {
    const lost = [...allZips()].filter(({ zip, state }) => townOf(areaOf(zip))?.state !== state);
    expect(lost).toEqual([]);
  });

  it('is none where there is no ZIP code', () => {
    expect(townOf('000-WA')).toBeNull();
  });
});
