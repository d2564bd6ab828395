import { describe, expect, it } from 'vitest';
import { dateProblems } from './first-publish';

const NOW = new Date('2026-11-28T15:00:00Z');

function problemsOf(dates: string[], { startsAt = `${dates[0]}T17:00:00Z`, wasPublished = false } = {}) {
  const sessions = dates.map((date) => ({ date, startTime: '09:00:00.000', endTime: '16:00:00.000' }));
  return dateProblems({ sessions, startsAt, wasPublished }, NOW).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );
}

describe('a workshop that is published', () => {
  it.each([
    [['2026-11-29']],
    [['2027-03-06', '2027-03-07']],
    [['2027-03-06', '2027-04-06']],
    [['2029-11-28']],
  ])('may take place on %j', (dates) => {
    expect(problemsOf(dates)).toEqual([]);
  });

  it.each(['2026-11-27', '2026-03-06', '2020-03-06', '1927-03-06'])(
    'is not announced for %s, which is over',
    (date) => {
      expect(problemsOf([date])).toEqual([
        expect.stringMatching(/^sessions\.0\.date: .* is over\. Correct the date/),
      ]);
    },
  );

  it('may be over when visitors have seen it before', () => {
    expect(problemsOf(['2026-03-06'], { wasPublished: true })).toEqual([]);
  });

  it('is to come until its first session begins', () => {
    expect(problemsOf(['2026-11-28'], { startsAt: '2026-11-28T15:00:01Z' })).toEqual([]);
    expect(problemsOf(['2026-11-28'], { startsAt: '2026-11-28T15:00:00Z' })).toHaveLength(1);
  });

  it.each(['2029-11-29', '2207-03-06', '2727-03-06'])(
    'is not in a year as far as %s, seen before or not',
    (date) => {
      const said = [expect.stringContaining('is more than 3 years ahead. Correct the year.')];
      expect(problemsOf([date])).toEqual(said);
      expect(problemsOf([date], { wasPublished: true })).toEqual(said);
    },
  );

  it('takes 31 days at most', () => {
    expect(problemsOf(['2027-03-06', '2027-04-07'])).toEqual([
      'sessions.1.date: It would take 32 days from Saturday, March 6, 2027 to Wednesday, April 7, 2027, and 31 is the most. Correct a date, or enter two workshops.',
    ]);
  });

  it('says nothing of a draft without dates', () => {
    expect(dateProblems({ sessions: [], startsAt: null, wasPublished: false }, NOW)).toEqual([]);
    expect(dateProblems({ sessions: [{}], startsAt: null, wasPublished: false }, NOW)).toEqual([]);
  });
});
