import path from 'node:path';
import { DocumentError, type ReadDocument } from '../../../rules/document/document';
import { readerApart } from '../../reading/apart';
import type { Source } from './read';

export type { Source } from './read';

/**
 * Reads a document in a thread of its own.
 * @throws DocumentError when it can't be read, in words for whoever gave it
 */
export const readApart = readerApart<Source, ReadDocument>(
  path.join(__dirname, 'worker.js'),
  DocumentError,
  'This document is too large or too involved to be read. Copy its text into a new one, or paste it.',
);
