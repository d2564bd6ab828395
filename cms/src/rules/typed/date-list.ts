import { readDate } from './dates';
import { asSeen } from './reading';

/** The days of a list as it was typed or pasted, and what of it can't be read. */
export interface DateList {
  /** Each day once, the first first: "2027-03-06". */
  dates: string[];
  /** What is wrong with a part of the list, in words, in the list's order. */
  problems: string[];
}

const LINES = /[\r\n\t;]+/;
/** What stands between the days of a line, the surest first; a comma before a year is of its day. */
const WITHIN_A_LINE = [/&|\band\b/i, /,(?!\s*\d{4}(?!\d))/];

const MONTH_OF_SEVERAL = /^([a-z]{3,9}\.?) (\d{1,2}) ?(?:-|–|—|&|and|to) ?(\d{1,2})(?:,? (\d{4}))?$/i;
/** In days. */
const LONGEST_RANGE = 5;

/**
 * Takes a list of days apart, one a line or a cell, or several in a line: "3/6, 3/13 and 3/20", "March 6–7, 2027". What is a
 * day as it stands ("Mar 6, 2027") is that day, and of what holds none that can be read, a line stays whole.
 * @param today "2026-11-28"
 * @returns the texts of the days, to be read by `readDate`, in the list's order
 */
export const daysIn = (text: string, today: string): string[] =>
  text
    .split(LINES)
    .map(asSeen)
    .filter(Boolean)
    .flatMap((line) => {
      const days = daysOfMonth(line) ?? apart(line, today);
      return days.some((day) => isDay(day, today)) ? days : [line];
    });

/** Reads a list of days, in whichever of the ways that `daysIn` takes apart. @param today "2026-11-28" */
export function readDateList(text: string, today: string): DateList {
  const readings = daysIn(text, today).map((day) => readDate(day, today));
  const dates = readings.flatMap(({ value }) => value ?? []);
  return {
    dates: [...new Set(dates)].sort(),
    problems: readings.flatMap(({ problem }) => problem ?? []),
  };
}

const isDay = (text: string, today: string): boolean => readDate(text, today).value !== null;

function apart(text: string, today: string, [between, ...others] = WITHIN_A_LINE): string[] {
  if (!between || isDay(text, today)) return [text];
  const parts = text.split(between).map(asSeen).filter(Boolean);
  return parts.flatMap((part) => apart(part, today, others));
}

/** "March 6–7, 2027", "March 6 & 13": days of one month, which is named once; null for all else. */
function daysOfMonth(line: string): string[] | null {
  const [, month, first = '', last = '', year] = MONTH_OF_SEVERAL.exec(line) ?? [];
  if (!month) return null;
  const dayOf = (day: number): string => `${month} ${day}${year ? `, ${year}` : ''}`;
  if (/&|and/i.test(line)) return [Number(first), Number(last)].map(dayOf);
  const days = Number(last) - Number(first) + 1;
  // Longer than a working week: which of these days are meant is not said.
  if (days < 2 || days > LONGEST_RANGE) return null;
  return Array.from({ length: days }, (_, index) => dayOf(Number(first) + index));
}
