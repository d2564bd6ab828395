import { describe, expect, it } from 'vitest';
import { type Around, type Remarkable, workshopRemarks } from './remarks';

const spokane: Remarkable = {
  kind: 'deep-dive',
  sessions: [{ date: '2027-03-06', startTime: '09:00:00', endTime: '16:00:00' }],
  where: 'Spokane, WA',
  zip: '99201',
  timeZone: 'America/Los_Angeles',
  localTimeZone: 'America/Los_Angeles',
};
const alone: Around = { partner: 'Washington Partner', owner: 'Washington Partner', others: [] };
const remarks = (workshop: Partial<Remarkable>, around: Partial<Around> = {}): string[] =>
  workshopRemarks({ ...spokane, ...workshop }, { ...alone, ...around });
const night = (date: string) => [{ date, startTime: '22:00:00', endTime: '04:00:00' }];

describe('a second look at a workshop', () => {
  it('finds nothing in a usual one, nor in one that is half-written', () => {
    expect(remarks({})).toEqual([]);
    expect(
      remarks(
        { where: null, zip: null, timeZone: null, localTimeZone: null, sessions: [{}] },
        { partner: null },
      ),
    ).toEqual([]);
  });

  it('sees that it is outside the partner’s territory', () => {
    expect(remarks({}, { owner: 'Idaho Partner' })[0]).toContain('Spokane, WA belongs to Idaho Partner.');
    expect(remarks({}, { owner: null })).toEqual(['Spokane, WA belongs to no partner’s territory.']);
  });

  it('sees holidays, nights, and nights in which the clocks change', () => {
    expect(remarks({ sessions: [{ date: '2027-07-05' }] })).toEqual([
      'Monday, July 5, 2027 is a federal holiday: Independence Day (observed).',
    ]);
    expect(remarks({ sessions: night('2027-03-06') })).toEqual([
      'The session on Saturday, March 6, 2027 is 10:00 PM – 4:00 AM PST (next day).',
    ]);
    expect(remarks({ sessions: night('2027-03-13') })).toEqual([
      'The session on Saturday, March 13, 2027 is 10:00 PM PST – 4:00 AM PDT (next day).',
    ]);
    const skipped = [{ date: '2027-03-14', startTime: '02:30:00', endTime: '04:00:00' }];
    expect(remarks({ sessions: skipped })).toEqual([]);
  });

  it('sees another time zone than the place’s', () => {
    expect(remarks({ timeZone: 'America/Denver' })[0]).toContain('not on the clock of Spokane, WA');
  });

  it('sees a copy: the same kind, place and day', () => {
    const other = {
      title: 'Deep Dive',
      kind: 'deep-dive',
      zip: '99201',
      dates: ['2027-03-05', '2027-03-06'],
    };
    expect(remarks({}, { others: [other] })[0]).toContain('“Deep Dive” is the same kind of workshop');
    for (const different of [{ kind: 'intro' }, { zip: '98101' }, { dates: ['2027-03-07'] }])
      expect(remarks({}, { others: [{ ...other, ...different }] })).toEqual([]);
  });
});
