import { Temporal } from 'temporal-polyfill';
import { asSeen, beginning, quoted, type Reading, read, unread } from './reading';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const EXAMPLE = 'Write it like 3/6/2027 or Mar 6, 2027.';

/** Years outside these are slips of the finger. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;

const MONTH = '(?<month>[a-z]{3,9})\\.?';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = "(?:[ ,./-]+(?<year>\\d{4}|['’]?\\d{2}))?";
/** A spreadsheet's date that has a time of day, which is midnight unless somebody meant it. */
const MIDNIGHT = '(?:[t ]+(?:0?0:00(?::00(?:\\.0+)?)?|12:00(?::00)? ?am)z?)?';

/** The ways of writing a date, month before day as in the US; `month` is a name or a number. */
const FORMS = [
  '(?<year>\\d{4})([-/.])(?<month>\\d{1,2})\\2(?<day>\\d{1,2})',
  '(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})',
  '(?<month>\\d{1,2}) ?([-/.]) ?(?<day>\\d{1,2})(?: ?\\2 ?(?<year>\\d{4}|\\d{2}))?',
  `${MONTH} ?${DAY}${YEAR}`,
  `${DAY}(?: |-| of )${MONTH}${YEAR}`,
].map((form) => new RegExp(`^${form}${MIDNIGHT}$`, 'i'));

const SEVERAL = /[a-z].*\d ?(?:-|–|—|&|,|\bto\b|\band\b|\bthrough\b) ?(?:[a-z]+\.? )?\d{1,2}\b/i;

/**
 * Reads a date as people in the US type and paste it: "2027-03-06", "3/6", "3-6-2027", "6-Mar-27", "Sat, March 6th, 2027".
 * Without a year it is the next such day. A date that could be another one is not guessed at.
 * @param today "2026-11-28"
 * @returns the day as the database keeps it ("2027-03-06")
 */
export function readDate(text: string, today: string): Reading<string> {
  const seen = asSeen(text);
  const { weekday, rest } = splitWeekday(seen);
  const parts = FORMS.map((form) => form.exec(rest)?.groups).find((groups) => groups);
  if (!parts) return unread(unreadable(seen, rest));
  const month = monthNumber(parts.month ?? '');
  if (month === undefined) return unread(unreadable(seen, rest));
  const day = Number(parts.day);
  if (month < 1 || month > 12)
    return unread(
      `There is no month ${month}. The month comes first: ${day}/${month}${parts.year ? `/${parts.year}` : ''}?`,
    );
  const year = parts.year === undefined ? yearOfNext(month, day, today) : fullYear(parts.year);
  if (year < FIRST_YEAR || year > LAST_YEAR) return unread(`The year ${year} can’t be right. ${EXAMPLE}`);
  const days = Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
  if (day < 1 || day > days)
    return unread(`${MONTHS[month - 1]} ${year} has ${days} days, and no day ${day}.`);
  const date = Temporal.PlainDate.from({ year, month, day });
  const isSaid = !weekday || WEEKDAYS[date.dayOfWeek - 1] === weekday;
  return isSaid
    ? read(date.toString())
    : unread(`${dateInWords(date.toString())}: that isn’t a ${weekday}. Correct the day, or the date.`);
}

/** "2027-03-06" → "Saturday, March 6, 2027" */
export function dateInWords(date: string): string {
  const { year, month, day, dayOfWeek } = Temporal.PlainDate.from(date);
  return `${WEEKDAYS[dayOfWeek - 1]}, ${MONTHS[month - 1]} ${day}, ${year}`;
}

/** "2027-03-06" → "3/6/2027", as a field shows it. */
export function dateAsTyped(date: string): string {
  const { year, month, day } = Temporal.PlainDate.from(date);
  return `${month}/${day}/${year}`;
}

function splitWeekday(text: string): { weekday?: string; rest: string } {
  const [whole, word = ''] = /^([a-z]{2,9})\b\.?,? ?/i.exec(text) ?? [];
  const weekday = whole && startOf(WEEKDAYS, word, 2);
  return weekday ? { weekday, rest: text.slice(whole.length) } : { rest: text };
}

/** The name that a word is, or that it begins: "Tues", "Sept". */
const startOf = (names: string[], word: string, atLeast: number): string | undefined =>
  word.length < atLeast ? undefined : names.find((name) => name.toLowerCase().startsWith(word.toLowerCase()));

function monthNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const name = startOf(MONTHS, text, 3);
  return name ? MONTHS.indexOf(name) + 1 : undefined;
}

function fullYear(text: string): number {
  const year = Number(text.replace(/\D/g, ''));
  return text.length === 4 ? year : 2000 + year;
}

/** The year in which a day comes next, today counted in; February 29 is judged in the year it would have. */
function yearOfNext(month: number, day: number, today: string): number {
  const now = Temporal.PlainDate.from(today);
  return month < now.month || (month === now.month && day < now.day) ? now.year + 1 : now.year;
}

function unreadable(seen: string, rest: string): string {
  const said = beginning(rest);
  const numbers = said.match(/\d+/g) ?? [];
  if (SEVERAL.test(said) || (numbers.length > 3 && !said.includes(':')))
    return `${quoted(seen)} seems to be more than one day: give one here, and add another for the next. ${EXAMPLE}`;
  return `We can’t read ${quoted(seen)} as a date. ${EXAMPLE}`;
}
