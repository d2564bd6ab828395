import { describe, expect, it } from 'vitest';
import { isInUnitedStates, milesBetween, milesToNearest, nearestZip } from './geo';
import { findZip } from './zips';

const seattle = { latitude: 47.6062, longitude: -122.3321 };
const portland = { latitude: 45.5152, longitude: -122.6784 };

describe('miles between two positions', () => {
  it.each([
    ['Seattle and Portland', seattle, portland, 145],
    [
      'New York and Los Angeles',
      { latitude: 40.7128, longitude: -74.006 },
      { latitude: 34.0522, longitude: -118.2437 },
      2446,
    ],
    [
      'Boston and Providence',
      { latitude: 42.3601, longitude: -71.0589 },
      { latitude: 41.824, longitude: -71.4128 },
      41,
    ],
    [
      'Honolulu and Hilo',
      { latitude: 21.3069, longitude: -157.8583 },
      { latitude: 19.7297, longitude: -155.09 },
      210,
    ],
    [
      'Guam and Honolulu, over the antimeridian',
      { latitude: 13.4443, longitude: 144.7937 },
      { latitude: 21.3069, longitude: -157.8583 },
      3800,
    ],
  ])('%s', (_, from, to, miles) => {
    expect(Math.abs(milesBetween(from, to) - miles)).toBeLessThanOrEqual(Math.max(2, miles / 500));
    expect(milesBetween(to, from)).toBeCloseTo(milesBetween(from, to), 9);
  });

  it('are none from a place to itself', () => {
    expect(milesBetween(seattle, seattle)).toBe(0);
  });
});

describe('the nearest ZIP code', () => {
  it.each([
    ['Space Needle', 47.6205, -122.3493, 'Seattle', 'WA'],
    ['Alamo', 29.426, -98.4861, 'San Antonio', 'TX'],
    ['Diamond Head', 21.262, -157.806, 'Honolulu', 'HI'],
    ['Old San Juan', 18.4663, -66.1057, 'San Juan', 'PR'],
  ])('to the %s', (_, latitude, longitude, city, state) => {
    expect(nearestZip(latitude, longitude)).toMatchObject({ city, state });
  });

  it('to the middle of a ZIP code is that one', () => {
    for (const zip of ['98101', '02139', '60608', '96799', '99723']) {
      const { latitude, longitude } = findZip(zip) ?? { latitude: 0, longitude: 0 };
      expect(milesBetween(nearestZip(latitude, longitude), { latitude, longitude })).toBeLessThan(0.01);
    }
  });
});

describe('the United States', () => {
  it.each([
    ['Detroit', 42.3314, -83.0458],
    ['San Diego', 32.7157, -117.1611],
    ['El Paso', 31.7619, -106.485],
    ['Bellingham', 48.7519, -122.4787],
    ['Point Roberts', 48.985, -123.06],
    ['Houlton', 46.126, -67.84],
    ['Plentywood', 48.77, -104.56],
    ['Nogales, AZ', 31.3404, -110.9343],
    ['Key West', 24.5551, -81.78],
    ['Honolulu', 21.3069, -157.8583],
    ['Denali', 63.0692, -151.007],
    ['San Juan', 18.4655, -66.1057],
    ['Charlotte Amalie', 18.3419, -64.9307],
    ['Guam', 13.4443, 144.7937],
    ['Saipan', 15.19, 145.75],
    ['Pago Pago', -14.2781, -170.7025],
  ])('have %s', (_, latitude, longitude) => {
    expect(isInUnitedStates({ latitude, longitude })).toBe(true);
  });

  it.each([
    ['Toronto', 43.6532, -79.3832],
    ['Windsor, Ontario', 42.3149, -83.0364],
    ['Niagara Falls, Ontario', 43.0896, -79.0849],
    ['Vancouver', 49.2827, -123.1207],
    ['Montreal', 45.5017, -73.5673],
    ['Tijuana', 32.5149, -117.0382],
    ['Ciudad Juárez', 31.6904, -106.4245],
    ['Nogales, Sonora', 31.3012, -110.9381],
    ['Havana', 23.1136, -82.3666],
    ['Nassau', 25.0443, -77.3504],
    ['Apia', -13.8333, -171.7667],
    ['the middle of the Atlantic', 35, -40],
    ['the middle of the Pacific', 30, -145],
    ['the poles', 90, 0],
    ['null island', 0, 0],
  ])('have not %s', (_, latitude, longitude) => {
    expect(isInUnitedStates({ latitude, longitude })).toBe(false);
  });
});

describe('miles to the nearest of some places', () => {
  it('are those to the one that is nearest', () => {
    expect(milesToNearest([portland, seattle])({ latitude: 47.3, longitude: -122.3 })).toBeCloseTo(21.2, 0);
  });

  it('are endless without any', () => {
    expect(milesToNearest([])(seattle)).toBe(Number.POSITIVE_INFINITY);
  });
});
