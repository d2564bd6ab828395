import type { Location } from './indexed';
import { TRAITS, type WorkshopTable } from './workshop-table';

/** How many workshops of each kind there are at a place. */
export interface LocationCounts extends Location {
  deepDive: number;
  intro: number;
}

export interface CountsByLocation {
  /** Those with workshops. */
  locations: LocationCounts[];
  /** When the first of the workshops ends, in milliseconds since the epoch: until then the counts hold. */
  firstEnd: number;
}

/** Counts rows of a table by where they are. */
export function countByLocation({ columns, locations }: WorkshopTable, rows: Uint32Array): CountsByLocation {
  const { location, group, endsAt } = columns;
  const intros = new Uint32Array(locations.count);
  const deepDives = new Uint32Array(locations.count);
  let firstEnd = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const { kind } = TRAITS[(group[row] as number) % TRAITS.length] as (typeof TRAITS)[number];
    const counts = kind === 'intro' ? intros : deepDives;
    const at = location[row] as number;
    counts[at] = (counts[at] as number) + 1;
    firstEnd = Math.min(firstEnd, endsAt[row] as number);
  }
  const counted: LocationCounts[] = [];
  locations.all.forEach(({ latitude, longitude, city, state }, number) => {
    const [deepDive, intro] = [deepDives[number] as number, intros[number] as number];
    if (deepDive + intro > 0) counted.push({ latitude, longitude, city, state, deepDive, intro });
  });
  return { locations: counted, firstEnd };
}
