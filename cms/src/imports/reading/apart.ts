import { Worker } from 'node:worker_threads';

/** What reading one file may take. */
const MEMORY_MB = 256;
const TIME_MS = 20_000;

/** What a worker answers: what it read, or in words why it can't be read. */
export type Reading<Result> = { read: Result } | { problem: string };

/** Reads what it is given in a thread of its own, one after the other. */
export type ReadApart<Source, Result> = (source: Source) => Promise<Result>;

/**
 * Makes what reads files in a thread of its own, which is ended when that takes too long or too much.
 * @param script the worker’s: it reads its `workerData` and answers a `Reading`
 * @param refusal the error for a file that can’t be read, of a sentence for whoever gave it
 * @param tooMuch that sentence, when it is too much
 */
export function readerApart<Source, Result>(
  script: string,
  refusal: new (words: string) => Error,
  tooMuch: string,
): ReadApart<Source, Result> {
  let turn: Promise<unknown> = Promise.resolve();
  return (source) => {
    const reading = turn.then(() => inWorker<Result>(script, source, refusal, tooMuch));
    turn = reading.catch(() => undefined);
    return reading;
  };
}

function inWorker<Result>(
  script: string,
  workerData: unknown,
  refusal: new (words: string) => Error,
  tooMuch: string,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: 32 },
    });
    const timer = setTimeout(() => end(() => reject(new refusal(tooMuch))), TIME_MS);
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      void worker.terminate();
      settle();
    };
    worker.on('message', (reading: Reading<Result>) =>
      end(() => ('read' in reading ? resolve(reading.read) : reject(new refusal(reading.problem)))),
    );
    worker.on('error', (error: Error & { code?: string }) =>
      end(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new refusal(tooMuch) : error)),
    );
    worker.on('exit', () => end(() => reject(new refusal(tooMuch))));
  });
}
