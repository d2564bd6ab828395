import {
  type Arbitrary,
  date as anyDate,
  array,
  assert,
  constantFrom,
  integer,
  property,
  record,
  shuffledSubarray,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateAsTyped, timeInWords } from '../typed';
import { NAMES } from './columns';
import type { SheetWorkshop } from './sheet';
import { type SheetChoices, understandSheet } from './understand';

const TODAY = '2026-11-28';

/** A sheet as text, with a bar between its cells. */
const sheet = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));

const understood = (text: string, choices?: SheetChoices) => understandSheet(sheet(text), TODAY, choices);
const workshops = (text: string): SheetWorkshop[] => understood(text).workshops;
const fields = (text: string): (string | null)[] =>
  understood(text).columns.map(({ field, session }) => (session ? `${field} ${session}` : field));

describe('the columns of a sheet', () => {
  it('are known by their names, below a title and an empty row', () => {
    const {
      headerRow,
      columns,
      workshops: found,
    } = understood(`
Cascadia STEM Network: Spring 2027 |  |  |  |  |
 | | | | |
Workshop Title | Date | Start Time | End Time | Location | Zip Code*
CS Fundamentals: Deep Dive | 3/6/2027 | 9:00 AM | 3:00 PM | Lincoln Elementary | 98902`);
    expect(headerRow).toBe(3);
    expect(columns.map(({ field }) => field)).toEqual(['title', 'date', 'start', 'end', 'venueName', 'zip']);
    expect(found).toEqual([
      {
        rows: [4],
        values: { title: 'CS Fundamentals: Deep Dive', venueName: 'Lincoln Elementary', zip: '98902' },
        sessions: [{ date: '3/6/2027', startTime: '9:00 AM', endTime: '3:00 PM' }],
      },
    ]);
  });

  it('are known with a slip of the finger, with more words around, and not where they are about somebody', () => {
    expect(
      fields(`
Workshop Nmae | Workshop start time (Pacific) | Registraton link | Contact name | School district | Max. Participants | Cost ($)
Deep Dive | 9:00 AM | https://a.test | Pat | Yakima | 24 | 300`),
    ).toEqual(['title', 'start', 'registrationUrl', null, null, 'capacity', 'fee']);
  });

  it('are known by what is in them where their names say something else or nothing', () => {
    expect(
      fields(`
Event | When | Location | Type | Where to go | Day
Deep Dive | 3/6/2027 9:00 AM - 3:00 PM | Spokane, WA | Virtual | https://a.test/1 | Saturday
Intro | 3/13/2027 9:00 AM - 12:00 PM | Yakima, WA | In person | https://a.test/2 | Saturday`),
    ).toEqual(['title', 'dateAndTime', 'city', 'format', 'registrationUrl', null]);
  });

  it('without any names are known by what is in them', () => {
    const { headerRow, columns } = understood(`
CS Fundamentals Deep Dive at Lincoln | 3/6/2027 | 9:00 AM | 3:00 PM | Spokane | WA | 99201
CS Fundamentals Intro at Adams | 3/13/2027 | 9:00 AM | 1:00 PM | Yakima | WA | 98902`);
    expect(headerRow).toBe(0);
    expect(columns.map(({ field }) => field)).toEqual([
      'title',
      'date',
      'start',
      'end',
      null,
      'state',
      'zip',
    ]);
  });

  it('are what somebody chose, by name', () => {
    const text = `
Name | Room | Day
Deep Dive | 12 | 3/6/2027`;
    const { columns, workshops: found } = understood(text, {
      columns: [
        { key: 'room', field: 'notes' },
        { key: 'day', field: null },
      ],
    });
    expect(columns.map(({ field }) => field)).toEqual(['title', 'notes', null]);
    expect(found).toEqual([{ rows: [2], values: { title: 'Deep Dive', notes: '12' } }]);
  });

  it('of the same name are told apart', () => {
    expect(understood('Title|Notes|Notes\nA|b|c').columns.map(({ key }) => key)).toEqual([
      'title',
      'notes',
      'notes #2',
    ]);
  });
});

