import path from 'node:path';
import { type ReadSheet, SheetError } from '../../../rules/spreadsheet/understand';
import { readerApart } from '../../reading/apart';
import type { SheetSource } from './read';

/**
 * Reads a spreadsheet in a thread of its own.
 * @throws SheetError when it can't be read, in words for whoever gave it
 */
export const readSheetApart = readerApart<SheetSource, ReadSheet>(
  path.join(__dirname, 'worker.js'),
  SheetError,
  'This spreadsheet is too large or too involved to be read. Copy the rows about workshops into a new one, and choose that.',
);
