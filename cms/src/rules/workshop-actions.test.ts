import { date as anyDate, assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VisibilityFacts } from './visibility';
import {
  actionRefusal,
  datesAskedFor,
  offeredActions,
  resultInWords,
  sessionsAskedFor,
  sessionsFrom,
  WORKSHOP_ACTIONS,
} from './workshop-actions';

const NOW = new Date('2027-03-01T12:00:00Z');
const TODAY = '2027-03-01';

const scheduled: VisibilityFacts = {
  published: true,
  visibility: 'public',
  availability: 'scheduled',
  startsAt: '2027-03-06T17:00:00Z',
  endsAt: '2027-03-07T00:00:00Z',
  hasPartner: true,
};
const allowedFor = (workshop: Partial<VisibilityFacts>): string[] =>
  WORKSHOP_ACTIONS.filter((action) => actionRefusal(action, { ...scheduled, ...workshop }, NOW) === null);

describe('what can be done with a workshop', () => {
  it('depends on how visitors see it', () => {
    expect(allowedFor({})).toEqual(['full', 'places-again', 'new-dates', 'duplicate', 'cancel', 'unpublish']);
    expect(allowedFor({ availability: 'cancelled' })).toEqual([
      'duplicate',
      'cancel',
      'reinstate',
      'unpublish',
    ]);
    expect(allowedFor({ published: false })).toEqual(['full', 'places-again', 'new-dates', 'duplicate']);
    expect(allowedFor({ endsAt: '2027-02-28T00:00:00Z' })).toEqual([
      'new-dates',
      'duplicate',
      'cancel',
      'unpublish',
    ]);
  });

  it('is offered where it would change something', () => {
    const offered = (workshop: Partial<VisibilityFacts>): string[] =>
      offeredActions({ ...scheduled, ...workshop }, NOW);
    expect(offered({})).toEqual(['full', 'new-dates', 'duplicate', 'cancel', 'unpublish']);
    expect(offered({ availability: 'full' })).toContain('places-again');
    expect(offered({ availability: 'full' })).not.toContain('full');
    expect(offered({ capacity: 3, placesTaken: 3 })).not.toContain('full');
    expect(offered({ availability: 'cancelled' })).toEqual(['duplicate', 'reinstate', 'unpublish']);
  });

  it('is said afterwards', () => {
    const result = {
      documentId: 'w1',
      title: 'Omak',
      when: null,
      problem: null,
      fields: {},
      isSeen: true,
      copies: [],
    };
    expect(resultInWords('full', result)).toBe('Full. Visitors see it now.');
    expect(resultInWords('full', { ...result, isSeen: false })).toBe(
      'Full. It is a draft: visitors see nothing of it.',
    );
    expect(resultInWords('unpublish', result)).toBe('Unpublished. It is a draft now.');
    expect(resultInWords('cancel', { ...result, problem: 'No.' })).toBe('No.');
    expect(resultInWords('duplicate', { ...result, copies: [result] })).toBe(
      'One copy. Visitors see it now.',
    );
    expect(resultInWords('duplicate', { ...result, isSeen: false, copies: [result, result] })).toBe(
      '2 copies. Drafts: publish them when they are ready.',
    );
  });

  it('is not to say that there are places where all are taken', () => {
    expect(actionRefusal('places-again', { ...scheduled, capacity: 38, placesTaken: 38 }, NOW)).toBe(
      'All 38 places are taken. Correct “Places taken” in its form.',
    );
    expect(allowedFor({ capacity: 38, placesTaken: 37 })).toContain('places-again');
  });
});

describe('new dates as they are typed', () => {
  it('are read as in the form', () => {
    const asked = [{ date: '3/13', startTime: '9', endTime: '4 pm' }];
    expect(sessionsAskedFor(asked, TODAY)).toEqual({
      sessions: [{ date: '2027-03-13', startTime: '09:00:00.000', endTime: '16:00:00.000' }],
      problems: [],
    });
  });

  it('are refused field by field', () => {
    const asked = [{ date: '3/13', startTime: '9', endTime: '4' }, { date: 'soon' }, null];
    expect(sessionsAskedFor(asked, TODAY).problems.map(({ path }) => path.join('.'))).toEqual([
      'sessions.0.endTime',
      'sessions.1.date',
      'sessions.1.startTime',
      'sessions.1.endTime',
      'sessions.2.date',
      'sessions.2.startTime',
      'sessions.2.endTime',
    ]);
  });

  it.each([undefined, null, 'soon', [], Array.from({ length: 31 }, () => ({})), { 0: {} }])(
    'are at least one and 30 at most, which %j is not',
    (asked) => {
      expect(sessionsAskedFor(asked, TODAY).problems).toMatchObject([{ path: ['sessions'] }]);
      expect(datesAskedFor(asked, TODAY).problems).toMatchObject([{ path: ['dates'] }]);
    },
  );

  it('are read from no text without end', () => {
    expect(datesAskedFor(['3/6'.padEnd(10_000)], TODAY).problems).toHaveLength(1);
    expect(datesAskedFor([{}, 7, null], TODAY).problems).toHaveLength(3);
  });
});

describe('the days to which it is duplicated', () => {
  it('are each given once', () => {
    expect(datesAskedFor(['3/6', 'Mar 13, 2027'], TODAY)).toEqual({
      dates: ['2027-03-06', '2027-03-13'],
      problems: [],
    });
    expect(datesAskedFor(['3/6', '2027-03-06'], TODAY).problems).toMatchObject([{ path: ['dates'] }]);
  });

  it('move all sessions by as many days, whatever the clocks do', () => {
    const day = anyDate({
      min: new Date('2020-01-01'),
      max: new Date('2040-01-01'),
      noInvalidDate: true,
    }).map((moment) => moment.toISOString().slice(0, 10));
    const times = { startTime: '09:00:00.000', endTime: '16:00:00.000' };
    const daysFrom = (one: string, other: string): number =>
      (Date.parse(other) - Date.parse(one)) / 86_400_000;
    assert(
      property(
        day,
        integer({ min: 0, max: 30 }),
        day,
        constantFrom(true, false),
        (first, later, to, swapped) => {
          const second = new Date(Date.parse(first) + later * 86_400_000).toISOString().slice(0, 10);
          const sessions = [first, second].map((date) => ({ date, ...times }));
          const moved = sessionsFrom(swapped ? sessions.toReversed() : sessions, to) ?? [];
          const [one, other] = swapped ? moved.toReversed() : moved;
          expect(one).toEqual({ date: to, ...times });
          expect(daysFrom(to, other?.date ?? '')).toBe(later);
        },
      ),
    );
  });

  it('are nothing to a workshop that has no dates, or not all', () => {
    expect(sessionsFrom([], '2027-03-06')).toBeNull();
    expect(sessionsFrom([{ date: '2027-03-06' }], '2027-03-13')).toBeNull();
    expect(sessionsFrom([{ startTime: '09:00', endTime: '16:00' }], '2027-03-13')).toBeNull();
  });
});
