import { describe, expect, it } from 'vitest';
import { dayIn, dayInLastZone, formatDate, formatTimeRange, formatWhen } from './when.js';

const winter = { startsAt: '2027-03-06T17:00:00Z', endsAt: '2027-03-07T00:00:00Z' };
const summer = { startsAt: '2027-07-10T16:30:00Z', endsAt: '2027-07-10T23:00:00Z' };

describe('formatDate', () => {
  it('names the day on the venue’s calendar, not on the reader’s', () => {
    expect(formatDate('2027-03-07T02:00:00Z', 'America/Los_Angeles')).toBe('Sat, Mar 6, 2027');
    expect(formatDate('2027-03-07T02:00:00Z', 'UTC')).toBe('Sun, Mar 7, 2027');
  });

  it('refuses a malformed instant or zone', () => {
    expect(() => formatDate('soon', 'America/Denver')).toThrow(RangeError);
    expect(() => formatDate(winter.startsAt, 'Mars/Olympus')).toThrow(RangeError);
  });
});

describe('formatTimeRange', () => {
  it('follows the zone through standard and daylight time', () => {
    expect(formatTimeRange(winter, 'America/Los_Angeles')).toBe('9:00 AM – 4:00 PM PST');
    expect(formatTimeRange(summer, 'America/Los_Angeles')).toBe('9:30 AM – 4:00 PM PDT');
    expect(formatTimeRange(summer, 'America/Phoenix')).toBe('9:30 AM – 4:00 PM MST');
  });

  it.each([
    ['Pacific/Guam', 'ChST', 'ChST'],
    ['Pacific/Saipan', 'ChST', 'ChST'],
    ['Pacific/Pago_Pago', 'SST', 'SST'],
    ['Pacific/Honolulu', 'HST', 'HST'],
    ['America/Adak', 'HST', 'HDT'],
    ['America/Anchorage', 'AKST', 'AKDT'],
    ['America/Puerto_Rico', 'AST', 'AST'],
  ])('names the zone as people do: %s', (zone, inWinter, inSummer) => {
    expect(formatTimeRange(winter, zone).split(/M (?!–)/)[1]).toBe(inWinter);
    expect(formatTimeRange(summer, zone).split(/M (?!–)/)[1]).toBe(inSummer);
  });

  it('names both zones of a session in which the clocks change', () => {
    const night = { startsAt: '2027-03-14T07:00:00Z', endsAt: '2027-03-14T11:00:00Z' };
    expect(formatTimeRange(night, 'America/Los_Angeles')).toBe('11:00 PM PST – 4:00 AM PDT (next day)');
    expect(formatTimeRange(night, 'America/Phoenix')).toBe('12:00 AM – 4:00 AM MST');
  });

  it('says that a session ends on the next day', () => {
    const night = { startsAt: '2027-03-06T01:00:00Z', endsAt: '2027-03-06T06:00:00Z' };
    expect(formatTimeRange(night, 'America/New_York')).toBe('8:00 PM – 1:00 AM EST (next day)');
  });

  it('writes noon and midnight as 12 and only plain spaces', () => {
    const session = { startsAt: '2027-03-06T17:00:00Z', endsAt: '2027-03-07T05:00:00Z' };
    const text = formatTimeRange(session, 'America/New_York');
    expect(text).toBe('12:00 PM – 12:00 AM EST');
    expect(text).not.toMatch(/[\u00a0\u2009\u202f]/);
  });
});

describe('formatWhen', () => {
  const timeZone = 'America/Denver';

  it('says day and time of a single session', () => {
    expect(formatWhen({ sessions: [winter], timeZone })).toBe('Sat, Mar 6, 2027, 10:00 AM – 5:00 PM MST');
  });

  it('says the span and number of several sessions', () => {
    expect(formatWhen({ sessions: [winter, summer], timeZone })).toBe(
      'Sat, Mar 6, 2027 – Sat, Jul 10, 2027 (2 sessions)',
    );
    const evening = { startsAt: '2027-03-07T01:00:00Z', endsAt: '2027-03-07T03:00:00Z' };
    expect(formatWhen({ sessions: [winter, evening], timeZone })).toBe('Sat, Mar 6, 2027 (2 sessions)');
  });

  it('says nothing of a workshop without sessions', () => {
    expect(formatWhen({ sessions: [], timeZone })).toBe('');
  });
});

describe('the day in a zone', () => {
  it.each([
    ['America/New_York', '2027-03-02T04:59:59.999Z', '2027-03-01'],
    ['America/New_York', '2027-03-02T05:00:00.000Z', '2027-03-02'],
    ['Pacific/Guam', '2027-12-31T14:00:00.000Z', '2028-01-01'],
    ['Pacific/Pago_Pago', '2027-01-01T10:59:59.000Z', '2026-12-31'],
  ])('%s at %s: %s', (timeZone, instant, day) => {
    expect(dayIn(timeZone, new Date(instant))).toBe(day);
  });
});

describe('a last day', () => {
  it('goes by the day in American Samoa, where it ends last', () => {
    expect(dayInLastZone(new Date('2027-03-01T10:59:59Z'))).toBe('2027-02-28');
    expect(dayInLastZone(new Date('2027-03-01T11:00:00Z'))).toBe('2027-03-01');
  });
});
