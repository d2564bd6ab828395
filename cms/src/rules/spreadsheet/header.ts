import { type ColumnChoice, matchName, plain } from './columns';

/** How far down the names of columns are looked for, below titles and logos. */
const DEEPEST = 40;

/** As many letters of a name say what it names. */
const LONGEST_NAME = 200;

/** Where a sheet names its columns, and how. */
export interface Header {
  /** The row of the names, as spreadsheets count; 0 where there is none. */
  row: number;
  names: string[];
}

/** How many of its cells a row of names would be about workshops with. */
const namesIn = (row: string[], chosen: ReadonlySet<string>): number =>
  new Set(
    row.flatMap((cell) => {
      if (chosen.has(plain(cell))) return [cell];
      const match = cell.length < 60 ? matchName(cell) : null;
      return match ? [`${match.role} ${match.session ?? ''}`] : [];
    }),
  ).size;

/**
 * The row that names the columns: of the first ones, the one that names the most.
 * @param choices for columns by name: these names are known as well
 */
export function findHeader(rows: string[][], choices: readonly ColumnChoice[]): Header {
  const chosen = new Set(choices.map(({ key }) => key).filter(Boolean));
  let best = { row: 0, count: 1 };
  rows.slice(0, DEEPEST).forEach((cells, index) => {
    const count = namesIn(cells, chosen);
    if (count > best.count) best = { row: index + 1, count };
  });
  return headerAt(rows, best.row);
}

/** The names in a row of a sheet, with those above them that stand over several: "Session 2" above "Date", "Start", "End". */
export function headerAt(rows: string[][], row: number): Header {
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const own = row > 0 ? (rows[row - 1] ?? []) : [];
  const above = over(row > 1 ? (rows[row - 2] ?? []) : [], width);
  const names = Array.from({ length: width }, (_, index) => {
    const name = (own[index] ?? '').trim().slice(0, LONGEST_NAME);
    const group = above[index] ?? '';
    const isOfSession = name !== '' && !matchName(name)?.session && matchName(`${group} ${name}`)?.session;
    return group && isOfSession ? `${group} ${name}` : name;
  });
  return { row, names };
}

/** Names of sessions, each until the next: a merged cell has its text in its first. */
function over(cells: string[], width: number): string[] {
  let last = '';
  return Array.from({ length: width }, (_, index) => {
    const cell = (cells[index] ?? '').trim();
    if (cell) last = matchName(cell)?.session ? cell : '';
    return last;
  });
}
