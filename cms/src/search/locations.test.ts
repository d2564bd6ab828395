import { describe, expect, it } from 'vitest';
import { places } from './fixtures';
import { Locations, NOWHERE } from './locations';

const { seattle, bellevue, portland, honolulu, guam } = places;

function of(...all: (typeof seattle)[]): { locations: Locations; names: (numbers: number[]) => string[] } {
  const locations = new Locations();
  for (const each of all) locations.numberOf(each);
  return { locations, names: (numbers) => numbers.map((number) => locations.at(number).city) };
}

describe('locations', () => {
  it('have a number each, the same one whenever they come again', () => {
    const { locations } = of(seattle, portland);
    expect([locations.numberOf(seattle), locations.numberOf(portland), locations.numberOf(null)]).toEqual([
      1,
      2,
      NOWHERE,
    ]);
    expect(locations.count).toBe(3);
  });

  it('are told apart by state where they share a point', () => {
    const { locations } = of(seattle, { ...seattle, state: 'OR' });
    expect(locations.everywhere).toEqual([1, 2]);
    expect([locations.byState.get('WA'), locations.byState.get('OR'), locations.byState.get('')]).toEqual([
      [1],
      [2],
      [NOWHERE],
    ]);
  });

  it('are found around a point, nearest first, and those added later too', () => {
    const { locations, names } = of(seattle, portland);
    expect(names(locations.around(seattle, 50))).toEqual(['Seattle']);
    locations.numberOf(bellevue);
    expect(names(locations.around(seattle, 50))).toEqual(['Seattle', 'Bellevue']);
    expect(names(locations.nearest(portland, 2, () => true))).toEqual(['Portland', 'Seattle']);
    expect(
      names(locations.nearest(portland, 2, (number) => number !== locations.numberOf(portland))),
    ).toEqual(['Seattle', 'Bellevue']);
  });

  it('are found within bounds, also across the antimeridian', () => {
    const { locations, names } = of(seattle, honolulu, guam);
    expect(names(locations.within([-125, 45, -120, 49]))).toEqual(['Seattle']);
    expect(names(locations.within([140, 0, -150, 30])).sort()).toEqual([guam.city, honolulu.city].sort());
    expect(locations.within([-10, 0, 10, 10])).toEqual([]);
  });

  it('have a mask', () => {
    expect([...of(seattle, portland, guam).locations.mask([1, 3])]).toEqual([0, 1, 0, 1]);
  });

  it('are within bounds on their very edge, and only between them', () => {
    const { longitude, latitude } = seattle;
    const { locations, names } = of(seattle, bellevue, portland);
    expect(names(locations.within([longitude, latitude, longitude, latitude]))).toEqual(['Seattle']);
    expect(names(locations.within([longitude, 40, longitude, 50]))).toEqual(['Seattle']);
    expect(names(locations.within([longitude + 0.001, 40, -120, 50]))).toEqual(['Bellevue']);
  });

  it('are within as many miles as are said', () => {
    const { locations, names } = of(seattle, bellevue);
    expect(names(locations.around(seattle, 6.2))).toEqual(['Seattle']);
    expect(names(locations.around(seattle, 6.4))).toEqual(['Seattle', 'Bellevue']);
  });

  it('are no more than so many of the nearest', () => {
    const { locations, names } = of(honolulu, seattle, bellevue, portland);
    expect(names(locations.nearest(seattle, 3, () => true))).toEqual(['Seattle', 'Bellevue', 'Portland']);
    expect(locations.nearest(seattle, 3, () => false)).toEqual([]);
  });

  it('are all there, with nowhere first; those with a place are counted anew only when there are more', () => {
    const { locations, names } = of(seattle, portland, { ...portland });
    const { all, everywhere } = locations;
    expect(all.map(({ city, state }) => [city, state])).toEqual([
      ['', ''],
      ['Seattle', 'WA'],
      ['Portland', 'OR'],
    ]);
    expect(all[NOWHERE]).toMatchObject({ latitude: Number.NaN, longitude: Number.NaN });
    expect(locations.everywhere).toBe(everywhere);
    expect(names(everywhere)).toEqual(['Seattle', 'Portland']);
    locations.numberOf(bellevue);
    expect(names(locations.everywhere)).toEqual(['Seattle', 'Portland', 'Bellevue']);
    expect(locations.byState.get('WA')).toEqual([1, 3]);
  });

  it('are told apart by either coordinate', () => {
    const { locations } = of(seattle, { ...seattle, latitude: 0 }, { ...seattle, longitude: 0 });
    expect(locations.everywhere).toEqual([1, 2, 3]);
  });
});
