import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { DocumentError, type ReadDocument } from '../../../rules/document/document';
import type { Source } from './read';
import type { Reading } from './worker';

export type { Source } from './read';

/** What reading one document may take. */
const MEMORY_MB = 256;
const TIME_MS = 20_000;

const TOO_MUCH =
  'This document is too large or too involved to be read. Copy its text into a new one, or paste it.';

let turn: Promise<unknown> = Promise.resolve();

/**
 * Reads a document in a thread of its own, which is ended when it takes too long or too much; one after the other.
 * @throws DocumentError when it can't be read, in words for whoever gave it
 */
export function readApart(source: Source): Promise<ReadDocument> {
  const reading = turn.then(() => inWorker(source));
  turn = reading.catch(() => undefined);
  return reading;
}

function inWorker(source: Source): Promise<ReadDocument> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(__dirname, 'worker.js'), {
      workerData: source,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: 32 },
    });
    const timer = setTimeout(() => end(new DocumentError(TOO_MUCH)), TIME_MS);
    const end = (result: ReadDocument | Error): void => {
      clearTimeout(timer);
      void worker.terminate();
      if (result instanceof Error) reject(result);
      else resolve(result);
    };
    worker.on('message', (reading: Reading) =>
      end('document' in reading ? reading.document : new DocumentError(reading.problem)),
    );
    worker.on('error', (error: Error & { code?: string }) =>
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new DocumentError(TOO_MUCH) : error),
    );
    worker.on('exit', () => end(new DocumentError(TOO_MUCH)));
  });
}
