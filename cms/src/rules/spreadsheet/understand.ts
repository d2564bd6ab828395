import { asSeen, readDate } from '../typed';
import { type Column, type ColumnChoice, isLastDay, matchColumns, plain, type SessionRole } from './columns';
import { datesIn, timesIn, whenIn } from './days';
import { findHeader, headerAt } from './header';
import { SHEET_FIELDS, type SheetField, type SheetSession, type SheetWorkshop } from './sheet';

/** What was made of a sheet. */
export interface UnderstoodSheet {
  /** The row that names the columns, as spreadsheets count; 0 where none does. */
  headerRow: number;
  columns: Column[];
  workshops: SheetWorkshop[];
  /** What was done in understanding it that is worth knowing, in words. */
  said: string[];
}

/** A sheet of a file, and what was made of it. */
export interface ReadSheet extends UnderstoodSheet {
  /** The names of all sheets of the file. */
  sheets: string[];
  /** The name of this one. */
  sheet: string;
}

/** Why nothing can be made of a file: a sentence for whoever gave it, with the remedy. */
export class SheetError extends Error {}

/** What somebody chose instead of what was understood. */
export interface SheetChoices {
  headerRow?: number;
  columns?: readonly ColumnChoice[];
}

/** Days between which rows that are the same but for the day are sessions of one workshop. */
const NEAR_DAYS = 7;
/** How many sentences are said: whoever made the sheet in another way than we think reads no more. */
const MOST_SAID = 20;

/**
 * Makes workshops of the rows of a sheet, whoever made it: its columns are matched by name and by what is in them, its
 * sessions are found in several rows, several columns or one cell. Dates and times stay texts.
 * @param rows texts of a sheet from its first row on; '' where nothing stands
 * @param today "2026-11-28"
 */
export function understandSheet(
  rows: string[][],
  today: string,
  { headerRow, columns: choices = [] }: SheetChoices = {},
): UnderstoodSheet {
  const header = headerRow === undefined ? findHeader(rows, choices) : headerAt(rows, headerRow);
  const below = rows.slice(header.row);
  const names = header.names;
  const cells = names.map((_, index) => below.map((row) => row[index] ?? ''));
  const columns = matchColumns(names, cells, choices, today);
  const said: string[] = [];
  const workshops = workshopsIn(below, header, columns, today, said);
  return {
    headerRow: header.row,
    columns,
    workshops,
    said:
      said.length > MOST_SAID
        ? [...said.slice(0, MOST_SAID), `And ${said.length - MOST_SAID} more remarks of these kinds.`]
        : said,
  };
}

/** A row, read by itself. */
interface Line {
  row: number;
  values: Partial<Record<SheetField, string>>;
  sessions: SheetSession[];
}

function workshopsIn(
  below: string[][],
  { row: headerRow, names }: { row: number; names: string[] },
  columns: Column[],
  today: string,
  said: string[],
): SheetWorkshop[] {
  const fields = columns.filter(({ field }) => field !== null).length;
  const hasDays = columns.some(({ field }) => field === 'date' || field === 'dateAndTime');
  const workshops: SheetWorkshop[] = [];
  below.forEach((cells, index) => {
    const row = headerRow + index + 1;
    const filled = cells.filter((cell) => cell.trim() !== '');
    if (filled.length === 0 || isHeaderAgain(cells, names)) return;
    const line = lineOf(cells, row, columns, today);
    const last = workshops.at(-1);
    if (last && isOfSame(last, line, today)) {
      last.rows.push(row);
      last.sessions = [...(last.sessions ?? []), ...line.sessions];
      last.values = withoutGaps(last.values, line.values);
    } else if (filled.length === 1 && fields > 2 && line.sessions.length === 0)
      said.push(`Row ${row} is left out: ${quoted(filled[0] ?? '')} stands alone in it.`);
    else
      workshops.push({ rows: [row], values: line.values, ...(hasDays ? { sessions: line.sessions } : {}) });
  });
  if (columns.some(isLastDay))
    for (const { rows, sessions = [] } of workshops)
      if (sessions.length === 2 && !isSoonAfter(sessions.slice(0, 1), sessions.slice(1), today, 1))
        said.push(
          `Row ${rows[0]} has a first and a last day: each is a session, and the days between are none. If there are more, write every day into the cell of the first, or into a column of its own.`,
        );
  const together = workshops.filter(({ rows }) => rows.length > 1);
  for (const { rows, values } of together)
    said.push(
      `Rows ${rows[0]} to ${rows.at(-1)} are sessions of one workshop${values.title ? `, ${quoted(values.title)}` : ''}.`,
    );
  return workshops;
}

const quoted = (text: string): string =>
  `“${text.length > 60 ? `${asSeen(text).slice(0, 60)}…` : asSeen(text)}”`;

const isHeaderAgain = (cells: string[], names: string[]): boolean =>
  cells.some((cell) => cell.trim() !== '') &&
  names.some((name) => name !== '') &&
  names.every((name, index) => plain(cells[index] ?? '') === plain(name));

function lineOf(cells: string[], row: number, columns: Column[], today: string): Line {
  const values: Partial<Record<SheetField, string>> = {};
  columns.forEach(({ field }, index) => {
    if (field !== null && isField(field)) values[field] = textOf(field, cells[index] ?? '');
  });
  return { row, values: withAddress(values), sessions: sessionsOf(cells, columns, today) };
}

const isField = (field: string): field is SheetField => SHEET_FIELDS.includes(field as SheetField);

