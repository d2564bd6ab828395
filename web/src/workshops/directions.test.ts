import { describe, expect, it } from 'vitest';
import { aWorkshopDetail } from '../testing/samples';
import { directionsUrl } from './directions';

describe('directionsUrl', () => {
  const { place, street } = aWorkshopDetail();

  it('leads to the venue', () => {
    const url = new URL(directionsUrl({ place, street }) ?? '');
    expect(url.origin + url.pathname).toBe('https://www.google.com/maps/dir/');
    expect(url.searchParams.get('api')).toBe('1');
    expect(url.searchParams.get('destination')).toBe('Central Library, 10 W 14th Ave Pkwy, Denver, CO 80204');
  });

  it('leads nowhere while only the city is known, or there is no place', () => {
    expect(directionsUrl({ place: place && { ...place, venue: null }, street: null })).toBeNull();
    expect(directionsUrl({ place: null, street: null })).toBeNull();
  });
});
