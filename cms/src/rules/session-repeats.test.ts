import { assert as check, constantFrom, date, property } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type Session, sessionInstants } from './schedule';
import { repeated } from './session-repeats';

const first: Session = { date: '2027-03-06', startTime: '09:00:00.000', endTime: '15:00:00.000' };

describe('a session held again', () => {
  it('is a day or a week later, at the same hours', () => {
    expect(repeated(first, 'next day')).toEqual({ ...first, date: '2027-03-07' });
    expect(repeated(first, 'next week')).toEqual({ ...first, date: '2027-03-13' });
    expect(repeated({ ...first, date: '2028-02-28' }, 'next day')?.date).toBe('2028-02-29');
    expect(repeated({ ...first, date: '2027-12-31' }, 'next day')?.date).toBe('2028-01-01');
  });

  it('on another day waits for the day', () => {
    expect(repeated(first, 'another day')).toEqual({ startTime: first.startTime, endTime: first.endTime });
  });

  it.each([
    {},
    { ...first, date: null },
    { ...first, date: 'March 6 and 7' },
    { ...first, startTime: undefined },
    { ...first, endTime: '3' },
  ])('is not offered after %j', (session) => {
    expect(repeated(session, 'next day')).toBeNull();
  });

  it('keeps its hours on the wall in the weeks in which clocks change', () => {
    const zones = constantFrom(
      'America/Los_Angeles',
      'America/New_York',
      'America/Phoenix',
      'Pacific/Honolulu',
    );
    const days = date({ min: new Date('2027-01-01'), max: new Date('2029-12-31'), noInvalidDate: true });
    check(
      property(days, zones, (day, timeZone) => {
        const session = { ...first, date: day.toISOString().slice(0, 10) };
        const hours = (of: Session): string[] => {
          const { startsAt, endsAt } = sessionInstants(of, timeZone);
          return [startsAt, endsAt].map((instant) =>
            Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainTime().toString(),
          );
        };
        for (const repeat of ['next day', 'next week'] as const)
          expect(hours(repeated(session, repeat) as Session)).toEqual(['09:00:00', '15:00:00']);
      }),
    );
  });
});
