import type { WorkshopFeatureCollection, WorkshopSummary } from '@deep-dive/shared-types';
import type { FeatureCollection, Point } from 'geojson';

/** Everything that happens at one place. */
export interface Place {
  /** Its index among the places, and the id of its feature on the map. */
  id: number;
  longitude: number;
  latitude: number;
  /** "Denver, CO". */
  name: string;
  /** In order of their first session. */
  workshops: WorkshopSummary[];
  deepDive: number;
  intro: number;
}

/** What a place, or a cluster of places, looks like: Deep Dives only, intros only, or both. */
export type Mix = 'deep-dive' | 'intro' | 'mixed';

/** How many workshops of each kind a place or a cluster holds. Clusters sum these. */
export interface Counts {
  deepDive: number;
  intro: number;
}

/** Tells which symbol stands for these counts. */
export function mixOf({ deepDive, intro }: Counts): Mix {
  if (intro === 0) return 'deep-dive';
  return deepDive === 0 ? 'intro' : 'mixed';
}

/** Gathers workshops whose coordinates agree to about 10 m; those without coordinates (virtual ones) are left out. */
export function groupByPlace({ features }: WorkshopFeatureCollection): Place[] {
  const places = new Map<string, Place>();
  for (const { geometry, properties } of features) {
    if (!geometry) continue;
    const [longitude, latitude] = geometry.coordinates;
    const key = `${longitude.toFixed(4)},${latitude.toFixed(4)}`;
    const place = places.get(key) ?? {
      id: places.size,
      longitude,
      latitude,
      name: properties.place ? `${properties.place.city}, ${properties.place.state}` : 'this place',
      workshops: [],
      deepDive: 0,
      intro: 0,
    };
    place.workshops.push(properties);
    place[properties.kind === 'deep-dive' ? 'deepDive' : 'intro'] += 1;
    places.set(key, place);
  }
  for (const { workshops } of places.values()) workshops.sort((a, b) => compareText(startOf(a), startOf(b)));
  return [...places.values()];
}

/** More than there are places: `top` holds a count and an id in one number. */
const ID_LIMIT = 1_000_000;

/** What the map's engine knows of a place; clusters sum the counts and keep the highest `top`. */
export interface PlaceProperties extends Counts {
  /** Orders places by their number of workshops, and tells which place it is. */
  top: number;
}

/** The place with the most workshops, from the highest `top` of several. */
export function topPlace(places: Place[], top: number): Place | undefined {
  return places[top % ID_LIMIT];
}

/** The places as the map's source: one point each. */
export function placesGeoJson(places: Place[]): FeatureCollection<Point, PlaceProperties> {
  return {
    type: 'FeatureCollection',
    features: places.map(({ id, longitude, latitude, deepDive, intro }) => ({
      type: 'Feature',
      id,
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
      properties: { deepDive, intro, top: (deepDive + intro) * ID_LIMIT + id },
    })),
  };
}

/** "3 workshops (2 Deep Dive, 1 Intro)", or "1 Deep Dive workshop". */
export function describeCounts(counts: Counts): string {
  const { deepDive, intro } = counts;
  const total = deepDive + intro;
  const noun = total === 1 ? 'workshop' : 'workshops';
  if (mixOf(counts) === 'mixed') return `${total} ${noun} (${deepDive} Deep Dive, ${intro} Intro)`;
  return `${total} ${intro === 0 ? 'Deep Dive' : 'Intro'} ${noun}`;
}

function startOf(workshop: WorkshopSummary): string {
  return workshop.sessions[0]?.startsAt ?? '';
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
