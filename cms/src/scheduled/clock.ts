import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { DocumentName } from '../versions/store';
import { carryOut } from './carry-out';
import { dueBy, noteRefusal, type StoredChange, waiting } from './store';
import { changesByItself, type TurningPoint, turningPointsAfter } from './turning-points';

/** How often to look for what other processes have put down, in milliseconds. */
const LOOK_EVERY = 1_000;
/** How soon to look again when the database didn't answer, in milliseconds. */
const LOOK_AGAIN_AFTER = 5_000;
/** How long after something failed, for a reason that is not the rules', it is tried again, in milliseconds. */
const RETRY_AFTER = 60_000;
const BATCH = 100;

/** How long what pages say of their times is believed, in milliseconds: other processes publish, too. */
const READ_EVERY = 60_000;
/** Moments so long ago are told of at the start, in milliseconds: they may have come while no process ran. */
const MISSED = 24 * 60 * 60 * 1000;

/** Does what is scheduled when its time has come. */
export interface ScheduleClock {
  /** Stops, once what is under way is done. */
  stop: () => Promise<void>;
}

/**
 * Starts to do what is scheduled, beginning with what came due while no process ran: late rather than never. And tells when what
 * visitors see of a page changes by itself. Every process of the CMS does both.
 * @param announce tells the site that a published document is no longer what it was
 */
export function startScheduleClock(
  strapi: Core.Strapi,
  announce: (document: DocumentName) => void,
): ScheduleClock {
  const retryAt = new Map<number, number>();
  let points: TurningPoint[] = [];
  let pointsReadAt = 0;
  let announcedUntil = Date.now() - MISSED;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let turn = Promise.resolve();

  const doDue = async (now: number): Promise<number | null> => {
    const changes = await waiting(strapi, BATCH);
    const due = dueBy(changes, now).filter(({ id }) => (retryAt.get(id) ?? 0) <= now);
    if (due.length > 0) await doAll(strapi, due, (id) => retryAt.set(id, Date.now() + RETRY_AFTER));
    return changes.find(({ at }) => at > now)?.at ?? null;
  };
  const announceDue = async (now: number): Promise<number | null> => {
    if (now - pointsReadAt >= READ_EVERY) {
      pointsReadAt = now;
      points = await turningPointsAfter(strapi, announcedUntil);
    }
    const passed = points.filter(({ at }) => at <= now);
    points = points.filter(({ at }) => at > now);
    announcedUntil = now;
    for (const document of new Map(passed.map((point) => [point.documentId, point])).values())
      announce(document);
    return points.length > 0 ? Math.min(...points.map(({ at }) => at)) : null;
  };
  const look = async (): Promise<void> => {
    let wait = LOOK_EVERY;
    try {
      const now = Date.now();
      for (const next of [await doDue(now), await announceDue(now)])
        if (next !== null) wait = Math.min(wait, Math.max(next - Date.now(), 0));
    } catch (error) {
      strapi.log.warn(`What is scheduled could not be looked up: ${(error as Error).message}`);
      wait = LOOK_AGAIN_AFTER;
    }
    if (!isStopped) timer = setTimeout(begin, wait).unref();
  };
  const begin = (): void => {
    turn = look();
  };
  strapi.eventHub.on('entry.publish', async ({ uid }: { uid: string }) => {
    if (changesByItself(uid)) pointsReadAt = 0;
  });
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
