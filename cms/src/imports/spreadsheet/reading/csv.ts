import { CsvError, parse } from 'csv-parse/sync';
import { SheetError } from '../../../rules/spreadsheet/understand';

const DELIMITERS = [',', ';', '\t', '|'];
/** Records by which it is seen what stands between cells. */
const TRIED = 40;

/** The rows of a text whose cells have commas, semicolons, tabs or bars between them. @throws SheetError */
export function rowsOfText(text: string, mostRows: number): string[][] {
  // How a file tells Excel what stands between its cells.
  const [line, said] = /^\ufeff?"?sep=(.)"?\r?\n/i.exec(text) ?? [];
  const rest = line ? text.slice(line.length) : text;
  return records(rest, said ?? delimiterOf(rest), mostRows);
}

function records(text: string, delimiter: string, to: number): string[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      to,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new SheetError(
      'This file can’t be read as rows and cells: a quotation mark is open somewhere. Open it in a spreadsheet program, save it as “CSV UTF-8” or .xlsx, and choose that.',
    );
  }
}

/** What stands between cells: what makes the first rows alike and wide. */
function delimiterOf(text: string): string {
  const start = text.slice(0, 200_000);
  let best = { delimiter: ',', cells: 0 };
  for (const delimiter of DELIMITERS) {
    const rows = attempt(start, delimiter);
    const cells = mostUsual(rows.map((row) => row.length).filter((width) => width > 1));
    if (cells > best.cells) best = { delimiter, cells };
  }
  return best.delimiter;
}

function attempt(text: string, delimiter: string): string[][] {
  try {
    return records(text, delimiter, TRIED);
  } catch {
    return [];
  }
}

/** Of several widths the one that most rows have, weighed by how many: a stray comma in a title makes no column. */
function mostUsual(widths: number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of counts) best = Math.max(best, width * count);
  return best;
}
