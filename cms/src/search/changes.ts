import type { Core } from '@strapi/strapi';
import { changedTags } from '../changes/tags';
import { PARTNER, rows, SCHOLARSHIP, useRule, WORKSHOP } from '../rules/documents';

/** A change of what searches show. */
export interface Change {
  id: number;
  uid: string;
  document: string;
  /** Milliseconds since the epoch. */
  at: number;
}

const CHANGE = 'search::change';
const SEARCHED = new Set([WORKSHOP, PARTNER, SCHOLARSHIP]);

/**
 * Keeps a list, in the database, of what changed for searches, so that every CMS process on it can follow. A change and
 * its row are stored together or not at all. To be called in `register()`.
 */
export function recordChanges(strapi: Core.Strapi): void {
  // Strapi makes the tables of such models as it makes its own.
  strapi.get('models').add({
    uid: CHANGE,
    singularName: 'search_change',
    tableName: 'search_changes',
    attributes: {
      id: { type: 'increments' },
      uid: { type: 'string' },
      document: { type: 'string' },
      at: { type: 'biginteger' },
    },
  });
  useRule(strapi, async ({ uid, action, params }, next) => {
    if (!SEARCHED.has(uid) || changedTags(uid, action, params?.documentId).length === 0) return next();
    return strapi.db.transaction(async () => {
      const result = await next();
      const document = params?.documentId ?? (result as { documentId?: string } | null)?.documentId;
      if (document) await rows(strapi, CHANGE).create({ data: { uid, document, at: Date.now() } });
      return result;
    });
  });
}

/** The changes with an id beyond one, in order. */
export async function changesSince(strapi: Core.Strapi, id: number): Promise<Change[]> {
  const changes: (Omit<Change, 'at'> & { at: string | number })[] = await rows(strapi, CHANGE).findMany({
    where: { id: { $gt: id } },
    orderBy: [{ id: 'asc' }],
  });
  return changes.map((change) => ({ ...change, at: Number(change.at) }));
}

/** The id of the last change before an instant (milliseconds since the epoch), or 0. */
export async function lastChangeBefore(strapi: Core.Strapi, instant: number): Promise<number> {
  const [change]: { id: number }[] = await rows(strapi, CHANGE).findMany({
    where: { at: { $lt: instant } },
    orderBy: [{ id: 'desc' }],
    limit: 1,
  });
  return change?.id ?? 0;
}

/** Forgets the changes before an instant (milliseconds since the epoch). */
export async function forgetChangesBefore(strapi: Core.Strapi, instant: number): Promise<void> {
  await rows(strapi, CHANGE).deleteMany({ where: { at: { $lt: instant } } });
}
