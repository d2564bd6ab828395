import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { claim, type Job, settle } from './store';

/** Does a job. Resolves with `dropped` when there is no need any more. */
export type Task = (job: Job) => Promise<undefined | 'dropped'>;

/** Thrown by a task that will never succeed, with the reason as people read it. */
export class HopelessError extends Error {
  override name = 'HopelessError';
}

/** Thrown by a task that what it needs is away, whichever job it is: all wait, and none is given up for it. */
export class AwayError extends Error {
  override name = 'AwayError';
}

/** How often to look for what other processes have put down, in milliseconds. */
const LOOK_EVERY = 1_000;
/** How soon to look again when the database didn't answer, in milliseconds. */
const LOOK_AGAIN_AFTER = 5_000;
const BATCH = 10;
/** For how long a job is taken, in milliseconds: longer than any task may take. A process that is killed leaves its jobs that long. */
const CLAIM_FOR = 60_000;
/** After the first failure, in milliseconds; three times as long after each further one, but no longer than the longest. */
const FIRST_RETRY_AFTER = 5_000;
const LONGEST_RETRY_AFTER = 6 * 60 * 60_000;
/** When a job is given up, in milliseconds after it was put down: mail servers give up after four to five days (RFC 5321, 4.5.4.1). */
const GIVE_UP_AFTER = 4 * 24 * 60 * 60_000;
/** How long all wait when what they need is away, in milliseconds. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;

/** Does what stands in the outbox. */
export interface JobRunner {
  /** Looks at once: something was put down. */
  wake: () => void;
  /** Stops, once what is under way is done. */
  stop: () => Promise<void>;
}

/** Starts to do jobs, beginning with what was put down while no process ran. Every process of the CMS does. */
export function startRunner(strapi: Core.Strapi, tasks: Record<string, Task>): JobRunner {
  const by = randomUUID();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let isLooking = false;
  let isWoken = false;
  let pause = 0;
  let turn = Promise.resolve();

  /** Does one job. False when what it needs is away. */
  const run = async (job: Job): Promise<boolean> => {
    const { id, task } = job;
    try {
      const doIt = tasks[task];
      if (!doIt) throw new HopelessError(`This version of the CMS knows no task “${task}”.`);
      const outcome = await doIt(job);
      await noted(() => settle(strapi, id, by, { state: outcome ?? 'done' }));
      return true;
    } catch (error) {
      const failure = (error as Error).message;
      if (error instanceof AwayError) {
        const { attempts } = job;
        await settle(strapi, id, by, { state: 'waiting', failure, attempts: attempts - 1 });
        return false;
      }
      const now = Date.now();
      const isHopeless = error instanceof HopelessError || now - job.createdAt > GIVE_UP_AFTER;
      const retryAfter = Math.min(FIRST_RETRY_AFTER * 3 ** (job.attempts - 1), LONGEST_RETRY_AFTER);
      await settle(strapi, id, by, {
        state: isHopeless ? 'failed' : 'waiting',
        failure,
        dueAt: isHopeless ? undefined : now + retryAfter,
      });
      strapi.log.warn(`Job ${id} (${task}) failed${isHopeless ? ' for good' : ''}: ${failure}`);
      return true;
    }
  };

  const look = async (): Promise<number> => {
    try {
      const now = Date.now();
      const jobs = await claim(strapi, { by, now, until: now + CLAIM_FOR, most: BATCH });
      const isThere = await Promise.all(jobs.map(run));
      if (isThere.includes(false)) {
        if (pause === 0) strapi.log.warn('Jobs wait: what they need is away.');
        pause = Math.min(Math.max(pause * 2, FIRST_PAUSE), LONGEST_PAUSE);
        return pause;
      }
      if (jobs.length > 0) pause = 0;
      return jobs.length === BATCH ? 0 : LOOK_EVERY;
    } catch (error) {
      strapi.log.warn(`The outbox could not be looked up: ${(error as Error).message}`);
      return LOOK_AGAIN_AFTER;
    }
  };
  const begin = (): void => {
    if (isStopped || isLooking) return;
    clearTimeout(timer);
    isLooking = true;
    isWoken = false;
    turn = look().then((wait) => {
      isLooking = false;
      if (!isStopped) timer = setTimeout(begin, isWoken && pause === 0 ? 0 : wait).unref();
    });
  };
  begin();
  return {
    wake() {
      isWoken = true;
      if (pause === 0) begin();
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await turn;
    },
  };
}

/** How often, and how long apart in milliseconds, it is tried to note what was done: to forget that would do it twice. */
const NOTE_TRIES = 10;
const NOTE_AGAIN_AFTER = 2_000;

async function noted(note: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1)
    try {
      return await note();
    } catch (error) {
      if (tries === NOTE_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, NOTE_AGAIN_AFTER));
    }
}
