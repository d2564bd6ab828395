import { formatWhen, type SessionInstants } from '@deep-dive/shared-types';
import { Temporal } from 'temporal-polyfill';
import type { Problem } from './problem';
import { dateInWords, timeInWords } from './typed';

/** One sitting as it is typed: wall-clock date ("2027-03-06") and times ("09:00:00.000") at the venue. */
export interface Session {
  date: string;
  startTime: string;
  endTime: string;
}

/** Working out instants is the dearest step of judging a workshop, and the same ones come again and again. */
const known = new Map<string, SessionInstants>();
const MOST_KNOWN = 5_000;

/**
 * The UTC instants of a sitting in a zone (IANA name). An end that isn't after the start is on the next day; a time that
 * comes twice when clocks go back is the first of the two.
 * @throws RangeError for a time that clocks skip on that day.
 */
export function sessionInstants(session: Session, timeZone: string): SessionInstants {
  const key = [session.date, session.startTime, session.endTime, timeZone].join(' ');
  let found = known.get(key);
  if (!found) {
    found = workedOut(session, timeZone);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, found);
  }
  return { ...found };
}

function workedOut(session: Session, timeZone: string): SessionInstants {
  const date = Temporal.PlainDate.from(session.date);
  const startTime = Temporal.PlainTime.from(session.startTime);
  const endTime = Temporal.PlainTime.from(session.endTime);
  const overnight = Temporal.PlainTime.compare(endTime, startTime) < 0;
  return {
    startsAt: instant(date.toPlainDateTime(startTime), timeZone),
    endsAt: instant(date.add({ days: overnight ? 1 : 0 }).toPlainDateTime(endTime), timeZone),
  };
}

/**
 * The UTC instant of a date ("2027-03-06") and time ("09:00") on the clock of a zone (IANA name); the first of two when clocks go back.
 * @throws RangeError for a time that clocks skip on that day.
 */
export const instantOf = (date: string, time: string, timeZone: string): string =>
  instant(Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time)), timeZone);

function instant(wallClock: Temporal.PlainDateTime, timeZone: string): string {
  const zoned = wallClock.toZonedDateTime(timeZone);
  if (!zoned.toPlainDateTime().equals(wallClock)) {
    throw new RangeError(
      `The clocks go forward on ${dateInWords(wallClock.toPlainDate().toString())}: ${timeInWords(wallClock.toPlainTime().toString())} does not exist there that day. Choose a time an hour later.`,
    );
  }
  return zoned.toInstant().toString();
}

/** Sessions in order of the clock on the wall; a list with a session that has no date or start yet is left as it is. */
export function inOrder<S extends Partial<Session>>(sessions: S[]): S[] {
  const begins = ({ date, startTime }: S): string => (date && startTime ? `${date} ${startTime}` : '');
  if (!sessions.every(begins)) return sessions;
  return sessions.toSorted((a, b) => begins(a).localeCompare(begins(b)));
}

/** A session longer than this, in hours, is taken for a slip between AM and PM. */
const LONGEST_SESSION = 14;

/** When a workshop takes place, and what is wrong with its dates. */
export interface Schedule {
  /** UTC instants, null while no session can be read. */
  startsAt: string | null;
  endsAt: string | null;
  /** The same in words, on the clock of the venue; null while no session can be read. */
  when: string | null;
  problems: Problem[];
}

/** Works out a workshop's first start and last end; sessions that are incomplete (in a draft) are passed over. */
export function schedule(sessions: Partial<Session>[], timeZone: string): Schedule {
  const problems: Problem[] = [];
  const problem = (index: number, field: keyof Session, message: string): number =>
    problems.push({ path: ['sessions', index, field], message });
  const timed: ({ index: number; name: string } & SessionInstants)[] = [];
  for (const [index, session] of sessions.entries()) {
    if (!isComplete(session)) continue;
    const name = `the session on ${dateInWords(session.date)} at ${timeInWords(session.startTime)}`;
    if (session.startTime.slice(0, 5) === session.endTime.slice(0, 5)) {
      problem(index, 'endTime', `${capital(name)} ends at the moment it starts. Correct one of its times.`);
      continue;
    }
    try {
      const instants = sessionInstants(session, timeZone);
      const hours = (Date.parse(instants.endsAt) - Date.parse(instants.startsAt)) / 3_600_000;
      if (hours > LONGEST_SESSION)
        problem(
          index,
          'endTime',
          `${capital(name)} would last ${Math.round(hours)} hours. Check its times: is one AM and should be PM?`,
        );
      else timed.push({ index, name, ...instants });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      problem(index, 'startTime', error.message);
    }
  }
  const sorted = timed.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  sorted.forEach((session, position) => {
    const before = sorted[position - 1];
    if (!before || Date.parse(before.endsAt) <= Date.parse(session.startsAt)) return;
    const isTwice = before.startsAt === session.startsAt && before.endsAt === session.endsAt;
    problem(
      session.index,
      'date',
      isTwice
        ? `${capital(session.name)} is listed twice. Remove one of the two.`
        : `${capital(session.name)} starts before ${before.name} has ended. Correct their dates or times.`,
    );
  });
  const ends = sorted.map(({ endsAt }) => endsAt).toSorted((a, b) => Date.parse(a) - Date.parse(b));
  return {
    startsAt: sorted[0]?.startsAt ?? null,
    endsAt: ends.at(-1) ?? null,
    when: formatWhen({ sessions: sorted, timeZone }) || null,
    problems,
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const isComplete = (session: Partial<Session>): session is Session =>
  Boolean(session.date && session.startTime && session.endTime);
