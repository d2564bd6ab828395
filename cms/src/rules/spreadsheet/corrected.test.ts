import { array, assert, constantFrom, option, property, record } from 'fast-check';
import { expect, it } from 'vitest';
import { cellName, cellsOf, cellText, correctedSheet, withCell } from './corrected';
import type { SheetWorkshop } from './sheet';
import { TEMPLATE } from './template';
import { understandSheet } from './understand';

const TODAY = '2026-11-28';
const SPOKANE: SheetWorkshop = {
  rows: [2],
  values: { title: 'Deep Dive', zip: '9920' },
  sessions: [{ date: '3/6/2027', startTime: '9:00 AM', endTime: '3' }],
};

it('a cell is mended by the name that reports have for it', () => {
  const mended = withCell(withCell(SPOKANE, 'zip', '99201'), 'sessions.0.endTime', '3:00 PM');
  expect(mended).toEqual({
    rows: [2],
    values: { title: 'Deep Dive', zip: '99201' },
    sessions: [{ date: '3/6/2027', startTime: '9:00 AM', endTime: '3:00 PM' }],
  });
  expect([cellText(mended, 'zip'), cellText(mended, 'sessions.0.date'), cellText(mended, 'city')]).toEqual([
    '99201',
    '3/6/2027',
    '',
  ]);
  expect(cellsOf(mended)).toEqual([
    'title',
    'zip',
    'sessions.0.date',
    'sessions.0.startTime',
    'sessions.0.endTime',
  ]);
});

it('a cell that the sheet has no column for is added, and a session', () => {
  expect(withCell({ rows: [2], values: {} }, 'city', 'Spokane').values).toEqual({ city: 'Spokane' });
  expect(withCell(SPOKANE, 'sessions.1.date', '3/7/2027').sessions).toEqual([
    ...(SPOKANE.sessions ?? []),
    { date: '3/7/2027', startTime: '', endTime: '' },
  ]);
});

it('what is no cell is none', () => {
  expect(['slug', 'sessions', 'sessions.0', 'sessions.0.id', '__proto__'].map(cellName)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
  expect(withCell(SPOKANE, 'slug', 'x')).toBe(SPOKANE);
  expect([cellName('zip'), cellName('sessions.1.startTime')]).toEqual(['ZIP code', 'Start 2']);
});

it('a corrected sheet is understood as the same workshops', () => {
  const session = record({
    date: constantFrom('3/6/2027', '4/10/2027', 'TBD'),
    startTime: constantFrom('9:00 AM', '3'),
    endTime: constantFrom('4:00 PM', 'late'),
  });
  const workshop = record({
    title: constantFrom('Deep Dive', 'Intro'),
    city: constantFrom('Spokane', 'Yakima'),
    zip: constantFrom('02134', '9920'),
    fee: constantFrom('$300', 'a lot'),
    days: array(session, { minLength: 1, maxLength: 3 }),
    id: option(constantFrom('A-1'), { nil: '' }),
  });
  assert(
    property(array(workshop, { minLength: 1, maxLength: 6 }), (made) => {
      const workshops = made.map(
        ({ title, days, id, ...values }, index): SheetWorkshop => ({
          rows: [index + 2],
          values: { id: id && `${id}${index}`, title: `${title} ${index}`, ...values, zip: '99201' },
          sessions: days.filter((day, at) => days.findIndex((other) => isSame(other, day)) === at),
        }),
      );
      expect(understandSheet(correctedSheet(workshops), TODAY).workshops).toEqual(workshops);
    }),
  );
});

const isSame = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);

it('every column of the template is understood', () => {
  const { headerRow, columns } = understandSheet(TEMPLATE, TODAY);
  expect([headerRow, columns.filter(({ field }) => field === null)]).toEqual([1, []]);
});
