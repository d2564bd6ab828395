import type { WorkshopFeatureCollection, WorkshopSummary } from '@deep-dive/shared-types';

/** A workshop for tests, like a real one where the test says nothing else. */
export function aWorkshop(overrides: Partial<WorkshopSummary>): WorkshopSummary {
  return {
    slug: 'denver-march',
    title: 'CS Fundamentals Deep Dive',
    kind: 'deep-dive',
    format: 'in-person',
    status: 'scheduled',
    sessions: [{ startsAt: '2027-03-06T16:00:00Z', endsAt: '2027-03-06T23:00:00Z' }],
    timeZone: 'America/Denver',
    place: {
      venue: 'Central Library',
      city: 'Denver',
      state: 'CO',
      zip: '80204',
      latitude: 39.7392,
      longitude: -104.9903,
    },
    capacity: 30,
    fee: { type: 'ask' },
    partner: { name: 'Front Range Partners', slug: 'front-range' },
    ...overrides,
  };
}

/** Workshops at their [longitude, latitude], or nowhere, as the map receives them. */
export function aCollection(
  ...entries: [WorkshopSummary, [number, number] | null][]
): WorkshopFeatureCollection {
  return {
    type: 'FeatureCollection',
    features: entries.map(([properties, coordinates]) => ({
      type: 'Feature',
      geometry: coordinates && { type: 'Point', coordinates },
      properties,
    })),
  };
}
