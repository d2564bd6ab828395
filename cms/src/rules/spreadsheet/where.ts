import type { Column, ColumnRole } from './columns';
import type { SheetWorkshop } from './sheet';

/** Where in a sheet something stands. */
export interface Cell {
  /** As spreadsheets count, from 1 on. */
  row: number;
  /** As spreadsheets name it, “C”; null where no single column says it. */
  letter: string | null;
  /** What the sheet calls the column; empty where it doesn't. */
  name: string;
}

/** In which columns the parts of a session stand, the surest first. */
const ROLES: Record<string, ColumnRole[]> = {
  date: ['date', 'dateAndTime'],
  startTime: ['start', 'dateAndTime', 'date'],
  endTime: ['end', 'start', 'dateAndTime', 'date'],
};

/** 0 → “A”, 26 → “AA”. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? columnLetter(rest) : '') + String.fromCharCode(65 + (index % 26));
}

/**
 * The cell that a problem of a workshop is about, as reports name its field: “zip”, “sessions.1.date”. Of sessions that could
 * stand in several cells it is said in which row the workshop begins, and no column.
 */
export function cellWhere(field: string, { rows, sessions }: SheetWorkshop, columns: Column[]): Cell {
  const [first = '', index, part = ''] = field.split('.');
  const row = rows[0] ?? 0;
  if (first !== 'sessions') return at(row, columns, (column) => column.field === first);
  const roles = ROLES[part] ?? [];
  const place = Number(index);
  const numbers = [
    ...new Set(columns.flatMap(({ field: role, session }) => (session && isDay(role) ? [session] : []))),
  ].sort((a, b) => a - b);
  const count = sessions?.length ?? 0;
  const ofAll = (role: ColumnRole) => (column: Column) => column.field === role && !column.session;
  if (numbers.length === 0 && rows.length === count)
    return firstOf(roles.map((role) => at(rows[place] ?? row, columns, ofAll(role))));
  if (numbers.length === count && rows.length === 1) {
    const ofThis = (role: ColumnRole) => (column: Column) =>
      column.field === role && column.session === numbers[place];
    return firstOf(roles.flatMap((role) => [at(row, columns, ofThis(role)), at(row, columns, ofAll(role))]));
  }
  return { row, letter: null, name: '' };
}

const isDay = (role: ColumnRole | null): boolean => role === 'date' || role === 'dateAndTime';

function at(row: number, columns: Column[], isMeant: (column: Column) => boolean): Cell {
  const index = columns.findIndex(isMeant);
  return index < 0
    ? { row, letter: null, name: '' }
    : { row, letter: columnLetter(index), name: columns[index]?.name ?? '' };
}

const firstOf = (cells: Cell[]): Cell =>
  cells.find(({ letter }) => letter !== null) ?? { row: cells[0]?.row ?? 0, letter: null, name: '' };
