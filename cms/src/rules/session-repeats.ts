import { Temporal } from 'temporal-polyfill';
import type { Session } from './schedule';
import { readDate, readTime } from './typed';

/** How a session is held again: the next day, a week later, or on a day that is typed. */
export type Repeat = 'next day' | 'next week' | 'another day';

const DAYS = { 'next day': 1, 'next week': 7 };

/**
 * A session at the same hours of the wall's clock, after one as the form holds it; null while that one has no day, or hours
 * that can't be read. "Another day" is left to be typed.
 */
export function repeated(
  { date, startTime, endTime }: { [Part in keyof Session]?: string | null },
  repeat: Repeat,
): Partial<Session> | null {
  const starts = readTime(startTime ?? '').value;
  const ends = readTime(endTime ?? '').value;
  if (starts === null || ends === null) return null;
  const hours = { startTime: starts, endTime: ends };
  if (repeat === 'another day') return hours;
  // What the form could read has its year: it is the same day whatever today is.
  const day = readDate(date ?? '', '2000-01-01').value;
  if (day === null) return null;
  return { date: Temporal.PlainDate.from(day).add({ days: DAYS[repeat] }).toString(), ...hours };
}
