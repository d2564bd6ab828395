import { Temporal } from 'temporal-polyfill';
import { asSeen, dateAsTyped, daysIn, timeInWords } from '../typed';

/** The day before Excel’s first, as its count of days has it after February 1900. */
const BEFORE_EXCEL = '1899-12-30';
/** Excel’s numbers of the first and the last day that are taken for days: January 2000 to December 2099. */
const FIRST_DAY = 36_526;
const LAST_DAY = 73_050;

/** "46087.375" → the day, and the part of a day after it, as Excel counts them; null for what is no such number. */
export function serialDate(text: string): { date: string; time: string } | null {
  if (!/^\d{5}(?:\.\d+)?$/.test(text)) return null;
  const days = Math.floor(Number(text));
  if (days < FIRST_DAY || days > LAST_DAY) return null;
  const time = Number(text) - days;
  return {
    date: dateAsTyped(Temporal.PlainDate.from(BEFORE_EXCEL).add({ days }).toString()),
    time: time === 0 ? '' : timeOfFraction(time),
  };
}

/** 0.375 → "9:00 AM" */
function timeOfFraction(fraction: number): string {
  const minutes = Math.round(fraction * 24 * 60) % (24 * 60);
  return timeInWords(`${Math.floor(minutes / 60)}:${minutes % 60}`);
}

/** A time as it stands in a cell, which Excel may have left as a part of a day. */
export const timeOfDay = (text: string): string =>
  /^0?\.\d+$/.test(text) ? timeOfFraction(Number(text)) : text;

/**
 * The texts of the days in a cell that holds one or several, or a number that Excel has for one.
 * @param today "2026-11-28"
 */
export function datesIn(text: string, today: string): string[] {
  const serial = serialDate(asSeen(text));
  return serial ? [serial.date] : daysIn(text, today);
}

/** The times in a cell: one, or when it begins and when it ends, both of the same half of the day where one alone says which. */
export function timesIn(text: string): [string] | [string, string] {
  const seen = asSeen(text);
  const [start = '', end, ...more] = seen.split(/ ?(?:-|–|—|\bto\b|\buntil\b|\bthrough\b) ?/i);
  if (!start || !end || more.length > 0) return [timeOfDay(seen)];
  const half = /[ap]\.?m?\.?$/i.exec(end)?.[0];
  const hour = (time: string): number => Number(/^\d+/.exec(time)?.[0] ?? Number.NaN) % 12;
  const isSameHalf = half && /^\d{1,2}(?:[:.]\d\d)?$/.test(start) && hour(start) <= hour(end);
  return [isSameHalf ? `${start} ${half}` : start, end];
}

/** Where the time of day begins in a text that says when something is. */
const TIME =
  /(?:\b\d{1,2}(?:[:.]\d\d)?(?::\d\d)? ?[ap]\.?m?\.?(?![a-z])|\b\d{1,2}:\d\d\b|\bnoon\b|\b\d{1,2} ?(?:-|–|—|to) ?\d{1,2}(?::\d\d)? ?[ap]\.?m\b)/i;

/** "Sat, March 6, 2027, 9 AM – 3 PM" → what it says of the day, and of the time; null where it says nothing of a time. */
export function whenIn(text: string): { dates: string; times: string } | null {
  const serial = serialDate(asSeen(text));
  if (serial) return serial.time ? { dates: serial.date, times: serial.time } : null;
  // As programs write moments: 2027-03-06T09:00:00.000Z
  const seen = asSeen(text)
    .replace(/(\d)T(\d)/, '$1 $2')
    .replace(/(:\d\d)\.\d{3}Z?$/, '$1');
  const at = TIME.exec(seen)?.index ?? 0;
  if (at === 0) return null;
  const dates = withoutEnd(withoutEnd(seen.slice(0, at)).replace(/\b(?:at|from)$/i, ''));
  return { dates, times: seen.slice(at).replace(/[).]$/, '') };
}

/** What may stand between a day and its time. */
const BETWEEN = ' ,|@:–—-(';

function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && BETWEEN.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
