import type { SessionInstants, WorkshopSummary } from './workshop.js';

/*
 * Dates and times are put together from parts, with our own punctuation and plain spaces: the versions of ICU in Node
 * and in browsers punctuate differently (U+202F before "AM", for one), and a page must hydrate to the text the server sent.
 */

const dateFormats = new Map<string, Intl.DateTimeFormat>();
const timeFormats = new Map<string, Intl.DateTimeFormat>();
const dayFormats = new Map<string, Intl.DateTimeFormat>();

const MINUTE = 60_000;

/** How far American Samoa, where a day ends last in the United States, is behind UTC all year, in milliseconds. */
const LAST_ZONE = 11 * 3_600_000;

/** The earliest day (ISO 8601) that has not ended everywhere in the United States: a last day counts until then. */
export function dayInLastZone(now: Date): string {
  return new Date(now.getTime() - LAST_ZONE).toISOString().slice(0, 10);
}

/** The day it is in an IANA time zone: "2027-03-06". Throws RangeError for a zone that is none. */
export function dayIn(timeZone: string, now: Date): string {
  // Days begin at whole minutes, and what is asked within one is remembered.
  const minute = new Date(Math.floor(now.getTime() / MINUTE) * MINUTE).toISOString();
  const { year, month, day } = parts(dayFormat(timeZone), minute);
  return `${year}-${month}-${day}`;
}

/** The day of an instant (ISO 8601, UTC) in an IANA time zone: "Sat, Mar 6, 2027". Throws RangeError for either being malformed. */
export function formatDate(instant: string, timeZone: string): string {
  const { weekday, month, day, year } = parts(dateFormat(timeZone), instant);
  return `${weekday}, ${month} ${day}, ${year}`;
}

/**
 * Short names that ICU lacks, by zone: it says "GMT+10" of Guam. And those that its versions don't agree on, by what some say
 * of the Aleutians. All are IANA's.
 */
const SHORT_NAMES: Record<string, string> = {
  'Pacific/Guam': 'ChST',
  'Pacific/Saipan': 'ChST',
  'Pacific/Pago_Pago': 'SST',
  HAST: 'HST',
  HADT: 'HDT',
};

/**
 * When a session starts and ends on the clock of an IANA time zone: "9:00 AM – 4:00 PM PST", "8:00 PM – 1:00 AM EST (next
 * day)", and both names where the clocks change in between: "11:00 PM PST – 4:00 AM PDT (next day)".
 */
export function formatTimeRange(session: SessionInstants, timeZone: string): string {
  const start = parts(timeFormat(timeZone), session.startsAt);
  const end = parts(timeFormat(timeZone), session.endsAt);
  // A session until midnight still belongs to its own day.
  const lastMoment = new Date(Date.parse(session.endsAt) - 1).toISOString();
  const overnight = formatDate(session.startsAt, timeZone) !== formatDate(lastMoment, timeZone);
  const [startZone, endZone] = [zoneName(start, timeZone), zoneName(end, timeZone)];
  const change = startZone === endZone ? '' : ` ${startZone}`;
  return `${clock(start)}${change} – ${clock(end)} ${endZone}${overnight ? ' (next day)' : ''}`;
}

const zoneName = ({ timeZoneName = '' }: Parts, timeZone: string): string =>
  SHORT_NAMES[timeZone] ?? SHORT_NAMES[timeZoneName] ?? timeZoneName;

/** An instant (ISO 8601, UTC) on the clock of an IANA time zone: "Mon, Mar 1, 2027, 9:00 AM EST". */
export function formatMoment(instant: string, timeZone: string): string {
  const time = parts(timeFormat(timeZone), instant);
  return `${formatDate(instant, timeZone)}, ${clock(time)} ${zoneName(time, timeZone)}`;
}

/**
 * A workshop's dates in one line. One session: "Sat, Mar 6, 2027, 9:00 AM – 4:00 PM PST".
 * Several: "Sat, Mar 6, 2027 – Sat, May 8, 2027 (5 sessions)". Several in one day: "Sat, Mar 6, 2027 (2 sessions)".
 */
export function formatWhen({ sessions, timeZone }: Pick<WorkshopSummary, 'sessions' | 'timeZone'>): string {
  const first = sessions[0];
  const last = sessions.at(-1);
  if (!first || !last) return '';
  const firstDay = formatDate(first.startsAt, timeZone);
  if (first === last) return `${firstDay}, ${formatTimeRange(first, timeZone)}`;
  const lastDay = formatDate(last.startsAt, timeZone);
  const days = firstDay === lastDay ? firstDay : `${firstDay} – ${lastDay}`;
  return `${days} (${sessions.length} sessions)`;
}

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;

/** Taking an instant apart is the dearest step of rendering a list, and the same ones come again and again. */
const partsByFormat = new WeakMap<Intl.DateTimeFormat, Map<string, Parts>>();
const REMEMBERED_INSTANTS = 2_000;

function parts(format: Intl.DateTimeFormat, instant: string): Parts {
  let known = partsByFormat.get(format);
  if (!known || known.size >= REMEMBERED_INSTANTS) {
    known = new Map();
    partsByFormat.set(format, known);
  }
  let found = known.get(instant);
  if (!found) {
    found = Object.fromEntries(
      format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
    );
    known.set(instant, found);
  }
  return found;
}

function clock({ hour, minute, dayPeriod }: Parts): string {
  return `${hour}:${minute} ${dayPeriod}`;
}

function dateFormat(timeZone: string): Intl.DateTimeFormat {
  return remembered(dateFormats, timeZone, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    year: 'numeric',
  });
}

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  return remembered(dayFormats, timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' });
}

function timeFormat(timeZone: string): Intl.DateTimeFormat {
  return remembered(timeFormats, timeZone, {
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
    timeZoneName: 'short',
  });
}

/** Making a format costs far more than using one. */
function remembered(
  formats: Map<string, Intl.DateTimeFormat>,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', { ...options, timeZone });
  formats.set(timeZone, format);
  return format;
}
