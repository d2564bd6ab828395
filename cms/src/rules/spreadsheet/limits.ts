import { MEGABYTE, tooLargeToRead } from '../megabytes';

/** How large a spreadsheet may be, in bytes. */
export const SHEET_LIMIT = 10 * MEGABYTE;
/** How many rows of workshops can be brought in at once. */
export const MOST_WORKSHOP_ROWS = 10_000;
/** How many rows a sheet may have: with those above the names of columns, and between workshops. */
export const MOST_ROWS = MOST_WORKSHOP_ROWS + 500;
/** How many columns a sheet may have. */
export const MOST_COLUMNS = 200;
/** How many characters a cell may have: as in Excel. */
export const LONGEST_CELL = 32_767;

/** That a spreadsheet is too large, and what to do; `size` in bytes. */
export const tooLargeWords = (name: string, size: number): string =>
  `${tooLargeToRead(name, size, 'spreadsheets', SHEET_LIMIT)}. Delete its pictures, or copy the rows about workshops into a new one.`;
