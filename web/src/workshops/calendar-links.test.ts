import { describe, expect, it } from 'vitest';
import { aWorkshop } from '../testing/samples';
import { calendarFilePath, calendarServices, sessionEvent, webcalUrl } from './calendar-links';

const url = 'https://learning.example/workshops/denver-march';

/** The address each service gets for a workshop's n-th session, taken apart. */
function addressesFor(workshop: Parameters<typeof aWorkshop>[0] = {}, index = 0): URL[] {
  const whole = aWorkshop({ title: 'Deep Dive: R&D + "more"', ...workshop });
  const session = whole.sessions[index];
  if (!session) throw new Error(`The workshop has no session ${index}`);
  return calendarServices.map(({ addUrl }) => new URL(addUrl(sessionEvent(whole, session, url))));
}

describe('Calendars on the web', () => {
  it('give Google an event in its own spelling', () => {
    const [google] = addressesFor();
    expect(google?.origin).toBe('https://calendar.google.com');
    expect(google?.pathname).toBe('/calendar/render');
    expect(Object.fromEntries(google?.searchParams ?? [])).toEqual({
      action: 'TEMPLATE',
      text: 'Deep Dive: R&D + "more"',
      dates: '20270306T160000Z/20270306T230000Z',
      ctz: 'America/Denver',
      location: 'Central Library, Denver, CO 80204',
      details: `Hosted by Front Range Partners. ${url}`,
    });
  });

  it('give Outlook at home and at school the same', () => {
    const [, home, school] = addressesFor();
    expect(home?.origin).toBe('https://outlook.live.com');
    expect(school?.origin).toBe('https://outlook.office.com');
    for (const outlook of [home, school]) {
      expect(outlook?.pathname).toBe('/calendar/0/deeplink/compose');
      expect(Object.fromEntries(outlook?.searchParams ?? [])).toEqual({
        path: '/calendar/action/compose',
        rru: 'addevent',
        subject: 'Deep Dive: R&D + "more"',
        startdt: '2027-03-06T16:00:00Z',
        enddt: '2027-03-06T23:00:00Z',
        location: 'Central Library, Denver, CO 80204',
        body: `Hosted by Front Range Partners. ${url}`,
      });
    }
  });

  it('are never given a "+" for a space, which Outlook would show', () => {
    for (const address of addressesFor({ title: 'Deep Dive' })) expect(address.search).not.toContain('+');
  });

  it('say which of several sessions it is', () => {
    const sessions = [
      { startsAt: '2027-03-06T16:00:00.000Z', endsAt: '2027-03-06T23:00:00.000Z' },
      { startsAt: '2027-03-20T15:00:00.000Z', endsAt: '2027-03-20T22:00:00.000Z' },
    ];
    const [google] = addressesFor({ title: 'Deep Dive', sessions }, 1);
    expect(google?.searchParams.get('text')).toBe('Deep Dive (session 2 of 2)');
    expect(google?.searchParams.get('dates')).toBe('20270320T150000Z/20270320T220000Z');
  });

  it('say that a virtual workshop is online', () => {
    const [google] = addressesFor({ format: 'virtual', place: null });
    expect(google?.searchParams.get('location')).toBe('Online');
  });
});

it('names the calendar file after the workshop', () => {
  expect(calendarFilePath('denver-march')).toBe('/workshops/denver-march.ics');
});

it.each([
  [
    'https://learning.example/workshops.ics?near=Denver,+CO',
    'webcal://learning.example/workshops.ics?near=Denver,+CO',
  ],
  ['http://localhost:3000/workshops.ics', 'webcal://localhost:3000/workshops.ics'],
])('%s is %s to a calendar program', (url, webcal) => {
  expect(webcalUrl(url)).toBe(webcal);
});
