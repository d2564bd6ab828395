import { Temporal } from 'temporal-polyfill';
import { asSeen, readDate } from '../typed';

/** More days than a workshop has are not put in order. */
const MOST_DAYS = 60;

/** Whether it doesn't hang on the day on which it is read what a text means. @param today "2026-11-28" */
export const saysYear = (text: string, today: string): boolean =>
  readDate(text, today).value === readDate(text, yearBefore(today)).value;

/**
 * From which days on those of a row are read that say no year, the likeliest first: so that they come next, as close together
 * as they can be; then a year before that, since the sheet may be brought again when they are over. Days that all say their
 * year are read from today.
 * @param days as they stand in the sheet
 * @param today "2026-11-28"
 */
export function yearsMeant(days: string[], today: string): [next: string, ...before: string[]] {
  const texts = [...new Set(days)].filter((text) => asSeen(text) !== '');
  const without = texts.filter((text) => !saysYear(text, today));
  if (without.length === 0 || texts.length > MOST_DAYS) return [today];
  let from = today;
  let closest = Number.POSITIVE_INFINITY;
  for (const text of texts) {
    const { value } = readDate(text, today);
    const span = value === null ? closest : spanFrom(value, texts);
    if (value !== null && span < closest) [from, closest] = [value, span];
  }
  return without.length === texts.length ? [from, yearBefore(from)] : [from];
}

const yearBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ years: 1 }).toString();

/** From the first of some days to the last, in milliseconds, as they are read from one. */
function spanFrom(from: string, texts: string[]): number {
  const days = texts.map((text) => Date.parse(readDate(text, from).value ?? '')).filter(Number.isFinite);
  return Math.max(...days) - Math.min(...days);
}
