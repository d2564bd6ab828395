import type { Core } from '@strapi/strapi';
import { picturesIn } from '../media';
import type { Figure } from '../rules/figures';
import type { Entry } from '../schema/model';
import { populateFor } from '../schema/populate';
import { FIGURE } from '../schema/uids';
import { modelsOf, rows } from '../strapi/documents';
import { seenAt, seenRows } from '../strapi/seen';
import { quoteWith } from './figures';
import { toWire } from './serialize';

/** A published entry, and what identifies it in a cache. */
export interface Read {
  documentId: string;
  body: Entry;
}

interface Query {
  where?: Entry;
  orderBy?: Entry[];
  limit?: number;
}

/** Entries of a type with drafts that are published (in a preview, what it shows instead), as `readAll` gives them. */
export function readPublished(strapi: Core.Strapi, uid: string, query: Query = {}): Promise<Read[]> {
  return readAll(strapi, uid, { ...query, where: { ...query.where, ...seenRows(uid) } });
}

/** Entries of a type as visitors get them. Which fields and relations are read follows from the schema alone. */
export async function readAll(strapi: Core.Strapi, uid: string, query: Query = {}): Promise<Read[]> {
  const getModel = modelsOf(strapi);
  const [entries, figures]: [Entry[], Figure[]] = await Promise.all([
    rows(strapi, uid).findMany({ ...query, populate: populateFor(uid, getModel) }),
    rows(strapi, FIGURE).findMany({ where: seenRows(FIGURE) }),
  ]);
  const quote = quoteWith(figures, (key) =>
    strapi.log.warn(`The figure {{${key}}} is quoted on ${uid} but not published: it was left out.`),
  );
  const context = { quote, pictures: await picturesIn(strapi, entries), now: seenAt().getTime() };
  return entries.map((entry) => ({
    documentId: String(entry.documentId),
    body: toWire(uid, entry, context, getModel),
  }));
}
