import { type Session, schedule } from './schedule';
import { type Located, locate, type Venue, type ZonedCoordinates } from './venue';

/** What people type of where and when a workshop is. */
export interface Typed {
  format: string;
  virtualTimeZone: string | null;
  sessions: Partial<Session>[];
  venue: Venue | null;
}

/** What a row keeps of where and when a workshop is. */
export interface Kept extends ZonedCoordinates {
  /** UTC instants, null while no session can be read. */
  startsAt: string | null;
  endsAt: string | null;
  /** The same in words, on the clock of the venue. */
  when: string | null;
}

/** Works out where and when a workshop is, and what is wrong with what was typed. */
export function whereAndWhen({
  format,
  virtualTimeZone,
  sessions,
  venue,
}: Typed): Pick<Located, 'venue' | 'problems'> & { kept: Kept } {
  const located = locate(format, venue, virtualTimeZone);
  const { timeZone } = located.place;
  const times = timeZone ? schedule(sessions, timeZone) : null;
  return {
    venue: located.venue,
    problems: [...located.problems, ...(times?.problems ?? [])],
    kept: {
      ...located.place,
      startsAt: times?.startsAt ?? null,
      endsAt: times?.endsAt ?? null,
      when: times?.when ?? null,
    },
  };
}
