import { type Attribute, asList, type Entry, type GetModel } from '../../schema/model';
import { WORKSHOP } from '../../schema/uids';
import { choiceLabel } from '../choices';
import { dateAsTyped, timeInWords } from '../typed';
import type { Content } from '../versions/content';
import { quotedCell } from './cells';
import type { Known } from './identity';
import type { SheetField } from './sheet';

/** What the columns of an export are called, by field. Those of sessions follow: "Date 1", "Start 1", "End 1", "Date 2" … */
export const COLUMN_NAMES: Record<SheetField, string> = {
  id: 'ID',
  title: 'Title',
  kind: 'Kind',
  format: 'Format',
  status: 'Status',
  visibility: 'Who sees it',
  timeZone: 'Time zone',
  venueName: 'Venue',
  street: 'Street address',
  city: 'City',
  state: 'State',
  zip: 'ZIP code',
  fee: 'Cost',
  capacity: 'Places',
  placesTaken: 'Places taken',
  registrationUrl: 'Registration link',
  notes: 'Notes',
  partner: 'Regional Partner',
};

/** How a field is written into its cell. */
const CELLS: Record<SheetField, (known: Known, attributes: Record<string, Attribute>) => unknown> = {
  id: ({ ownId, documentId }) => ownId ?? documentId,
  title: ({ content }) => content.title,
  kind: chosen('kind'),
  format: chosen('format'),
  status: chosen('availability'),
  visibility: chosen('visibility'),
  timeZone: ({ content }) => content.virtualTimeZone,
  venueName: inVenue('name'),
  street: inVenue('street'),
  city: inVenue('city'),
  state: inVenue('state'),
  zip: inVenue('zip'),
  fee: ({ content }) => feeOf(content),
  capacity: ({ content }) => content.capacity,
  placesTaken: ({ content }) => content.placesTaken,
  registrationUrl: ({ content }) => content.registrationUrl,
  notes: ({ content }) => content.notes,
  partner: ({ content }) => (content.partner as Entry | undefined)?.name,
};

function chosen(name: string) {
  return ({ content }: Known, attributes: Record<string, Attribute>): unknown => {
    const value = content[name];
    const attribute = attributes[name];
    // What follows the colon explains the choice to who makes it.
    return value && attribute ? choiceLabel(attribute, String(value)).split(':')[0] : '';
  };
}

function inVenue(name: string) {
  return ({ content }: Known): unknown => (content.venue as Entry | undefined)?.[name];
}

function feeOf({ feeKind, feeAmount }: Content): string {
  if (feeKind === 'free') return 'Free';
  return feeKind === 'amount' && feeAmount !== undefined ? `$${Number(feeAmount)}` : 'Ask the partner';
}

/**
 * A partner's workshops as a sheet, in rows of cells, the names of the columns first. Importing it changes nothing, and no
 * spreadsheet program calculates what people wrote.
 */
export function sheetOf(known: Known[], getModel: GetModel): string[][] {
  const { attributes } = getModel(WORKSHOP);
  const fields = Object.keys(CELLS) as SheetField[];
  const most = Math.max(1, ...known.map(({ content }) => asList(content.sessions).length));
  const numbers = Array.from({ length: most }, (_, index) => index + 1);
  const names = [
    ...fields.map((field) => COLUMN_NAMES[field]),
    ...numbers.flatMap((number) => [`Date ${number}`, `Start ${number}`, `End ${number}`]),
  ];
  const rows = known.map((workshop) => [
    ...fields.map((field) => quotedCell(String(CELLS[field](workshop, attributes) ?? ''))),
    ...numbers.flatMap((number) => sessionCells(asList(workshop.content.sessions)[number - 1])),
  ]);
  return [names, ...rows];
}

const sessionCells = ({ date, startTime, endTime }: Entry = {}): string[] => [
  date ? dateAsTyped(String(date)) : '',
  startTime ? timeInWords(String(startTime)) : '',
  endTime ? timeInWords(String(endTime)) : '',
];

/** Rows of cells as CSV (RFC 4180), which begins with what has Excel read it as UTF-8. */
export const csvOf = (rows: string[][]): string =>
  `\uFEFF${rows.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;

const csvCell = (cell: string): string =>
  /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
