import { Temporal } from 'temporal-polyfill';
import type { Problem } from './problem';
import type { Session } from './schedule';
import { dateInWords } from './typed';

/** What is judged of a workshop's dates when it is published. */
export interface PublishedDates {
  sessions: Partial<Session>[];
  /** ISO 8601; null while nothing can be read. */
  startsAt: string | null;
  /** Whether visitors saw it before: then its dates may have passed. */
  wasPublished: boolean;
}

/** A workshop further ahead is a slip of the finger. */
const YEARS_AHEAD = 3;

/** From the first session to the last: longer ones are two workshops, or a wrong month. */
const LONGEST_DAYS = 31;

/**
 * Which of a workshop's dates can't be meant. What is published for the first time is still to come: a date in the past is
 * last year's, or that of the sheet it was copied from.
 */
export function dateProblems({ sessions, startsAt, wasPublished }: PublishedDates, now: Date): Problem[] {
  const dates = sessions.map(({ date }) => date);
  const at = (index: number): Problem['path'] => ['sessions', index, 'date'];
  const latest = Temporal.PlainDate.from(now.toISOString().slice(0, 10))
    .add({ years: YEARS_AHEAD })
    .toString();
  const problems = dates.flatMap((date, index): Problem[] =>
    date && date > latest
      ? [
          {
            path: at(index),
            message: `${dateInWords(date)} is more than ${YEARS_AHEAD} years ahead. Correct the year.`,
          },
        ]
      : [],
  );
  const [first] = dates;
  const last = dates.at(-1);
  if (!first || !last) return problems;
  if (!wasPublished && startsAt && Date.parse(startsAt) <= now.getTime())
    problems.push({
      path: at(0),
      message: `${dateInWords(first)} is over. Correct the date: a workshop is announced before it begins.`,
    });
  const days = Temporal.PlainDate.from(first).until(last, { largestUnit: 'days' }).days;
  if (days > LONGEST_DAYS)
    problems.push({
      path: at(dates.length - 1),
      message: `It would take ${days} days from ${dateInWords(first)} to ${dateInWords(last)}, and ${LONGEST_DAYS} is the most. Correct a date, or enter two workshops.`,
    });
  return problems;
}
