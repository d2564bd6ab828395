import { DEFAULT_RADIUS, type Near, type WorkshopSearch } from '@deep-dive/shared-types';
import type { Locations } from './locations';

/** The numbers of the locations where a search looks; null when it is no matter where. */
export type Area = number[] | null;

/** Where a search looks by its place or its bounds. `near` is what was made of its place, if it has one. */
export function areaOf(
  { bbox, format, radius = DEFAULT_RADIUS }: WorkshopSearch,
  near: Near | null,
  locations: Locations,
): Area {
  if (format === 'virtual') return null;
  if (bbox) return locations.within(bbox);
  if (!near) return null;
  if (near.status !== 'found') return [];
  if (near.place.kind === 'state') return locations.byState.get(near.place.state) ?? [];
  return radius === 'any' ? locations.everywhere : locations.around(near.place, radius);
}
