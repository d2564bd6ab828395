import { describe, expect, it } from 'vitest';
import { findZip, normalizeZip } from './zips';

describe('ZIP codes', () => {
  it.each([
    ['00901', 'San Juan', 'PR', 'America/Puerto_Rico', 18.46, -66.1],
    ['02139', 'Cambridge', 'MA', 'America/New_York', 42.36, -71.1],
    ['98101', 'Seattle', 'WA', 'America/Los_Angeles', 47.61, -122.33],
    ['99501', 'Anchorage', 'AK', 'America/Anchorage', 61.22, -149.87],
    ['96813', 'Honolulu', 'HI', 'Pacific/Honolulu', 21.32, -157.84],
    ['85001', 'Phoenix', 'AZ', 'America/Phoenix', 33.45, -112.07],
    ['60601', 'Chicago', 'IL', 'America/Chicago', 41.89, -87.62],
    ['20500', 'Washington', 'DC', 'America/New_York', 38.9, -77.04],
  ])('%s is in %s, %s', (zip, city, state, timeZone, latitude, longitude) => {
    const place = findZip(zip);
    expect(place).toMatchObject({ zip, city, state, timeZone });
    expect(place?.latitude).toBeCloseTo(latitude, 0);
    expect(place?.longitude).toBeCloseTo(longitude, 0);
  });

  it('reads ZIP+4 and stray spaces, and keeps leading zeros', () => {
    expect(findZip(' 02139-4307 ')?.zip).toBe('02139');
    expect(findZip('021394307')?.zip).toBe('02139');
    expect(normalizeZip('2139')).toBeNull();
  });

  it.each(['', '00000', '99999', 'ABCDE', '1234', '123456', '09012'])('knows no place for “%s”', (zip) => {
    expect(findZip(zip)).toBeNull();
  });

  it('finds the first and the last of the list', () => {
    expect(findZip('00501')?.state).toBe('NY');
    expect(findZip('99950')?.state).toBe('AK');
  });
});
