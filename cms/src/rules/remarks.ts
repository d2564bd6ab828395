import { formatTimeRange } from '@deep-dive/shared-types';
import { federalHoliday } from './holidays';
import { type Session, sessionInstants } from './schedule';
import { dateInWords } from './typed';
import { outsideInWords } from './workshop-form';

/** A workshop as far as a second look at it goes. */
export interface Remarkable {
  kind: string;
  sessions: Partial<Session>[];
  /** "Spokane, WA"; null when it has no venue. */
  where: string | null;
  zip: string | null;
  /** IANA name; null while it isn't known. */
  timeZone: string | null;
  /** IANA name of the zone of its ZIP code; null when it has none. */
  localTimeZone: string | null;
  visibility: string;
  format: string;
  /** Whether others may ask to join it. */
  joinable: boolean;
}

/** Another workshop of the same partner. */
export interface Neighbor {
  title: string;
  kind: string;
  zip: string | null;
  dates: string[];
}

/** What is around a workshop. */
export interface Around {
  /** Name of the partner that runs it, and of the one its ZIP code belongs to; null when there is none. */
  partner: string | null;
  owner: string | null;
  others: Neighbor[];
}

/**
 * What is worth a second look before a workshop is published, in words. It may all be meant: nothing of it is a reason to
 * refuse.
 */
export function workshopRemarks(workshop: Remarkable, { partner, owner, others }: Around): string[] {
  const { sessions, where, timeZone, localTimeZone } = workshop;
  const remarks: string[] = [];
  const outside = where && outsideInWords({ where, partner, owner });
  if (outside) remarks.push(outside);
  if (timeZone && localTimeZone && timeZone !== localTimeZone)
    remarks.push(
      `Its times are not on the clock of ${where}: you chose another time zone. Empty it if people there are to go by their own clock.`,
    );
  if (workshop.joinable && workshop.visibility !== 'private')
    remarks.push(
      workshop.visibility === 'public'
        ? '“Others may ask to join” changes nothing here: the workshop is public, so everyone finds it anyway.'
        : '“Others may ask to join” changes nothing here: nobody is told of a hidden workshop. Make it private for that.',
    );
  else if (workshop.joinable && workshop.format === 'virtual')
    remarks.push(
      '“Others may ask to join” changes nothing here: only people near a workshop’s place are told of it, and a virtual one has none.',
    );
  for (const session of sessions) {
    if (!session.date) continue;
    const holiday = federalHoliday(session.date);
    if (holiday) remarks.push(`${dateInWords(session.date)} is a federal holiday: ${holiday}.`);
    const range = timeZone && rangeOf(session, timeZone);
    if (range && /next day|M [A-Z]{2,4} –/.test(range))
      remarks.push(`The session on ${dateInWords(session.date)} is ${range}.`);
  }
  const dates = new Set(sessions.map(({ date }) => date));
  for (const other of others) {
    const day = other.dates.find((date) => dates.has(date));
    if (day && other.kind === workshop.kind && other.zip === workshop.zip)
      remarks.push(
        `“${other.title}” is the same kind of workshop at the same place on ${dateInWords(day)}. Is this a copy of it?`,
      );
  }
  return remarks;
}

/** When a session is, in words; null while it is incomplete or falls on a time clocks skip. */
function rangeOf({ date, startTime, endTime }: Partial<Session>, timeZone: string): string | null {
  if (!date || !startTime || !endTime) return null;
  try {
    return formatTimeRange(sessionInstants({ date, startTime, endTime }, timeZone), timeZone);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
