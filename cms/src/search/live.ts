import type { Scholarship } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { FIGURE, PARTNER, PRICING, SCHOLARSHIP, WORKSHOP } from '../schema/uids';
import { readScholarships } from '../wire/scholarships';
import { type Change, ChangeReader, forgetChangesBefore } from './change-log';
import { JoinableWorkshops } from './joinable';
import { shareRuns, takeTurns } from './sharing';
import {
  readJoinable,
  readPartners,
  readSome,
  readSomeJoinable,
  readValueCents,
  readWorkshops,
  type SearchedPartner,
} from './stored';
import { WorkshopIndex } from './workshop-index';

const DAY = 24 * 3_600_000;
/** How long changes are kept, and how long a process may rest before it reads everything anew. */
const KEPT = 8 * DAY;
const LONGEST_REST = 7 * DAY;

/** Every workshop, with whole partners and scholarships. */
export type SearchedIndex = WorkshopIndex<SearchedPartner, Scholarship>;

/** The index of one CMS process, as fresh as the database at every search. */
export interface LiveIndex {
  /** The index, with every change in it that was stored when this was called. Rejects when the database doesn't answer. */
  current: () => Promise<SearchedIndex>;
}

/** Every workshop as it stands now, read anew. */
export async function readIndex(strapi: Core.Strapi, now: Date): Promise<SearchedIndex> {
  const index: SearchedIndex = new WorkshopIndex(await readWorkshops(strapi, now));
  index.partners = await readPartners(strapi);
  index.scholarships = await readScholarships(strapi);
  index.valueCents = await readValueCents(strapi);
  index.joinable = new JoinableWorkshops(await readJoinable(strapi, now));
  return index;
}

/** Reads every workshop into memory and follows what changes from then on, whichever process changes it. */
export async function openLiveIndex(strapi: Core.Strapi): Promise<LiveIndex> {
  let index: SearchedIndex = new WorkshopIndex();
  const changes = new ChangeReader(strapi);
  /** Read, but not in the index yet. */
  let news: Change[] = [];
  let readAt = 0;

  async function readAll(): Promise<void> {
    const now = Date.now();
    await changes.skip(now);
    index = await readIndex(strapi, new Date(now));
    news = [];
    readAt = now;
    logLoaded(strapi, index.size, Date.now() - now);
  }

  async function follow(): Promise<void> {
    const now = Date.now();
    if (now - readAt > LONGEST_REST) return readAll();
    news.push(...(await changes.next(now)));
    if (news.length > 0) {
      const changed = (uid: string) => news.filter((change) => change.uid === uid);
      const ids = [...new Set(changed(WORKSHOP).map(({ document }) => document))];
      const workshops = await readSome(strapi, ids, new Date(now));
      const joinable = await readSomeJoinable(strapi, ids, new Date(now));
      const partners = changed(PARTNER).length > 0 && (await readPartners(strapi));
      // Their texts quote figures.
      const haveScholarships = changed(SCHOLARSHIP).length + changed(FIGURE).length > 0;
      const scholarships = haveScholarships && (await readScholarships(strapi));
      const hasValue = changed(PRICING).length > 0;
      const valueCents = hasValue ? await readValueCents(strapi) : null;
      for (const id of ids) {
        index.remove(id);
        index.joinable.remove(id);
      }
      for (const workshop of workshops) index.put(workshop);
      for (const workshop of joinable) index.joinable.put(workshop);
      if (partners) index.partners = partners;
      if (scholarships) index.scholarships = scholarships;
      if (hasValue) index.valueCents = valueCents;
      index.removeEnded(new Date(now));
      news = [];
    }
    readAt = now;
  }

  await forgetChangesBefore(strapi, Date.now() - KEPT);
  await readAll();
  const reading = shareRuns(follow);
  const turn = takeTurns();
  return {
    async current() {
      const asked = reading.ask();
      await turn();
      await reading.since(asked);
      return index;
    },
  };
}

function logLoaded(strapi: Core.Strapi, workshops: number, milliseconds: number): void {
  if (milliseconds < 1000) return;
  const megabytes = Math.round(process.memoryUsage().rss / 1_000_000);
  strapi.log.info(
    `Read ${workshops} workshops for searching in ${(milliseconds / 1000).toFixed(1)} s; the process now takes ${megabytes} MB.`,
  );
}
