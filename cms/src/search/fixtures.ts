import type { Near, Place, ScholarshipTerms } from '@deep-dive/shared-types';
import type { IndexedPartner, IndexedWorkshop, Location } from './indexed';

/** A Monday at noon, UTC. */
export const NOW = new Date('2027-03-01T12:00:00Z');

export const partners: IndexedPartner[] = [
  { documentId: 'p1', name: 'Puget Codes', slug: 'puget-codes', discounts: [], groupPrices: [] },
  { documentId: 'p2', name: 'Oregon Teaches', slug: 'oregon-teaches', discounts: [], groupPrices: [] },
];

export const places = {
  seattle: { city: 'Seattle', state: 'WA', latitude: 47.6114, longitude: -122.335 },
  bellevue: { city: 'Bellevue', state: 'WA', latitude: 47.61, longitude: -122.2 },
  spokane: { city: 'Spokane', state: 'WA', latitude: 47.66, longitude: -117.43 },
  portland: { city: 'Portland', state: 'OR', latitude: 45.52, longitude: -122.68 },
  honolulu: { city: 'Honolulu', state: 'HI', latitude: 21.31, longitude: -157.86 },
  guam: { city: 'Hagåtña', state: 'GU', latitude: 13.47, longitude: 144.75 },
} satisfies Record<string, Location>;

/** A deep dive in Seattle on Saturday, in ten days. */
export function workshop(fields: Partial<IndexedWorkshop> & { id: string }): IndexedWorkshop {
  return {
    startsAt: Date.parse('2027-03-11T17:00:00Z'),
    endsAt: Date.parse('2027-03-12T00:00:00Z'),
    kind: 'deep-dive',
    format: 'in-person',
    status: 'scheduled',
    partner: 'p1',
    days: [20270311],
    location: places.seattle,
    street: null,
    updatedAt: '2027-01-01T00:00:00.000Z',
    slug: `workshop-${fields.id}`,
    summary: JSON.stringify(summaryOf(fields)),
    ...fields,
  };
}

/** One that is everywhere, always. */
export function scholarship(fields: Partial<ScholarshipTerms> = {}): ScholarshipTerms {
  return {
    national: true,
    regions: [],
    opensOn: null,
    closesOn: null,
    deadlineZone: null,
    seats: null,
    seatsTaken: null,
    ...fields,
  };
}

/** As much of a workshop's summary as what others add to it depends on. */
export function summaryOf({ id, location = places.seattle }: Partial<IndexedWorkshop>) {
  return { id, fee: { type: 'ask' }, place: location && { state: location.state } };
}

/** A place as it is found by its name. */
export function placeOf(location: Location, kind: Place['kind'] = 'city'): Place {
  const { city, state, latitude, longitude } = location;
  const zip = kind === 'state' ? null : '00000';
  return { kind, label: `${city}, ${state}`, state, latitude, longitude, zip, bounds: null };
}

/** What is made of the name of a place. */
export const near = (location: Location, kind?: Place['kind']): Near => ({
  status: 'found',
  place: placeOf(location, kind),
  others: [],
  alsoAbroad: false,
});