describe('sessions', () => {
  const DAYS = [
    { date: '3/6/2027', startTime: '9:00 AM', endTime: '3:00 PM' },
    { date: '3/7/2027', startTime: '9:00 AM', endTime: '3:00 PM' },
  ];

  it.each([
    [
      'numbered columns',
      `
Title | Session 1 Date | Session 1 Start | Session 1 End | Session 2 Date | Session 2 Start | Session 2 End
A | 3/6/2027 | 9:00 AM | 3:00 PM | 3/7/2027 | 9:00 AM | 3:00 PM`,
    ],
    [
      'columns of the same names',
      `
Title | Date | Start | End | Date | Start | End
A | 3/6/2027 | 9:00 AM | 3:00 PM | 3/7/2027 | 9:00 AM | 3:00 PM`,
    ],
    [
      'columns below merged names',
      `
 | Session 1 | | | Session 2 | |
Title | Date | Start | End | Date | Start | End
A | 3/6/2027 | 9:00 AM | 3:00 PM | 3/7/2027 | 9:00 AM | 3:00 PM`,
    ],
    [
      'days with times for all',
      `
Title | Day 1 | Day 2 | Start time | End time
A | 3/6/2027 | 3/7/2027 | 9:00 AM | 3:00 PM`,
    ],
    [
      'a first and a last day',
      `
Title | Start date | End date | Time
A | 3/6/2027 | 3/7/2027 | 9:00 AM - 3:00 PM`,
    ],
    [
      'several days in a cell',
      `
Title | Dates | Start | End
A | 3/6/2027, 3/7/2027 | 9:00 AM | 3:00 PM`,
    ],
    [
      'days and times in a column',
      `
Title | Session 1 | Session 2
A | 3/6/2027 9:00 AM - 3:00 PM | 3/7/2027, 9:00 AM – 3:00 PM`,
    ],
    [
      'a start and an end that have their day with them',
      `
Title | Start | End | Start 2 | End 2
A | 3/6/2027 9:00 AM | 3/6/2027 3:00 PM | 3/7/2027 9:00 AM | 3/7/2027 3:00 PM`,
    ],
    [
      'rows that name the workshop once',
      `
Title | City | Date | Start | End
A | Spokane | 3/6/2027 | 9:00 AM | 3:00 PM
 | | 3/7/2027 | 9:00 AM | 3:00 PM`,
    ],
    [
      'rows that repeat it',
      `
Title | City | Date | Start | End
A | Spokane | 3/6/2027 | 9:00 AM | 3:00 PM
A | Spokane | 3/7/2027 | 9:00 AM | 3:00 PM`,
    ],
  ])('in %s are those of one workshop', (_how, text) => {
    const found = workshops(text);
    expect(found.map(({ values }) => values.title)).toEqual(['A']);
    expect(found[0]?.sessions).toEqual(DAYS);
  });

  it('are named by days of one month', () => {
    expect(
      workshops('Title|Dates\nA|March 6-7, 2027\nB|March 6 & 13, 2027').map(({ sessions }) =>
        sessions?.map(({ date }) => date),
      ),
    ).toEqual([
      ['March 6, 2027', 'March 7, 2027'],
      ['March 6, 2027', 'March 13, 2027'],
    ]);
  });

  it('are named in one cell, a day each line', () => {
    const { workshops: found } = understandSheet(
      [
        ['Title', 'City', 'In spring'],
        ['A', 'Yakima', '3/6/2027\nMar 13, 2027'],
      ],
      TODAY,
    );
    expect(found[0]?.sessions?.map(({ date }) => date)).toEqual(['3/6/2027', 'Mar 13, 2027']);
  });

  it('a month apart, or with another place, are workshops of their own', () => {
    expect(
      workshops(`
Title | City | Date
A | Spokane | 3/6/2027
A | Spokane | 4/10/2027
A | Yakima | 4/11/2027`),
    ).toHaveLength(3);
  });

  it('without a year are put together when the first of them are over as well', () => {
    const rows = sheet('Title|City|Date\nA|Spokane|11/27\nA|Spokane|11/28\nA|Spokane|11/29');
    expect(understandSheet(rows, TODAY).workshops).toHaveLength(1);
  });

  it('say when a workshop was made of several rows', () => {
    expect(
      understood(`
Title | City | Date
A | Spokane | 3/6/2027
 | | 3/7/2027`).said,
    ).toEqual(['Rows 2 to 3 are sessions of one workshop, “A”.']);
  });

  it('with a first and a last day say that those between are none', () => {
    const saidOf = (last: string) =>
      understood(`
Title | Start date | End date | Time
A | 3/6/2027 | ${last} | 9:00 AM - 3:00 PM`).said;
    expect(saidOf('3/10/2027')).toEqual([expect.stringMatching(/^Row 2 has a first and a last day/)]);
    expect(saidOf('3/7/2027')).toEqual([]);
    expect(saidOf('3/6/2027')).toEqual([]);
  });

  it('have their times as they are meant', () => {
    const times = (cell: string) => workshops(`Title|Date|Time\nA|3/6/2027|${cell}`)[0]?.sessions?.[0];
    expect(times('1:00-4:00 PM')).toMatchObject({ startTime: '1:00 PM', endTime: '4:00 PM' });
    expect(times('9-12 pm')).toMatchObject({ startTime: '9', endTime: '12 pm' });
    expect(times('11:30 am to 1 pm')).toMatchObject({ startTime: '11:30 am', endTime: '1 pm' });
    expect(times('0.375')).toMatchObject({ startTime: '9:00 AM', endTime: '' });
  });

  it('have their days as they are meant', () => {
    expect(workshops('Title|Date|Start\nA|46452|0.375')[0]?.sessions).toEqual([
      { date: '3/6/2027', startTime: '9:00 AM', endTime: '' },
    ]);
    expect(workshops('Title|Date\nA|46452.375')[0]?.sessions).toEqual([
      { date: '3/6/2027', startTime: '9:00 AM', endTime: '' },
    ]);
  });

  it('that can’t be read stay as they stand, to be mended', () => {
    expect(workshops('Title|Date|Start\nA|TBD|morning\nB|3/6/2027|9 AM')[0]?.sessions).toEqual([
      { date: 'TBD', startTime: 'morning', endTime: '' },
    ]);
  });
});

