import { errors } from '@strapi/utils';
import { isLost } from '../../strapi/lost-database';
import type { JournalRow } from './journal';

/** A row that the rules refuse, or that can't be stored (`cause`). */
export class Refused extends Error {
  constructor(
    readonly row: JournalRow,
    readonly why: string,
    cause?: unknown,
  ) {
    super(why, { cause });
  }
}

/** PostgreSQL's for transactions that got in each other's way: what may well go on the next time. */
const IN_THE_WAY = /^(40001|40P01|55P03)$/;

/**
 * What is thrown for an error that a row met: a refusal of it, lest what can never be stored is tried for ever; the error itself when it
 * may go on the next time.
 */
export function refusalOf(row: JournalRow, error: unknown): unknown {
  if (error instanceof Refused || isLost(error)) return error;
  if (error instanceof errors.ApplicationError) return new Refused(row, error.message);
  if (IN_THE_WAY.test(String((error as NodeJS.ErrnoException).code))) return error;
  return new Refused(row, 'It, or one of the rows after it, could not be stored.', error);
}
