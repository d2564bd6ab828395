import type {
  SessionInstants,
  WorkshopDetail,
  WorkshopFeed,
  WorkshopFeedEntry,
} from '@deep-dive/shared-types';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { addressLabel, sessionTitle } from '../../src/workshops/labels';
import type { ResponseContent } from '../cached-response';
import { describeWorkshop, type FeedInfo, workshopUrl } from './feed';

/*
 * iCalendar (RFC 5545), written here line by line: ical-generator takes two seconds of the one thread for a full feed, which
 * every other visitor would wait for, and puts calendar properties behind components, where they may not be.
 */

/** How often a calendar that subscribes asks again. */
const REFRESH = 'PT6H';
/** Makes identifiers unlike those of other makers of calendars; never to be changed, or calendars show everything twice. */
const UID_SUFFIX = '@workshops.deep-dive';
/** From when sequence numbers count, so that they stay within 32 bits for long. */
const SEQUENCE_EPOCH = Date.UTC(2020, 0, 1);

/** The upcoming workshops as a calendar to subscribe to, cancelled ones as such. Changes only when they do. */
export function calendarFeed({ workshops }: WorkshopFeed, { title, siteUrl }: FeedInfo): ResponseContent {
  const properties = [
    `NAME:${text(title)}`,
    `X-WR-CALNAME:${text(title)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
  ];
  return calendar(properties, workshops, siteUrl);
}

/** One workshop's sessions as a file to add to a calendar. */
export function calendarFile(workshop: WorkshopDetail, siteUrl: string): ResponseContent {
  return { ...calendar([], [workshop], siteUrl), fileName: `${workshop.slug}.ics` };
}

function calendar(properties: string[], workshops: WorkshopFeedEntry[], siteUrl: string): ResponseContent {
  const names = new Set(workshops.map(({ timeZone }) => timeZone));
  // A calendar has to hold something (RFC 5545, 3.6).
  if (names.size === 0) names.add('Etc/UTC');
  const zones = new Map([...names].map((name) => [name, findZone(name)]));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//deep-dive//workshops//EN',
    ...properties,
    ...new Set([...zones.values()].flatMap((zone) => zone?.definition ?? [])),
    ...workshops.flatMap((workshop) => eventsOf(workshop, zones.get(workshop.timeZone), siteUrl)),
    'END:VCALENDAR',
  ];
  const body = Buffer.from(lines.map((line) => `${line}\r\n`).join(''));
  return { status: 200, contentType: 'text/calendar; charset=utf-8', body };
}

function eventsOf(workshop: WorkshopFeedEntry, zone: Zone | undefined, siteUrl: string): string[] {
  const { id, slug, place, status, updatedAt } = workshop;
  const updated = new Date(updatedAt);
  const url = workshopUrl(siteUrl, slug);
  const same = [
    `DTSTAMP:${utc(updated)}`,
    `LAST-MODIFIED:${utc(updated)}`,
    `SEQUENCE:${Math.max(0, Math.floor((updated.getTime() - SEQUENCE_EPOCH) / 1000))}`,
    `LOCATION:${text(addressLabel(workshop))}`,
    ...(place?.latitude != null && place.longitude != null
      ? [`GEO:${place.latitude};${place.longitude}`]
      : []),
    `URL:${url}`,
    `DESCRIPTION:${text(describeWorkshop(workshop, url).join('\n'))}`,
    `STATUS:${status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
  ].map(fold);
  const event = (session: SessionInstants, index: number): string[] => [
    'BEGIN:VEVENT',
    `UID:${id}-${index + 1}${UID_SUFFIX}`,
    `DTSTART${local(session.startsAt, workshop.timeZone, zone)}`,
    `DTEND${local(session.endsAt, workshop.timeZone, zone)}`,
    fold(`SUMMARY:${text(sessionTitle(workshop, session))}`),
    ...same,
    'END:VEVENT',
  ];
  return workshop.sessions.flatMap(event);
}

interface Zone {
  /** A VTIMEZONE component. */
  definition: string;
  /** The parameter that refers to it: "TZID=America/Denver". Its name may be another one for the same zone. */
  reference: string;
}

/** Undefined for a zone the library does not know. */
function findZone(timeZone: string): Zone | undefined {
  const [definition, reference] = tzlib_get_ical_block(timeZone);
  return definition && reference ? { definition, reference } : undefined;
}

/** A date-time's parameter and value: on the clock of its zone, or in UTC when calendars could not be told what that is. */
function local(instant: string, timeZone: string, zone: Zone | undefined): string {
  const date = new Date(instant);
  if (!zone) return `:${utc(date)}`;
  const { year, month, day, hour, minute, second } = Object.fromEntries(
    clockOf(timeZone)
      .formatToParts(date)
      .map(({ type, value }) => [type, value]),
  );
  return `;${zone.reference}:${year}${month}${day}T${hour}${minute}${second}`;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs far more than using it. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    const two = '2-digit';
    const fields = { year: 'numeric', month: two, day: two, hour: two, minute: two, second: two } as const;
    clock = new Intl.DateTimeFormat('en-US', { ...fields, timeZone, hourCycle: 'h23' });
    clocks.set(timeZone, clock);
  }
  return clock;
}

function utc(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d+/g, '');
}

/** What somebody wrote, as a value of type TEXT (RFC 5545, 3.3.11): nothing in it can begin a line of its own. */
function text(value: string): string {
  return value
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');
}

/** A content line in lines of 75 octets at most (RFC 5545, 3.1). Characters stay whole. */
function fold(line: string): string {
  const bytes = Buffer.from(line);
  if (bytes.length <= 75) return line;
  const pieces: string[] = [];
  for (let start = 0, end = 75; start < bytes.length; start = end, end += 74) {
    while (((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
    pieces.push(bytes.toString('utf8', start, end));
  }
  return pieces.join('\r\n ');
}
