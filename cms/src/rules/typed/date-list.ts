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
const WITHIN_A_LINE = /,|&|\band\b/;

/**
 * Reads a list of days, one a line or a cell, or several in a line: "3/6, 3/13 and 3/20". What has a comma and is a day as it
 * stands ("Mar 6, 2027") is that day.
 * @param today "2026-11-28"
 */
export function readDateList(text: string, today: string): DateList {
  const readings = text
    .split(LINES)
    .map(asSeen)
    .filter(Boolean)
    .flatMap((line) => readLine(line, today));
  const dates = readings.flatMap(({ value }) => value ?? []);
  return {
    dates: [...new Set(dates)].sort(),
    problems: readings.flatMap(({ problem }) => problem ?? []),
  };
}

function readLine(line: string, today: string) {
  const whole = readDate(line, today);
  const parts = line.split(WITHIN_A_LINE).map(asSeen).filter(Boolean);
  if (whole.problem === null || parts.length < 2) return [whole];
  const readings = parts.map((part) => readDate(part, today));
  return readings.every(({ problem }) => problem !== null) ? [whole] : readings;
}
