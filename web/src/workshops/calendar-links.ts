import type { SessionInstants, WorkshopSummary } from '@deep-dive/shared-types';
import { addressLabel, sessionTitle } from './labels';

/** The path of a workshop's calendar file (iCalendar, RFC 5545), which holds all of its sessions. */
export function calendarFilePath(slug: string): string {
  return `/workshops/${slug}.ics`;
}

/** The address of a calendar as calendar programs know it: on a press, they ask whether to subscribe. */
export function webcalUrl(url: string): string {
  return url.replace(/^https?:/, 'webcal:');
}

/** A calendar on the web, and the address at which it offers to add one event. */
export interface CalendarService {
  name: string;
  addUrl(event: CalendarEvent): string;
}

/** One event as calendars on the web take it. */
export interface CalendarEvent extends SessionInstants {
  title: string;
  timeZone: string;
  location: string;
  details: string;
}

/**
 * Neither Google nor Microsoft documents these addresses; the parameters are those collected at
 * https://github.com/InteractionDesignFoundation/add-event-to-calendar-docs. Each takes one event.
 */
export const calendarServices: CalendarService[] = [
  {
    name: 'Google Calendar',
    addUrl: ({ title, startsAt, endsAt, timeZone, location, details }) =>
      addressWith('https://calendar.google.com/calendar/render', {
        action: 'TEMPLATE',
        text: title,
        dates: `${basicFormat(startsAt)}/${basicFormat(endsAt)}`,
        ctz: timeZone,
        location,
        details,
      }),
  },
  { name: 'Outlook.com', addUrl: outlookUrl('https://outlook.live.com') },
  { name: 'Outlook for work or school', addUrl: outlookUrl('https://outlook.office.com') },
];

/** A session as an event. `url` is the absolute address of the workshop's page. */
export function sessionEvent(
  workshop: WorkshopSummary,
  session: SessionInstants,
  url: string,
): CalendarEvent {
  return {
    ...session,
    title: sessionTitle(workshop, session),
    timeZone: workshop.timeZone,
    location: addressLabel(workshop),
    details: `Hosted by ${workshop.partner.name}. ${url}`,
  };
}

function outlookUrl(origin: string): CalendarService['addUrl'] {
  return ({ title, startsAt, endsAt, location, details }) =>
    addressWith(`${origin}/calendar/0/deeplink/compose`, {
      path: '/calendar/action/compose',
      rru: 'addevent',
      subject: title,
      startdt: startsAt,
      enddt: endsAt,
      location,
      body: details,
    });
}

/** A space is written "%20": Outlook shows the "+" of `URLSearchParams` as it stands. */
function addressWith(address: string, parameters: Record<string, string>): string {
  const query = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${address}?${query.join('&')}`;
}

/** ISO 8601's basic format: "20270306T160000Z". */
function basicFormat(instant: string): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '');
}
