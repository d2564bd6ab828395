import { parentPort } from 'node:worker_threads';
import type { Reading } from './apart';

/** Answers from a worker what was read, or the words of a refusal; what else goes wrong ends it. */
export async function answerWith<Result>(
  work: Promise<Result>,
  refusal: new (words: string) => Error,
): Promise<void> {
  const say = (reading: Reading<Result>): void => parentPort?.postMessage(reading);
  try {
    say({ read: await work });
  } catch (error) {
    if (!(error instanceof refusal)) throw error;
    say({ problem: error.message });
  }
}
