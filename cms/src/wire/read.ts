import type { Core } from '@strapi/strapi';
import { picturesIn } from '../media';
import type { Entry } from '../schema/model';
import { populateFor } from '../schema/populate';
import { FIGURE } from '../schema/uids';
import { modelsOf, rows } from '../strapi/documents';
import { type Figure, quoteWith } from './figures';
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

/** Published entries of a type, as `readAll` gives them. */
export function readPublished(strapi: Core.Strapi, uid: string, query: Query = {}): Promise<Read[]> {
  return readAll(strapi, uid, { ...query, where: { ...query.where, publishedAt: { $notNull: true } } });
}

/** Entries of a type as visitors get them. Which fields and relations are read follows from the schema alone. */
export async function readAll(strapi: Core.Strapi, uid: string, query: Query = {}): Promise<Read[]> {
  const getModel = modelsOf(strapi);
  const [entries, figures]: [Entry[], Figure[]] = await Promise.all([
    rows(strapi, uid).findMany({ ...query, populate: populateFor(uid, getModel) }),
    rows(strapi, FIGURE).findMany({ where: { publishedAt: { $notNull: true } } }),
  ]);
  const quote = quoteWith(figures, (key) =>
    strapi.log.warn(`The figure {{${key}}} is quoted on ${uid} but not published: it was left out.`),
  );
  const context = { quote, pictures: await picturesIn(strapi, entries), now: Date.now() };
  return entries.map((entry) => ({
    documentId: String(entry.documentId),
    body: toWire(uid, entry, context, getModel),
  }));
}
