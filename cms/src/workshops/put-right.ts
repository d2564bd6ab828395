import type { Core } from '@strapi/strapi';
import { type Kept, type Typed, whereAndWhen } from '../rules/derived';
import { WORKSHOP } from '../schema/uids';
import { rows } from '../strapi/documents';

/** Raise it when the time zones of places change, or the words for times: workshops stored before are worked out again. */
const VERSION = 2;

/** From this one on, the zone chosen by hand counts for workshops with a venue as well. */
const ZONE_COUNTS = 2;

/** Rows read at a time. SQLite passes through all components at each reading, so it should be seldom. */
const BATCH = 10_000;

interface StoredWorkshop extends Typed, Kept {
  id: number;
  documentId: string;
}

/**
 * Works out anew, once for each version, when workshops are, drafts and published ones alike: the hours on the wall stay as
 * they were typed, the time zone and the instants follow the tables of today.
 */
export async function putTimesRight(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'core', name: 'workshops' });
  const before = Number((await store.get({ key: 'times' })) ?? 0);
  if (before === VERSION) return;
  if (before < ZONE_COUNTS) await forgetUnusedZones(strapi);
  let count = 0;
  let last = 0;
  let batch: StoredWorkshop[];
  do {
    batch = await rows(strapi, WORKSHOP).findMany({
      where: { id: { $gt: last } },
      orderBy: [{ id: 'asc' }],
      limit: BATCH,
      populate: { sessions: true, venue: true },
    });
    await strapi.db.transaction(async () => {
      for (const workshop of batch) if (await putRight(strapi, workshop)) count++;
    });
    last = batch.at(-1)?.id ?? last;
  } while (batch.length === BATCH);
  await store.set({ key: 'times', value: VERSION });
  if (count > 0) strapi.log.info(`Put the times of ${count} workshops (drafts counted too) right`);
}

/** Takes out the zones chosen for workshops that were virtual once: nobody saw them any more. */
async function forgetUnusedZones(strapi: Core.Strapi): Promise<void> {
  await strapi.db
    .queryBuilder(WORKSHOP)
    .where({ format: { $ne: 'virtual' }, virtualTimeZone: { $notNull: true } })
    .update({ virtualTimeZone: null })
    .execute();
}

/** Whether a row had to be put right, and was. */
async function putRight(strapi: Core.Strapi, workshop: StoredWorkshop): Promise<boolean> {
  const { kept, problems } = whereAndWhen(workshop);
  if (sameTimes(kept, workshop)) return false;
  if (problems.length > 0) {
    const why = problems.map(({ message }) => message).join(' ');
    strapi.log.warn(`The times of workshop ${workshop.documentId} stay in ${workshop.timeZone}: ${why}`);
    return false;
  }
  const { timeZone, when } = kept;
  // Past Strapi's subscribers: the time of the last change says whether a draft has changes that aren't published.
  await strapi.db
    .queryBuilder(WORKSHOP)
    .where({ id: workshop.id })
    .update({ timeZone, when, startsAt: toDate(kept.startsAt), endsAt: toDate(kept.endsAt) })
    .execute();
  return true;
}

const toDate = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));

function sameTimes(a: Kept, b: Kept): boolean {
  const text = ({ timeZone, when, startsAt, endsAt }: Kept): string =>
    JSON.stringify([timeZone, when, toDate(startsAt), toDate(endsAt)]);
  return text(a) === text(b);
}
