import { COLUMN_NAMES } from './export';
import { SHEET_FIELDS } from './sheet';

/** The names of the columns of a sheet to be filled in, for workshops of two sessions; whoever has more adds columns. */
export const TEMPLATE: string[][] = [
  [
    // A new workshop has no id, and whose it is, is known.
    ...SHEET_FIELDS.filter((field) => field !== 'id' && field !== 'partner').map(
      (field) => COLUMN_NAMES[field],
    ),
    ...[1, 2].flatMap((number) => [`Date ${number}`, `Start ${number}`, `End ${number}`]),
  ],
];
