import { describe, expect, it } from 'vitest';
import { inOrder, schedule, sessionInstants } from './schedule';

const session = (date: string, startTime = '09:00:00.000', endTime = '16:00:00.000') => ({
  date,
  startTime,
  endTime,
});

describe('sessions', () => {
  it('are the venue’s wall-clock time, whatever the season', () => {
    expect(sessionInstants(session('2027-01-15'), 'America/New_York').startsAt).toBe('2027-01-15T14:00:00Z');
    expect(sessionInstants(session('2027-07-15'), 'America/New_York').startsAt).toBe('2027-07-15T13:00:00Z');
    expect(sessionInstants(session('2027-07-15'), 'America/Phoenix').startsAt).toBe('2027-07-15T16:00:00Z');
    expect(sessionInstants(session('2027-07-15'), 'Pacific/Guam').startsAt).toBe('2027-07-14T23:00:00Z');
  });

  it('end on the next day when the end is before the start', () => {
    const { endsAt } = sessionInstants(session('2027-03-06', '22:00', '01:30'), 'America/Chicago');
    expect(endsAt).toBe('2027-03-07T07:30:00Z');
  });

  it('last an hour less in the night the clocks go forward, an hour more when they go back', () => {
    const hours = (date: string) => {
      const { startsAt, endsAt } = sessionInstants(session(date, '23:00', '05:00'), 'America/Denver');
      return (Date.parse(endsAt) - Date.parse(startsAt)) / 3_600_000;
    };
    expect(hours('2027-03-13')).toBe(5);
    expect(hours('2027-11-06')).toBe(7);
  });

  it('take the first of two when a time comes twice', () => {
    const { startsAt } = sessionInstants(session('2027-11-07', '01:30', '03:00'), 'America/New_York');
    expect(startsAt).toBe('2027-11-07T05:30:00Z');
  });

  it('cannot start at a time the clocks skip', () => {
    const { problems } = schedule([session('2027-03-14', '02:30', '09:00')], 'America/New_York');
    expect(problems).toEqual([
      {
        path: ['sessions', 0, 'startTime'],
        message:
          'The clocks go forward on Sunday, March 14, 2027: 2:30 AM does not exist there that day. Choose a time an hour later.',
      },
    ]);
    expect(schedule([session('2027-03-14', '02:30', '09:00')], 'Pacific/Honolulu').problems).toEqual([]);
  });

  it('are put in order, and give the first start and the last end', () => {
    const sessions = inOrder([session('2027-03-13'), session('2027-03-06'), session('2027-03-20')]);
    expect(sessions.map(({ date }) => date)).toEqual(['2027-03-06', '2027-03-13', '2027-03-20']);
    expect(schedule(sessions, 'America/Los_Angeles')).toEqual({
      startsAt: '2027-03-06T17:00:00Z',
      endsAt: '2027-03-20T23:00:00Z',
      when: 'Sat, Mar 6, 2027 – Sat, Mar 20, 2027 (3 sessions)',
      problems: [],
    });
  });

  it('are put in order by their time on the same day, and end when the last of them has ended', () => {
    const [morning, evening] = [
      session('2027-03-06', '09:00', '12:00'),
      session('2027-03-06', '18:00', '20:00'),
    ];
    expect(inOrder([evening, morning])).toEqual([morning, evening]);
    expect(inOrder([morning, evening])).toEqual([morning, evening]);
    const long = session('2027-03-06', '08:00', '21:00');
    const { startsAt, endsAt, problems } = schedule([evening, long], 'America/Boise');
    expect([startsAt, endsAt]).toEqual(['2027-03-06T15:00:00Z', '2027-03-07T04:00:00Z']);
    expect(problems.map(({ path }) => path)).toEqual([['sessions', 0, 'date']]);
  });

  it('must not last most of a day: 4 PM to 9 AM is a slip', () => {
    expect(schedule([session('2027-03-06', '16:00', '09:00')], 'America/Boise').problems).toEqual([
      {
        path: ['sessions', 0, 'endTime'],
        message: expect.stringContaining('would last 17 hours. Check its times'),
      },
    ]);
    expect(schedule([session('2027-03-06', '20:00', '01:00')], 'America/Boise').problems).toEqual([]);
    expect(schedule([session('2027-03-06', '08:00', '22:00')], 'America/Boise').problems).toEqual([]);
    expect(schedule([session('2027-03-06', '08:00', '22:01')], 'America/Boise').problems).toHaveLength(1);
  });

  it('must not overlap or come twice', () => {
    const morning = session('2027-03-06', '09:00', '12:00');
    const says = (...sessions: (typeof morning)[]) =>
      schedule(sessions, 'America/Boise').problems.map(({ message }) => message);
    expect(says(morning, session('2027-03-06', '11:00', '15:00'))).toEqual([
      'The session on Saturday, March 6, 2027 at 11:00 AM starts before the session on Saturday, March 6, 2027 at 9:00 AM has ended. Correct their dates or times.',
    ]);
    expect(says(morning, morning)).toEqual([
      'The session on Saturday, March 6, 2027 at 9:00 AM is listed twice. Remove one of the two.',
    ]);
    expect(says(morning, session('2027-03-06', '09:00', '13:00'))[0]).toContain('has ended');
    expect(says(morning, session('2027-03-06', '08:00', '12:00'))[0]).toContain('has ended');
    expect(says(morning, session('2027-03-06', '12:00', '15:00'))).toEqual([]);
  });

  it('must last a while', () => {
    const { problems } = schedule([session('2027-03-06', '09:00', '09:00')], 'America/Boise');
    expect(problems).toEqual([
      {
        path: ['sessions', 0, 'endTime'],
        message:
          'The session on Saturday, March 6, 2027 at 9:00 AM ends at the moment it starts. Correct one of its times.',
      },
    ]);
    const seconds = [session('2027-03-06', '09:00', '09:00:00.000')];
    expect(schedule(seconds, 'America/Boise').problems).toHaveLength(1);
  });

  it('may be half-written in a draft', () => {
    const half = [{ date: '2027-03-06' }];
    expect(schedule(half, 'America/Boise')).toEqual({
      startsAt: null,
      endsAt: null,
      when: null,
      problems: [],
    });
    for (const date of ['2027-03-06', undefined])
      for (const startTime of ['09:00', undefined])
        for (const endTime of ['16:00', undefined])
          expect(schedule([{ date, startTime, endTime }], 'America/Boise').startsAt === null).toBe(
            !(date && startTime && endTime),
          );
    const unfinished = [session('2027-03-13'), session('2027-03-06'), ...half];
    expect(inOrder(unfinished)).toBe(unfinished);
  });
});
