import type { Entry, Model } from '../schema/model';
import { writtenAttributes } from '../schema/model';

/** What says which row an entry is, and when it came to be: Strapi's to write, and no caller's. */
const ADDRESS = ['id', 'documentId', 'locale', 'localizations', 'publishedAt', 'firstPublishedAt'];
const TIMES = ['createdAt', 'updatedAt'];
const WRITERS = ['createdBy', 'updatedBy'];

/** What a request says of an entry, without what is no field of its type: system keys and what a form adds are left out. */
export function fieldsOf(model: Model, data: Entry): Entry {
  const written = new Set(writtenAttributes(model).map(([name]) => name));
  return Object.fromEntries(
    Object.entries(data).filter(([key]) => written.has(key) && !ADDRESS.includes(key)),
  );
}

/**
 * An entry's data as it may be saved: it can't name another row than the one that is saved. Components keep their own ids.
 * @param writer who asks over HTTP, whom Strapi's own code names as the writer; null when our own code saves
 */
export function withoutSystemKeys(data: Entry, writer: number | null): Entry {
  const dropped = new Set(writer === null ? ADDRESS : [...ADDRESS, ...TIMES]);
  return Object.fromEntries(
    Object.entries(data).filter(
      ([key, value]) => !dropped.has(key) && (writer === null || !WRITERS.includes(key) || value === writer),
    ),
  );
}
