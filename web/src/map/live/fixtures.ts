import type { Spot } from './spots';

/** A symbol for one workshop in Denver where the test says nothing else. */
export function aSpot(overrides: Partial<Spot> = {}): Spot {
  const [longitude, latitude] = [overrides.longitude ?? -104.99, overrides.latitude ?? 39.74];
  return {
    deepDive: 1,
    intro: 0,
    places: 1,
    name: 'Denver, CO',
    west: longitude,
    south: latitude,
    east: longitude,
    north: latitude,
    longitude,
    latitude,
    ...overrides,
  };
}
