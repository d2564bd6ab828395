import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { carryOut } from './carry-out';
import { dueBy, nextAt, noteRefusal, type StoredChange } from './store';

/** How often to look for what other processes have put down, in milliseconds. */
const LOOK_EVERY = 1_000;
/** How long after something failed, for a reason that is not the rules', it is tried again, in milliseconds. */
const RETRY_AFTER = 60_000;
const BATCH = 100;

/** Does what is scheduled when its time has come. */
export interface ScheduleClock {
  /** Stops, once what is under way is done. */
  stop: () => Promise<void>;
}

/**
 * Starts to do what is scheduled, beginning with what came due while no process ran: late rather than never. Every process of
 * the CMS does it.
 */
export function startScheduleClock(strapi: Core.Strapi): ScheduleClock {
  const retryAt = new Map<number, number>();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let turn = Promise.resolve();

  const look = async (): Promise<void> => {
    let wait = LOOK_EVERY;
    try {
      const now = Date.now();
      const due = (await dueBy(strapi, now, BATCH)).filter(({ id }) => (retryAt.get(id) ?? 0) <= now);
      if (due.length > 0) await doAll(strapi, due, (id) => retryAt.set(id, Date.now() + RETRY_AFTER));
      const next = await nextAt(strapi);
      if (next !== null && next > now) wait = Math.min(wait, Math.max(next - Date.now(), 0));
    } catch (error) {
      strapi.log.warn(`What is scheduled could not be looked up: ${(error as Error).message}`);
      wait = RETRY_AFTER;
    }
    if (!isStopped) timer = setTimeout(begin, wait).unref();
  };
  const begin = (): void => {
    turn = look();
  };
  begin();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await turn;
    },
  };
}

/**
 * Does all that is due. What is refused is tried again as long as something else went live: pages that lead to one another
 * may be due at the same time.
 */
async function doAll(
  strapi: Core.Strapi,
  due: StoredChange[],
  onFailure: (id: number) => void,
): Promise<void> {
  let left = due;
  let refused: { change: StoredChange; refusal: string }[];
  let isProgress: boolean;
  do {
    refused = [];
    isProgress = false;
    for (const change of left)
      try {
        isProgress = (await carryOut(strapi, change)) || isProgress;
      } catch (error) {
        if (error instanceof errors.ApplicationError) refused.push({ change, refusal: error.message });
        else {
          onFailure(change.id);
          strapi.log.error(
            `What is scheduled for ${change.uid} ${change.documentId} failed and will be tried again: ${(error as Error).message}`,
          );
        }
      }
    left = refused.map(({ change }) => change);
  } while (isProgress && refused.length > 0);
  for (const { change, refusal } of refused) {
    await noteRefusal(strapi, change.id, refusal);
    strapi.log.warn(
      `What ${change.name} scheduled for ${change.uid} ${change.documentId} was refused: ${refusal}`,
    );
  }
}
