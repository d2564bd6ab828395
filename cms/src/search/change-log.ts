import type { Core } from '@strapi/strapi';
import { changedTags } from '../invalidation/tags';
import { FIGURE, PARTNER, PRICING, SCHOLARSHIP, WORKSHOP } from '../schema/uids';
import { rows, useRule } from '../strapi/documents';
import { addTable } from '../strapi/tables';
import { isToldLater } from '../strapi/together';

/** A change of what searches show: of a type (uid), the document. */
export interface Change {
  id: number;
  uid: string;
  document: string;
}

const CHANGE = 'search::change';
const TABLE = 'search_changes';
const SEARCHED = new Set([WORKSHOP, PARTNER, SCHOLARSHIP, PRICING, FIGURE]);

/**
 * Keeps a list, in the database, of what changed for searches, so that every CMS process on it can follow. A change and
 * its row are stored together or not at all. To be called in `register()`.
 */
export function recordChanges(strapi: Core.Strapi): void {
  addTable(strapi, {
    uid: CHANGE,
    name: TABLE,
    columns: {
      uid: { type: 'string' },
      document: { type: 'string' },
      // Milliseconds since the epoch.
      at: { type: 'biginteger' },
    },
  });
  useRule(strapi, async ({ uid, action, params }, next) => {
    const isSearched = SEARCHED.has(uid) && changedTags(uid, action, params?.documentId).length > 0;
    if (!isSearched || isToldLater()) return next();
    return strapi.db.transaction(async () => {
      const result = await next();
      const document = params?.documentId ?? (result as { documentId?: string } | null)?.documentId;
      if (document) await rows(strapi, CHANGE).create({ data: { uid, document, at: Date.now() } });
      return result;
    });
  });
}

/** Rows that one statement writes: SQLite takes no more than 32,766 values in one. */
const WRITTEN_AT_ONCE = 5_000;

/** Puts many documents of a type on the list, whose changes were told of later, in the transaction at hand. */
export async function recordTogether(strapi: Core.Strapi, uid: string, documentIds: string[]): Promise<void> {
  const at = Date.now();
  for (let from = 0; from < documentIds.length; from += WRITTEN_AT_ONCE)
    await rows(strapi, CHANGE).createMany({
      data: documentIds.slice(from, from + WRITTEN_AT_ONCE).map((document) => ({ uid, document, at })),
    });
}

/**
 * How long a number may be missing, in milliseconds, before it counts as never used: PostgreSQL gives out numbers before
 * it stores, so a change can come to light after others with higher numbers, or never.
 */
const PATIENCE = 120_000;

/** Reads what changed since the last time. */
export class ChangeReader {
  #last = 0;
  /** Numbers below `#last` that were not there, and since when (milliseconds since the epoch). */
  readonly #missing = new Map<number, number>();

  constructor(private readonly strapi: Core.Strapi) {}

  /** Takes all changes up to now for read. */
  async skip(now: number): Promise<void> {
    this.#last = await lastBefore(this.strapi, now - PATIENCE);
    this.#missing.clear();
    await this.next(now);
  }

  /** The changes since the last time, each once, in order of their numbers. */
  async next(now: number): Promise<Change[]> {
    for (const [id, since] of this.#missing) if (since < now - PATIENCE) this.#missing.delete(id);
    // Every search asks this, and Strapi's own queries take longer to put together than to run.
    const changes: Change[] = await this.strapi.db
      .connection(TABLE)
      .select('id', 'uid', 'document')
      .where('id', '>', this.#last)
      .orWhereIn('id', [...this.#missing.keys()])
      .orderBy('id');
    for (const { id } of changes) {
      this.#missing.delete(id);
      for (let between = this.#last + 1; between < id; between++) this.#missing.set(between, now);
      this.#last = Math.max(this.#last, id);
    }
    return changes;
  }
}

/** Forgets the changes before an instant (milliseconds since the epoch), but for the last: the numbers go on from it. */
export async function forgetChangesBefore(strapi: Core.Strapi, instant: number): Promise<void> {
  await rows(strapi, CHANGE).deleteMany({ where: { id: { $lt: await lastBefore(strapi, instant) } } });
}

async function lastBefore(strapi: Core.Strapi, instant: number): Promise<number> {
  const [last]: Change[] = await rows(strapi, CHANGE).findMany({
    where: { at: { $lt: instant } },
    orderBy: [{ id: 'desc' }],
    limit: 1,
  });
  return last?.id ?? 0;
}