describe('what spreadsheets do to texts', () => {
  it.each([
    ['2134', '02134'],
    ['501', '00501'],
    ['98902', '98902'],
    ['21340123', '02134-0123'],
    ['98902-1234', '98902-1234'],
    ['98902.0', '98902'],
    ['\u00a098902\u00a0', '98902'],
    ['TBD', 'TBD'],
  ])('a ZIP code “%s” is %s', (cell, zip) => {
    expect(workshops(`Title|ZIP\nA|${cell}`)[0]?.values.zip).toBe(zip);
  });

  it.each([
    ['City', 'Spokane, WA', { city: 'Spokane', state: 'WA' }],
    ['City', 'Spokane, wa 99201', { city: 'Spokane', state: 'WA', zip: '99201' }],
    [
      'Address',
      '120 Main St, Spokane, WA 99201',
      { street: '120 Main St', city: 'Spokane', state: 'WA', zip: '99201' },
    ],
    [
      'Venue',
      'Lincoln Elementary, 120 Main St, Spokane, WA 99201',
      { venueName: 'Lincoln Elementary', street: '120 Main St', city: 'Spokane', state: 'WA', zip: '99201' },
    ],
    ['Venue', 'Lincoln Elementary', { venueName: 'Lincoln Elementary' }],
  ])('an address in the column %s, “%s”, is taken apart', (name, cell, values) => {
    expect(workshops(`Title|${name}\nA|${cell}`)[0]?.values).toEqual({ title: 'A', ...values });
  });

  it('rows that repeat the names, are empty, or hold a sum alone are no workshops', () => {
    const { workshops: found, said } = understood(`
Title | Date | City | Fee
A | 3/6/2027 | Spokane | 300
 | | |
Title | Date | City | Fee
B | 3/7/2027 | Yakima | 300
 | | | 600
All times are Pacific. | | |`);
    expect(found.map(({ rows, values }) => [rows, values.title])).toEqual([
      [[2], 'A'],
      [[5], 'B'],
    ]);
    expect(said).toEqual([
      'Row 6 is left out: “600” stands alone in it.',
      'Row 7 is left out: “All times are Pacific.” stands alone in it.',
    ]);
  });
});

