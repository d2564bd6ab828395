import type { WorkshopFeedEntry } from '@deep-dive/shared-types';
import ical, { type VEvent } from 'node-ical';
import { describe, expect, it, vi } from 'vitest';
import { feedOf as feedWith, workshop } from '../testing/fake-cms';
import { calendarFeed, calendarFile } from './calendar';

/** Every zone that Node 20 knows has a definition in the library; newer ones may know one that is newer than it. */
const NEWER_ZONE = 'Etc/GMT+7';
vi.mock('timezones-ical-library', async (importOriginal) => {
  const library = await importOriginal<typeof import('timezones-ical-library')>();
  return {
    ...library,
    tzlib_get_ical_block: (zone: string) => (zone === NEWER_ZONE ? [] : library.tzlib_get_ical_block(zone)),
  };
});

const info = { title: 'Workshops: Professional Learning', siteUrl: 'https://example.org', query: '' };
const feedOf = (...workshops: WorkshopFeedEntry[]): string =>
  calendarFeed(feedWith(...workshops), info).body.toString();
const eventsIn = (text: string): VEvent[] =>
  Object.values(ical.sync.parseICS(text)).filter((component) => component?.type === 'VEVENT');
const unfolded = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

describe('a calendar of workshops', () => {
  it('tells when and where a session is, what it costs and where to read more', () => {
    const [event] = eventsIn(feedOf(workshop));
    expect(event).toMatchObject({
      uid: 'boise-march-1@workshops.deep-dive',
      summary: 'CS Fundamentals: Deep Dive',
      location: 'Boise Public Library, 715 S Capitol Blvd, Boise, ID 83702',
      geo: { lat: 43.61, lon: -116.2 },
      url: 'https://example.org/workshops/boise-2027-03-06',
      status: 'CONFIRMED',
    });
    expect(event?.description).toBe(
      [
        'Sat, Mar 6, 2027, 9:00 AM – 4:00 PM MST',
        'Deep Dive, in person, hosted by Idaho Partner',
        'Ask the partner about the cost',
        'Register: https://register.example.org/boise',
        'Details: https://example.org/workshops/boise-2027-03-06',
      ].join('\n'),
    );
    expect(event?.organizer).toBeUndefined();
    expect(event?.attendee).toBeUndefined();
  });

  it('says each time on the clock of its zone, also when the clocks change in between', () => {
    const text = feedOf({
      ...workshop,
      timeZone: 'America/Denver',
      sessions: [
        { startsAt: '2027-03-13T16:00:00Z', endsAt: '2027-03-13T23:00:00Z' },
        { startsAt: '2027-03-14T15:00:00Z', endsAt: '2027-03-14T22:00:00Z' },
        { startsAt: '2027-11-07T07:30:00Z', endsAt: '2027-11-07T23:00:00Z' },
        { startsAt: '2028-01-01T02:00:00Z', endsAt: '2028-01-01T08:00:00Z' },
      ],
    });
    expect(unfolded(text).filter((line) => line.startsWith('DTSTART;'))).toEqual([
      'DTSTART;TZID=America/Denver:20270313T090000',
      'DTSTART;TZID=America/Denver:20270314T090000',
      'DTSTART;TZID=America/Denver:20271107T013000',
      'DTSTART;TZID=America/Denver:20271231T190000',
    ]);
    const events = eventsIn(text);
    expect(events.map(({ start }) => start.toISOString())).toEqual([
      '2027-03-13T16:00:00.000Z',
      '2027-03-14T15:00:00.000Z',
      '2027-11-07T07:30:00.000Z',
      '2028-01-01T02:00:00.000Z',
    ]);
    expect(events.map(({ end }) => end?.toISOString())).toEqual([
      '2027-03-13T23:00:00.000Z',
      '2027-03-14T22:00:00.000Z',
      '2027-11-07T23:00:00.000Z',
      '2028-01-01T08:00:00.000Z',
    ]);
    expect(events.map(({ summary }) => summary)).toContain('CS Fundamentals: Deep Dive (session 2 of 4)');
    expect(events.map(({ uid }) => uid)).toContain('boise-march-4@workshops.deep-dive');
  });

  it('defines every zone it refers to, once, also one that goes by two names', () => {
    const zones = [
      'America/Boise',
      'Pacific/Guam',
      'America/St_Thomas',
      'America/Puerto_Rico',
      'Pacific/Guam',
    ];
    const text = feedOf(...zones.map((timeZone, n) => ({ ...workshop, id: `w${n}`, timeZone })));
    const lines = unfolded(text);
    const defined = lines.filter((line) => line.startsWith('TZID:')).map((line) => line.slice(5));
    expect(defined).toEqual(['America/Boise', 'Pacific/Guam', 'America/Puerto_Rico']);
    for (const [, zone] of text.matchAll(/TZID=([^:]+):/g)) expect(defined).toContain(zone);
    expect(eventsIn(text).every(({ start }) => start.toISOString() === '2027-03-06T16:00:00.000Z')).toBe(
      true,
    );
  });

  it('says when a workshop is cancelled, under the name it had before, as a later version', () => {
    const cancelled = { ...workshop, status: 'cancelled' as const, updatedAt: '2027-02-01T00:00:00Z' };
    const [before] = eventsIn(feedOf(workshop));
    const [after] = eventsIn(feedOf({ ...cancelled, slug: 'another-address' }));
    expect(after?.status).toBe('CANCELLED');
    expect(after?.uid).toBe(before?.uid);
    expect(Number(after?.sequence)).toBeGreaterThan(Number(before?.sequence));
    expect(after?.dtstamp.toISOString()).toBe('2027-02-01T00:00:00.000Z');
  });

  it('takes what people write as text, and never as calendar', () => {
    const odd = {
      ...workshop,
      title: 'Año nuevo; Kāneʻohe, 日本 \\ "quoted"',
      notes: 'Bring:\r\nATTENDEE:mailto:evil@example.com\rEND:VEVENT\u2028DTSTART:20200101\u0000\u0007!',
      place: { ...workshop.place, venue: 'Hall; Wing A, 2nd floor\nBEGIN:VALARM' } as typeof workshop.place,
    };
    const text = calendarFeed(feedWith(odd), { ...info, title: 'Us, them;\r\nX-EVIL:1' }).body.toString();
    const [event, ...others] = eventsIn(text);
    expect(others).toEqual([]);
    expect(event?.summary).toBe(odd.title);
    expect(event?.location).toContain('Hall; Wing A, 2nd floor\nBEGIN:VALARM, 715 S');
    expect(event?.description).toContain(
      'Bring:\nATTENDEE:mailto:evil@example.com\nEND:VEVENT\nDTSTART:20200101  !',
    );
    expect(event?.attendee).toBeUndefined();
    const names = unfolded(text).map((line) => line.split(/[:;]/)[0]);
    for (const name of ['ATTENDEE', 'X-EVIL']) expect(names).not.toContain(name);
    for (const name of ['BEGIN', 'END']) expect(names.filter((other) => other === name)).toHaveLength(5);
  });

  it('has lines of 75 octets at most, with whole characters, each ended', () => {
    const text = feedOf({ ...workshop, title: '🌵ñ日'.repeat(60), notes: 'x'.repeat(500) });
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n\ufffd]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(eventsIn(text)[0]?.summary).toBe('🌵ñ日'.repeat(60));
  });

  it('says where the virtual and the private are no more than that', () => {
    const [virtual] = eventsIn(feedOf({ ...workshop, format: 'virtual', place: null, street: null }));
    expect(virtual?.location).toBe('Online');
    const place = { venue: null, city: 'Boise', state: 'ID', zip: '', latitude: null, longitude: null };
    const file = calendarFile(
      { ...workshop, visibility: 'private', place, street: null, registrationUrl: null },
      info.siteUrl,
    );
    const [hidden] = eventsIn(file.body.toString());
    expect(hidden?.location).toBe('Boise, ID');
    expect(hidden?.geo).toBeUndefined();
    expect(file.fileName).toBe('boise-2027-03-06.ics');
  });

  it('is called after its search, and asked for again in some hours', () => {
    const [calendar] = Object.values(ical.sync.parseICS(feedOf(workshop))).filter(
      (component) => component?.type === 'VCALENDAR',
    );
    expect(calendar).toMatchObject({ 'WR-CALNAME': info.title });
    expect(unfolded(feedOf())).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT6H');
  });

  it('says what it is, what it is called, and when to ask again', () => {
    const { status, contentType } = calendarFeed(feedWith(workshop), info);
    expect([status, contentType]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(unfolded(feedOf()).slice(0, 7)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//deep-dive//workshops//EN',
      `NAME:${info.title}`,
      `X-WR-CALNAME:${info.title}`,
      'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
      'X-PUBLISHED-TTL:PT6H',
    ]);
  });

  it.each([
    ['2020-01-01T00:01:00Z', 'SEQUENCE:60', 'LAST-MODIFIED:20200101T000100Z'],
    ['2027-01-02T03:04:05.678Z', 'SEQUENCE:221022245', 'LAST-MODIFIED:20270102T030405Z'],
    ['2019-06-01T00:00:00Z', 'SEQUENCE:0', 'LAST-MODIFIED:20190601T000000Z'],
  ])('counts versions in seconds since 2020, as long as they fit: changed at %s', (updatedAt, ...lines) => {
    expect(unfolded(feedOf({ ...workshop, updatedAt }))).toEqual(expect.arrayContaining(lines));
  });

  it('is a calendar even when there is nothing in it', () => {
    expect(eventsIn(feedOf())).toEqual([]);
    expect(unfolded(feedOf())).toContain('BEGIN:VTIMEZONE');
  });

  it('gives a time in UTC when calendars could not be told the zone', () => {
    const text = feedOf({ ...workshop, timeZone: NEWER_ZONE });
    expect(eventsIn(text)[0]?.start.toISOString()).toBe('2027-03-06T16:00:00.000Z');
    expect(unfolded(text)).toEqual(
      expect.arrayContaining(['DTSTART:20270306T160000Z', 'DTEND:20270306T230000Z']),
    );
    expect(text).not.toContain('TIMEZONE');
  });

  it('stays the same byte for byte until something changes', () => {
    expect(feedOf(workshop)).toBe(feedOf(workshop));
    expect(feedOf(workshop)).not.toBe(feedOf({ ...workshop, updatedAt: '2027-01-02T03:04:06Z' }));
  });
});
