import { describe, expect, it } from 'vitest';
import { momentAskedFor, type ScheduledChange, scheduledInWords } from './scheduled';

const NOW = Date.parse('2027-02-20T12:00:00Z');
const asked = (fields: Record<string, unknown> = {}) =>
  momentAskedFor(
    { action: 'publish', date: '2027-03-01', time: '9:00 AM', timeZone: 'America/New_York', ...fields },
    NOW,
  );
const problemsOf = (fields: Record<string, unknown>) =>
  asked(fields).problems.map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('a time that is asked for', () => {
  it.each([
    [{}, '2027-03-01T14:00:00Z'],
    [{ timeZone: 'Pacific/Guam' }, '2027-02-28T23:00:00Z'],
    [{ date: '3/1', time: '9' }, '2027-03-01T14:00:00Z'],
    // The clocks go forward on March 14: the day after, nine is an hour earlier in UTC.
    [{ date: 'Mar 15 2027', time: '09:00:00.000' }, '2027-03-15T13:00:00Z'],
    // 1:30 comes twice on November 7.
    [{ date: '2027-11-07', time: '1:30 am' }, '2027-11-07T05:30:00Z'],
    [{ action: 'unpublish', date: '2027-02-20', time: '7:01 AM' }, '2027-02-20T12:01:00Z'],
  ])('%j is that moment', (fields, at) => {
    expect(asked(fields)).toEqual({ at: Date.parse(at), problems: [] });
  });

  it.each([
    [{ action: 'delete' }, ['action: Choose whether it goes live or is taken offline.']],
    [{ timeZone: 'Mars/Base' }, ['timeZone: Choose whose clock the time is on.']],
    [{ date: '', time: undefined }, ['date: Say on which day.', 'time: Say at what time.']],
    [{ date: 20270301 }, ['date: Say on which day.']],
    [{ date: '3'.repeat(1000) }, ['date: Say on which day.']],
    [
      { date: '2027-02-20', time: '7:00 AM' },
      ['date: Sat, Feb 20, 2027, 7:00 AM EST is over. Choose a time that is still to come.'],
    ],
    [{ date: '2028-03-01' }, ['date: That is more than a year from now. Choose an earlier day.']],
    [
      { date: '2027-03-14', time: '2:30 AM' },
      [
        'time: The clocks go forward on Sunday, March 14, 2027: 2:30 AM does not exist there that day. Choose a time an hour later.',
      ],
    ],
  ])('%j is refused, with the field', (fields, problems) => {
    expect(problemsOf(fields)).toEqual(problems);
  });

  it('is refused where it can’t be read', () => {
    expect(problemsOf({ date: 'soon', time: '26:00' })).toHaveLength(2);
  });
});

describe('what is scheduled, in words', () => {
  const change: ScheduledChange = {
    id: 1,
    uid: 'api::page.page',
    documentId: 'a',
    action: 'publish',
    version: 3,
    at: Date.parse('2027-03-01T14:00:00Z'),
    timeZone: 'America/New_York',
    name: 'Maya Chen',
    own: true,
    refusal: null,
  };
  it.each<[Partial<ScheduledChange>, string]>([
    [{}, 'Goes live Mon, Mar 1, 2027, 9:00 AM EST'],
    [{ action: 'unpublish', timeZone: 'Pacific/Guam' }, 'Is taken offline Tue, Mar 2, 2027, 12:00 AM ChST'],
    [{ refusal: 'The heading is missing.' }, 'Did not go live Mon, Mar 1, 2027, 9:00 AM EST'],
    [
      { action: 'unpublish', refusal: 'The menu leads here.' },
      'Was not taken offline Mon, Mar 1, 2027, 9:00 AM EST',
    ],
  ])('%j', (fields, words) => {
    expect(scheduledInWords({ ...change, ...fields })).toBe(words);
  });
});