/** A name for each of these columns, whichever people use. */
const FIELDS = [
  'title',
  'kind',
  'format',
  'venueName',
  'street',
  'city',
  'state',
  'zip',
  'fee',
  'capacity',
] as const;

it('a sheet of workshops is understood as these, whatever its columns are called and in which order', () => {
  const workshop = record({
    title: constantFrom('Deep Dive in Spokane', 'Intro for all', 'CS: Day of code'),
    kind: constantFrom('Intro', 'Deep Dive'),
    format: constantFrom('In person', 'Virtual', 'Hybrid'),
    venueName: constantFrom('Lincoln Elementary', 'ESD 105', 'Adams School Library'),
    street: constantFrom('120 Main Street', '33 South 2nd Ave'),
    city: constantFrom('Spokane', 'Yakima', 'Walla Walla'),
    state: constantFrom('WA', 'OR', 'ID'),
    zip: constantFrom('98902', '02134', '99201'),
    fee: constantFrom('$300', '0', '125.50'),
    capacity: constantFrom('24', '100'),
    date: anyDate({ min: new Date('2027-01-01'), max: new Date('2029-12-31'), noInvalidDate: true }),
    start: integer({ min: 7 * 60, max: 11 * 60 }),
    end: integer({ min: 13 * 60, max: 18 * 60 }),
  });
  const DAY = ['date', 'start', 'end'] as const;
  const columns = [...FIELDS, ...DAY];
  const layout = record(
    Object.fromEntries(columns.map((field) => [field, constantFrom(...NAMES[field])])) as Record<
      (typeof columns)[number],
      Arbitrary<string>
    >,
  );
  const clock = (minutes: number): string => timeInWords(`${Math.floor(minutes / 60)}:${minutes % 60}`);
  assert(
    property(
      array(workshop, { minLength: 1, maxLength: 8 }),
      layout,
      shuffledSubarray(columns, { minLength: columns.length }),
      constantFrom(0, 1, 3),
      (made, names, order, above) => {
        const rows = made.map((each, index) => ({
          ...each,
          title: `${each.title} ${index + 1}`,
          date: dateAsTyped(each.date.toISOString().slice(0, 10)),
          start: clock(each.start),
          end: clock(each.end),
        }));
        const titles = Array.from({ length: above }, () => ['Our workshops']);
        const { workshops: found } = understandSheet(
          [
            ...titles,
            order.map((field) => names[field]),
            ...rows.map((row) => order.map((field) => row[field])),
          ],
          TODAY,
        );
        expect(found).toEqual(
          rows.map(({ date, start, end, ...values }, index) => ({
            rows: [above + index + 2],
            values,
            sessions: [{ date, startTime: start, endTime: end }],
          })),
        );
      },
    ),
  );
});

it('takes any cells there can be', () => {
  assert(
    property(
      array(
        array(constantFrom('', 'Title', 'Date', 'Session 2', '3/6/2027', '9-3', '46452', 'WA', 'x, WA 9')),
      ),
      (rows) => {
        const { workshops: found } = understandSheet(rows, TODAY);
        const used = found.flatMap((workshop) => workshop.rows);
        return new Set(used).size === used.length && used.every((row) => row >= 1 && row <= rows.length);
      },
    ),
  );
});

it('of two columns that were chosen for one field, the later choice is taken', () => {
  const choices = [
    { key: 'b', field: 'title' },
    { key: 'a', field: 'title' },
  ] as const;
  expect(understood('A|B|City\nx|y|z', { columns: choices }).columns.map(({ field }) => field)).toEqual([
    'title',
    null,
    'city',
  ]);
});