/** A text as it was meant before a spreadsheet took it for a number. */
function textOf(field: SheetField, cell: string): string {
  if (field === 'notes') return cell.replace(/[\u00a0\u202f]/g, ' ').trim();
  const text = asSeen(cell);
  return field === 'zip' ? zipOf(text) : text;
}

/** A ZIP code with the zeros at its beginning that a spreadsheet takes away, and with the hyphen before the last four digits. */
function zipOf(text: string): string {
  const digits = text.replace(/\.0+$/, '');
  if (/^\d{3,4}$/.test(digits)) return digits.padStart(5, '0');
  const long = /^\d{7,9}$/.test(digits) && digits.padStart(9, '0');
  return long ? `${long.slice(0, 5)}-${long.slice(5)}` : digits;
}

const ADDRESS = /^(?:(.+), ?)?([a-z .'’-]+), ?([a-z]{2})\b\.?,?(?: (\d{5}(?:-\d{4})?))?$/i;

/** Takes apart an address that stands in one cell, as far as no column has its parts. */
function withAddress(values: Line['values']): Line['values'] {
  const field = (['city', 'street', 'venueName'] as const).find((name) => ADDRESS.test(values[name] ?? ''));
  if (!field || values.state !== undefined || (field !== 'city' && values.city !== undefined)) return values;
  const [, before = '', city = '', state = '', zip] = ADDRESS.exec(values[field] ?? '') ?? [];
  const parts = before.split(/, ?/).filter(Boolean);
  // A place’s name has no house number; a street has.
  const hasName = field === 'venueName' && !/^\d/.test(parts[0] ?? '');
  const [name, street] = hasName ? [parts[0], parts.slice(1).join(', ')] : ['', before];
  return {
    ...values,
    city,
    state: state.toUpperCase(),
    ...(values.zip === undefined && zip ? { zip } : {}),
    ...(field === 'venueName' ? { venueName: name ?? '' } : {}),
    ...(field !== 'city' && values.street !== (street ?? '') ? { street: street ?? '' } : {}),
    ...(field === 'city' && before && values.street === undefined ? { street: before } : {}),
  };
}

function sessionsOf(cells: string[], columns: Column[], today: string): SheetSession[] {
  const text = (role: SessionRole, session: number | undefined): string => {
    const find = (wanted: number | undefined): number =>
      columns.findIndex((column) => column.field === role && column.session === wanted);
    const own = find(session);
    const isForAll = own < 0 && (role === 'start' || role === 'end');
    return cells[isForAll ? find(undefined) : own] ?? '';
  };
  const numbers = new Set(
    columns
      .filter(({ field, session }) => session && (field === 'date' || field === 'dateAndTime'))
      .map(({ session }) => session),
  );
  const sessions: SheetSession[] = [];
  for (const number of numbers.size > 0 ? [...numbers].sort((a = 0, b = 0) => a - b) : [undefined]) {
    const start = text('start', number);
    const end = text('end', number);
    const both = text('dateAndTime', number);
    for (const session of both.trim()
      ? whensIn(both, start, end, today)
      : daysOf(text('date', number), start, end, today))
      if (!sessions.some((other) => sameSession(other, session))) sessions.push(session);
  }
  return sessions;
}

const sameSession = (a: SheetSession, b: SheetSession): boolean =>
  a.date === b.date && a.startTime === b.startTime && a.endTime === b.endTime;

/** Sessions on the days that a cell names, each at the same time. */
function daysOf(days: string, start: string, end: string, today: string): SheetSession[] {
  const [startTime, endOfStart = ''] = timesIn(start);
  // An end that has its day with it, as Excel writes it.
  const [endTime] = timesIn(whenIn(end)?.times ?? end);
  return datesIn(days, today).map((date) => ({ date, startTime, endTime: endTime || endOfStart }));
}

/** Sessions in a cell that has days and times, on a line each. */
function whensIn(text: string, start: string, end: string, today: string): SheetSession[] {
  return text
    .split(/[\r\n;]+/)
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const when = whenIn(line);
      const [startTime, ends] = timesIn(when ? when.times : start);
      return daysOf(when ? when.dates : line, startTime, ends ?? end, today);
    });
}

/** Whether a row goes on with the workshop of the rows above: it names no other, or the same a few days later. */
function isOfSame(workshop: SheetWorkshop, line: Line, today: string): boolean {
  if (line.values.id && line.values.id === workshop.values.id) return true;
  if (line.sessions.length === 0 || !workshop.sessions?.length) return false;
  const fields = Object.keys(line.values) as SheetField[];
  if (fields.length === 0 || (line.values.id && workshop.values.id)) return false;
  const saysNothingElse = fields.every((field) => {
    const value = line.values[field] ?? '';
    return value === '' || value === (workshop.values[field] ?? '');
  });
  if (!saysNothingElse) return false;
  const namesIt = line.values.title || fields.every((field) => line.values[field] === workshop.values[field]);
  return !namesIt || isSoonAfter(workshop.sessions, line.sessions, today);
}

function isSoonAfter(
  before: SheetSession[],
  after: SheetSession[],
  today: string,
  most = NEAR_DAYS,
): boolean {
  const last = readDate(before.at(-1)?.date ?? '', today).value;
  // A day without a year is the next one after the day above it, whether that is over or not.
  const next = last && readDate(after[0]?.date ?? '', last).value;
  const days = (Date.parse(next ?? '') - Date.parse(last ?? '')) / 86_400_000;
  return days > 0 && days <= most;
}

const withoutGaps = (values: Line['values'], more: Line['values']): Line['values'] =>
  Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, value || (more[field as SheetField] ?? '')]),
  );
