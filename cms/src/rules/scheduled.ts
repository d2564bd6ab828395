import { dayIn, formatMoment, TIME_ZONES } from '@deep-dive/shared-types';
import type { Problem } from './problem';
import { instantOf } from './schedule';
import { readDate, readTime } from './typed';

/** What can be put down to be done at a time. */
export type ScheduledAction = 'publish' | 'unpublish';

/** Something to be done to a document at a time, as the admin's screens tell it. */
export interface ScheduledChange {
  id: number;
  /** The document's type and id. */
  uid: string;
  documentId: string;
  action: ScheduledAction;
  /** The version that goes live; null when the document is taken offline. */
  version: number | null;
  /** Milliseconds since the epoch. */
  at: number;
  /** The zone (IANA name) on whose clock the time was chosen. */
  timeZone: string;
  /** What who asked for it was called then. */
  name: string;
  /** Whether the reader asked for it. */
  own: boolean;
  /** Why it could not be done; null while it waits. */
  refusal: string | null;
}

/** GET /scheduled/:uid/:documentId of the admin's API. */
export interface DocumentSchedule {
  changes: ScheduledChange[];
  /** Whether the reader may add to it and take from it. */
  mayChange: boolean;
}

/** GET /scheduled: what waits or was refused, of what one may read, the next first. */
export type WholeSchedule = (ScheduledChange & {
  /** “Deep Dive” (Page) */
  title: string;
  /** Where it is edited, within the admin. */
  link: string;
})[];

/** POST /scheduled/:uid/:documentId: what somebody asks for, as it was typed. */
export interface ScheduleRequest {
  action: ScheduledAction;
  date: string;
  time: string;
  /** IANA name, of those in `TIME_ZONES`. */
  timeZone: string;
  /** The number of the version that the form came from. */
  version: number;
}

/** What POST /scheduled/:uid/:documentId answers. */
export interface ScheduleAnswer {
  change: ScheduledChange;
  /** What would keep it from being published if that were now. */
  problems: string[];
}

/** Nothing is put down for later than this, in days: versions are kept a little longer. */
export const FARTHEST_DAYS = 366;
const DAY = 86_400_000;

/**
 * The moment that somebody asks for, in milliseconds since the epoch, or what is wrong with it.
 * @param now milliseconds since the epoch
 */
export function momentAskedFor(
  { action, date, time, timeZone }: Partial<Record<keyof ScheduleRequest, unknown>>,
  now: number,
): { at: number; problems: [] } | { at: null; problems: Problem[] } {
  const problems: Problem[] = [];
  const problem = (field: keyof ScheduleRequest, message: string): number =>
    problems.push({ path: [field], message });
  if (action !== 'publish' && action !== 'unpublish')
    problem('action', 'Choose whether it goes live or is taken offline.');
  const zone = Object.values(TIME_ZONES).find((known) => known === timeZone);
  if (!zone) problem('timeZone', 'Choose whose clock the time is on.');
  const today = dayIn(zone ?? 'America/New_York', new Date(now));
  const day = typed(date) ? readDate(date, today) : { value: null, problem: 'Say on which day.' };
  if (day.problem !== null) problem('date', day.problem);
  const hour = typed(time) ? readTime(time) : { value: null, problem: 'Say at what time.' };
  if (hour.problem !== null) problem('time', hour.problem);
  if (!zone || day.value === null || hour.value === null || problems.length > 0)
    return { at: null, problems };

  try {
    const at = Date.parse(instantOf(day.value, hour.value, zone));
    if (at > now && at <= now + FARTHEST_DAYS * DAY) return { at, problems: [] };
    if (at <= now) problem('date', `${momentInZone(at, zone)} is over. Choose a time that is still to come.`);
    else problem('date', 'That is more than a year from now. Choose an earlier day.');
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problem('time', error.message);
  }
  return { at: null, problems };
}

const LONGEST = 60;
const typed = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST;

/** “Mon, Mar 1, 2027, 9:00 AM EST” */
export const momentInZone = (at: number, timeZone: string): string =>
  formatMoment(new Date(at).toISOString(), timeZone);

/** What is going to happen, or did not: “Goes live Mon, Mar 1, 2027, 9:00 AM EST”. */
export function scheduledInWords({ action, at, timeZone, refusal }: ScheduledChange): string {
  const when = momentInZone(at, timeZone);
  if (refusal !== null)
    return action === 'publish' ? `Did not go live ${when}` : `Was not taken offline ${when}`;
  return action === 'publish' ? `Goes live ${when}` : `Is taken offline ${when}`;
}
