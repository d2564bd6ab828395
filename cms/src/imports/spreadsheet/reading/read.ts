import type { ColumnChoice } from '../../../rules/spreadsheet/columns';
import { findHeader } from '../../../rules/spreadsheet/header';
import { LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, MOST_WORKSHOP_ROWS } from '../../../rules/spreadsheet/limits';
import {
  type ReadSheet,
  type SheetChoices,
  SheetError,
  understandSheet,
} from '../../../rules/spreadsheet/understand';
import { numberInWords } from '../../../rules/typed';
import { decoded } from '../../reading/text';
import { rowsOfText } from './csv';
import type { TextSheet } from './text-sheet';
import { sheetsOfWorkbook } from './xlsx';

/** A file, and what was chosen for it. */
export interface SheetSource extends SheetChoices {
  name: string;
  bytes: Uint8Array;
  /** The name of the sheet that is meant, where there are several. */
  sheet?: string;
  /** "2026-11-28" */
  today: string;
}

const REMEDY = 'Choose an Excel workbook (.xlsx), or a file of text (.csv, .tsv).';
const SAVE_AS = 'save it as “Excel Workbook (.xlsx)”, and choose that.';

/** The first bytes of what can’t be read, as latin1, and what to do instead. */
const OTHERS: [RegExp, string][] = [
  [/^%PDF/, `This is a PDF, which has no cells. ${REMEDY}`],
  [/^\{\\rtf/, `This is rich text (RTF). ${REMEDY}`],
  [
    /^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP)/s,
    `This is a picture, and what is in it can’t be read. ${REMEDY}`,
  ],
  [
    /^\s*(?:<!doctype html|<html|<table)/i,
    `This is a web page, whatever its name says. Open it in Excel, ${SAVE_AS}`,
  ],
  [/^\s*<\?xml/i, `This is XML. Open it in Excel, ${SAVE_AS}`],
];

/**
 * Reads a spreadsheet, whatever it is written in, and understands its sheet with the most workshops, or that which was chosen.
 * @throws SheetError when it can't be, in words for whoever gave it
 */
export async function readSheet({ sheet: wanted, today, ...source }: SheetSource): Promise<ReadSheet> {
  const sheets = (await sheetsOf(source)).map((sheet) => ({ ...sheet, rows: cut(sheet.rows) }));
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  const chosen = filled.find(({ name }) => name === wanted) ?? fullest(filled, source.columns ?? []);
  if (!chosen)
    throw new SheetError(
      'There is nothing in its cells. What stands in pictures can’t be read: type it into cells, or fill in the template.',
    );
  requireRoom(chosen);
  const understood = understandSheet(chosen.rows, today, source);
  if (understood.workshops.length > MOST_WORKSHOP_ROWS) throw new SheetError(tooManyRows(chosen.name));
  const others = filled.filter((sheet) => sheet !== chosen).map(({ name }) => `“${name}”`);
  return {
    ...understood,
    sheets: filled.map(({ name }) => name),
    sheet: chosen.name,
    said: [
      ...(others.length > 0 && !wanted
        ? [`This is the sheet “${chosen.name}”. There is also ${others.slice(0, 5).join(', ')}.`]
        : []),
      ...understood.said,
    ],
  };
}

async function sheetsOf({ name, bytes }: Pick<SheetSource, 'name' | 'bytes'>): Promise<TextSheet[]> {
  if (bytes.byteLength === 0)
    throw new SheetError('This file is empty. Choose another, or fill in the template.');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.subarray(0, 1000).toString('latin1');
  if (start.startsWith('PK')) return sheetsOfWorkbook(bytes);
  if (start.startsWith('\xd0\xcf\x11\xe0'))
    throw new SheetError(
      buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'))
        ? `This workbook is protected by a password. Open it in Excel, take the password off (File › Info › Protect Workbook), ${SAVE_AS}`
        : `This is a workbook of an old Excel (.xls). Open it in Excel, ${SAVE_AS}`,
    );
  for (const [pattern, problem] of OTHERS) if (pattern.test(start)) throw new SheetError(problem);
  if (/\.xls[xmb]?$/i.test(name))
    throw new SheetError(
      'This is no Excel workbook, though its name says so: it may be damaged. Save it again in Excel.',
    );
  const text = decoded(bytes);
  if (text === null) throw new SheetError(`This file is no spreadsheet that can be read. ${REMEDY}`);
  return [{ name: '', rows: rowsOfText(text, MOST_ROWS + 1) }];
}

const isFilled = (cell: string): boolean => cell.trim() !== '';

const widthOf = (rows: string[][]): number =>
  rows.reduce((most, row) => Math.max(most, row.findLastIndex(isFilled) + 1), 0);

/** The rows and columns down to the last one in which something stands. Of a longer cell than can be, its beginning says that it is. */
function cut(rows: string[][]): string[][] {
  const width = widthOf(rows);
  const end = rows.findLastIndex((row) => row.some(isFilled)) + 1;
  return rows.slice(0, end).map((row) => row.slice(0, width).map((cell) => cell.slice(0, LONGEST_CELL)));
}

/** The sheet whose columns have the most names that are known, or else the most rows. */
function fullest(sheets: TextSheet[], choices: readonly ColumnChoice[]): TextSheet | undefined {
  const known = ({ rows }: TextSheet): number => {
    const { row, names } = findHeader(rows, choices);
    return row === 0 ? 0 : names.filter(isFilled).length * 100_000 + rows.length - row;
  };
  return [...sheets].sort((a, b) => known(b) - known(a))[0];
}

function requireRoom({ name, rows }: TextSheet): void {
  if (rows.length > MOST_ROWS) throw new SheetError(tooManyRows(name));
  const width = widthOf(rows);
  if (width > MOST_COLUMNS)
    throw new SheetError(
      `There are ${numberInWords(width)} columns in it, and ${MOST_COLUMNS} can be read at most. Delete those that say nothing of workshops, or copy the others into a new sheet.`,
    );
}

const tooManyRows = (name: string): string =>
  `There are more than ${numberInWords(MOST_WORKSHOP_ROWS)} rows ${name ? `on the sheet “${name}”` : 'in this file'}. Divide it, and bring in one part after the other.`;
