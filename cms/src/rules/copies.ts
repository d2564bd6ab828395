import type { Entry } from '../schema/model';
import type { Session } from './schedule';

/** Of a workshop, what a copy of it doesn't share. */
export interface Copied {
  slug: string | null;
  sessions: Partial<Session>[];
  placesTaken: number | null;
}

/**
 * A copy's fields: it takes place another day, so that dates which are still the original's are left for somebody to fill
 * in; it has an address of its own, is neither full nor cancelled, none of its places is taken, and nobody has seen it yet.
 * @param given what is to differ from the original, or all of the form it was edited in
 */
export function asCopy(given: Entry, original: Copied): Entry {
  const isOwn = Array.isArray(given.sessions) && timesOf(given.sessions) !== timesOf(original.sessions);
  return {
    ...given,
    sessions: isOwn ? given.sessions : [],
    slug: given.slug === original.slug ? null : (given.slug ?? null),
    availability: 'scheduled',
    placesTaken: takenOf(given.placesTaken, original.placesTaken),
    wasPublished: false,
  };
}

const timesOf = (sessions: Partial<Session>[]): string =>
  JSON.stringify(
    sessions.map(({ date, startTime, endTime }) => [date, startTime?.slice(0, 5), endTime?.slice(0, 5)]),
  );

/** Where nobody kept count, nobody need do so now. */
const takenOf = (given: unknown, original: number | null): unknown =>
  original !== null && (given === undefined || given === original) ? 0 : (given ?? null);
