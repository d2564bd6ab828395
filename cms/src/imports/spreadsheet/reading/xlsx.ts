import { zipSync } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import { MEGABYTE } from '../../../rules/megabytes';
import { SheetError } from '../../../rules/spreadsheet/understand';
import { dateAsTyped, timeInWords } from '../../../rules/typed';
import { unpack } from '../../reading/zip';
import type { TextSheet } from './text-sheet';

/** What the sheets of a workbook can have, unpacked: ten thousand workshops have a third. */
const MOST_UNPACKED = 60 * MEGABYTE;

const DAMAGED =
  'This workbook is damaged and can’t be read. Open it in Excel, save it again as “Excel Workbook (.xlsx)”, and choose it then.';
const TOO_LARGE =
  'Unpacked, this workbook is far larger than any list of workshops. Copy the rows into a new one, and choose that.';

/** Parts that say what is in cells and how it is shown, and no pictures, macros or links to elsewhere. */
const WRITTEN =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/workbook\.xml\.rels|workbook\.xml|styles\.xml|sharedStrings\.xml|worksheets\/[\w.-]+\.xml))$/i;
const REMEDY = 'save it as “Excel Workbook (.xlsx)”, and choose that.';
const MACROS = `This workbook holds macros. In Excel, ${REMEDY} It holds none.`;
/** What other programs keep in the same sort of file, and what to do. */
const OTHERS: [RegExp, string][] = [
  [/^xl\/vbaProject\.bin$/i, MACROS],
  [/^xl\/workbook\.bin$/i, `This is a binary workbook (.xlsb). In Excel, ${REMEDY}`],
  [/^word\//, 'This is a Word document. Copy its table into a spreadsheet, and choose that.'],
  [/^ppt\//, 'This is a presentation. Copy its table into a spreadsheet, and choose that.'],
  [/^content\.xml$/, `This is an OpenDocument spreadsheet (.ods). In its program, ${REMEDY}`],
  [
    /^Index\/.*\.iwa$/,
    'This is a Numbers spreadsheet. In Numbers, export it to Excel or CSV, and choose that file.',
  ],
];

/**
 * The sheets of an Excel workbook, as texts: a formula as the value it had when the workbook was saved, dates and times in
 * words, numbers in full.
 * @throws SheetError
 */
export async function sheetsOfWorkbook(bytes: Uint8Array): Promise<TextSheet[]> {
  const parts = unpack(bytes, {
    wanted: WRITTEN,
    others: OTHERS,
    most: MOST_UNPACKED,
    damaged: new SheetError(DAMAGED),
    tooLarge: new SheetError(TOO_LARGE),
    refusal: SheetError,
  });
  if (!parts['xl/workbook.xml'])
    throw new SheetError('This is no Excel workbook. Choose one (.xlsx), or a file of text (.csv, .tsv).');
  // Excel writes none, and what they declare can be without end.
  for (const part of Object.values(parts))
    if (/<!(?:DOCTYPE|ENTITY)/i.test(Buffer.from(part.subarray(0, 2_000)).toString('latin1')))
      throw new SheetError(DAMAGED);
  const archive = zipSync(parts, { level: 0 });
  try {
    const sheets = await readWorkbook(new Blob([Buffer.from(archive)]), { parseNumber: numberInFull });
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: (data as unknown as Cell[][]).map((row) => row.map(textOf)),
    }));
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new SheetError(DAMAGED);
  }
}

/** "299.99999999999994" → "300": Excel counts with fifteen digits, and writes seventeen. */
const numberInFull = (text: string): string => {
  const number = Number(Number(text).toPrecision(15));
  return Number.isFinite(number) && Math.abs(number) < 1e15 ? String(number) : text;
};

/** What the reader gives for a cell; its own type has a slip, and says `typeof Date`. */
type Cell = string | boolean | Date | null;

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return momentOf(cell);
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  // Which Excel writes as “_x0000_”; nobody sees it, and no database keeps it.
  return cell.replaceAll('\0', '');
}

/** The day from which Excel counts, as its count is after February 1900. */
const EXCEL_BEGINS = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
/** Days on which there are times alone, as workbooks count that begin in 1900, or in 1904. */
const TIMES_ALONE = new Set([0, 1462]);

/** What Excel shows of a number that is no day, such as a phone number in a column of dates. */
const NO_DAY = '####';

/** A date, a time or both, as people write them. A day of 1900 is a number that only looks like one. */
function momentOf(date: Date): string {
  if (Number.isNaN(date.getTime())) return NO_DAY;
  // A moment is kept as a fraction of a day: what was 2:30 PM can come as 2:29:59.999.
  const moment = new Date(Math.round(date.getTime() / 60_000) * 60_000);
  const [day = '', clock = ''] = moment.toISOString().split('T');
  const days = Math.floor((moment.getTime() - EXCEL_BEGINS) / DAY_MS);
  const time = timeInWords(clock.slice(0, 5));
  if (TIMES_ALONE.has(days)) return time;
  if (days < 366) return String(days);
  return clock.startsWith('00:00') ? dateAsTyped(day) : `${dateAsTyped(day)} ${time}`;
}
