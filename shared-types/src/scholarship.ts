import type { Scholarship } from './generated.js';
import { dayIn, dayInLastZone } from './when.js';
import { TIME_ZONES } from './zones.js';

/** What decides where and when a scholarship can be had. Days are ISO 8601; what is empty is no bound. */
export interface ScholarshipTerms
  extends Pick<Scholarship, 'national' | 'opensOn' | 'closesOn' | 'seats' | 'seatsTaken'> {
  regions: { state: string | null }[];
  /** A name in `TIME_ZONES`: where its days begin and end. Empty: a day lasts until it has ended everywhere. */
  deadlineZone: string | null;
}

/** How a scholarship stands with those who would like one: all of them are given away when it is `full`. */
export type ScholarshipStanding = 'open' | 'upcoming' | 'full' | 'closed';

/** How many of a scholarship are left; null when nobody has said how many there are, or how many are taken. */
export function scholarshipsLeft({
  seats,
  seatsTaken,
}: Pick<ScholarshipTerms, 'seats' | 'seatsTaken'>): number | null {
  return seats === null || seatsTaken === null ? null : Math.max(0, seats - seatsTaken);
}

/** How a scholarship stands at an instant. */
export function scholarshipStanding(scholarship: ScholarshipTerms, now: Date): ScholarshipStanding {
  const { opensOn, closesOn, deadlineZone } = scholarship;
  const timeZone = deadlineZone && TIME_ZONES[deadlineZone];
  const today = timeZone ? dayIn(timeZone, now) : dayInLastZone(now);
  if (closesOn && closesOn < today) return 'closed';
  if (scholarshipsLeft(scholarship) === 0) return 'full';
  return opensOn && today < opensOn ? 'upcoming' : 'open';
}

/** Whether a scholarship is for a place, by the state it is in; null for one that is nowhere. */
export function isForState(
  { national, regions }: Pick<ScholarshipTerms, 'national' | 'regions'>,
  state: string | null,
): boolean {
  return national || (state !== null && regions.some((region) => region.state === state));
}
