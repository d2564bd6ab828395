import { parentPort, workerData } from 'node:worker_threads';
import { DocumentError, type ReadDocument } from '../../../rules/document/document';
import { readDocument, type Source } from './read';

/** What a worker answers: the document, or why it can't be read. */
export type Reading = { document: ReadDocument } | { problem: string };

readDocument(workerData as Source).then(
  (document) => parentPort?.postMessage({ document } satisfies Reading),
  (error: unknown) => {
    if (!(error instanceof DocumentError)) throw error;
    parentPort?.postMessage({ problem: error.message } satisfies Reading);
  },
);
