import { describe, expect, it } from 'vitest';
import { type Around, type Remarkable, workshopRemarks } from './remarks';

const spokane: Remarkable = {
  kind: 'deep-dive',
  sessions: [{ date: '2027-03-06', startTime: '09:00:00', endTime: '16:00:00' }],
  where: 'Spokane, WA',
  zip: '99201',
  timeZone: 'America/Los_Angeles',
  localTimeZone: 'America/Los_Angeles',
  visibility: 'public',
  format: 'in-person',
  joinable: false,
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

  it('sees where it changes nothing that others may ask to join', () => {
    const said = (visibility: string, format = 'in-person') =>
      remarks({ joinable: true, visibility, format });
    expect(said('private')).toEqual([]);
    expect(said('private', 'hybrid')).toEqual([]);
    expect(said('public')).toEqual([expect.stringMatching(/changes nothing here: the workshop is public/)]);
    expect(said('hidden')).toEqual([
      expect.stringMatching(/changes nothing here: nobody is told of a hidden/),
    ]);
    expect(said('private', 'virtual')).toEqual([
      expect.stringMatching(/changes nothing here: only people near/),
    ]);
  });

  it('sees that it is outside the partner’s territory', () => {
    expect(remarks({}, { owner: 'Idaho Partner' })).toEqual([
      'Spokane, WA belongs to Idaho Partner. Visitors there are sent to them, not to you.',
    ]);
    expect(remarks({}, { owner: 'Idaho Partner', partner: null })).toEqual([]);
    expect(remarks({ where: null }, { owner: 'Idaho Partner' })).toEqual([]);
    expect(remarks({ where: null }, { owner: null })).toEqual([]);
    expect(remarks({}, { owner: null, partner: null })).toEqual([]);
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
    expect(remarks({ sessions: night('2027-03-06'), timeZone: null, localTimeZone: null })).toEqual([]);
    const [whole] = night('2027-03-06');
    for (const missing of ['date', 'startTime', 'endTime'])
      expect(remarks({ sessions: [{ ...whole, [missing]: undefined }] })).toEqual([]);
  });

  it('sees another time zone than the place’s', () => {
    expect(remarks({ timeZone: 'America/Denver' })).toEqual([
      'Its times are not on the clock of Spokane, WA: you chose another time zone. Empty it if people there are to go by their own clock.',
    ]);
    expect(remarks({ timeZone: 'America/Denver', localTimeZone: null })).toEqual([]);
    expect(remarks({ timeZone: null })).toEqual([]);
  });

  it('sees a copy: the same kind, place and day', () => {
    const other = {
      title: 'Deep Dive',
      kind: 'deep-dive',
      zip: '99201',
      dates: ['2027-03-05', '2027-03-06'],
    };
    expect(remarks({}, { others: [other] })).toEqual([
      '“Deep Dive” is the same kind of workshop at the same place on Saturday, March 6, 2027. Is this a copy of it?',
    ]);
    for (const different of [{ kind: 'intro' }, { zip: '98101' }, { dates: ['2027-03-07'] }])
      expect(remarks({}, { others: [{ ...other, ...different }] })).toEqual([]);
  });
});
