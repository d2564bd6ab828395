import type { Problem } from './problem';

/** What a partner says of a workshop's places. Null or left out: not said. */
export interface PlacesFacts<Availability extends string = string> {
  availability: Availability;
  capacity?: number | null;
  placesTaken?: number | null;
}

/** How many places are left; null while nobody keeps count. */
export function placesLeft({ capacity, placesTaken }: Omit<PlacesFacts, 'availability'>): number | null {
  return capacity == null || placesTaken == null ? null : Math.max(0, capacity - placesTaken);
}

/** "6 of 38 places taken", for its partner; null while they say neither number. */
export function placesInWords({ capacity, placesTaken }: Omit<PlacesFacts, 'availability'>): string | null {
  if (capacity == null) return null;
  const places = capacity === 1 ? '1 place' : `${capacity} places`;
  return placesTaken == null ? places : `${placesTaken} of ${places} taken`;
}

/** Whether one can still come: a workshop is full when its partner says so, or when no place is left. */
export function statusOf<Availability extends string>(
  workshop: PlacesFacts<Availability>,
): Availability | 'full' {
  return workshop.availability === 'scheduled' && placesLeft(workshop) === 0 ? 'full' : workshop.availability;
}

/** What can't be meant where so many of so many are taken, at the field of those taken. */
export function takenProblems(
  field: string,
  taken: number | null | undefined,
  all: number | null | undefined,
  what: string,
): Problem[] {
  if (taken == null) return [];
  if (all == null)
    return [{ path: [field], message: `Say how many ${what} there are, or leave empty how many are taken.` }];
  return taken > all
    ? [
        {
          path: [field],
          message: `${taken} are taken, and there are ${all} ${what}. Correct one of the two numbers.`,
        },
      ]
    : [];
}
