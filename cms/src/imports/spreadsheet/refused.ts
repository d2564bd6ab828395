import { errors } from '@strapi/utils';
import type { JournalRow } from './journal';

/** A row that the rules refuse. */
export class Refused extends Error {
  constructor(
    readonly row: JournalRow,
    readonly why: string,
  ) {
    super(why);
  }
}

/** The same, as a refusal of a row; other errors as they are. */
export const refusalOf = (row: JournalRow, error: unknown): unknown =>
  error instanceof errors.ApplicationError ? new Refused(row, error.message) : error;
