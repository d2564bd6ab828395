import type { Core } from '@strapi/strapi';
import { contentAttributes } from '../rules/versions/content';
import type { Entry } from '../schema/model';
import { FILE } from '../schema/uids';
import { modelsOf, type Transaction } from '../strapi/documents';
import { joinTableOf } from '../strapi/join-tables';
import type { DocumentName } from './store';

/** Rows that tie parts, files and links to the rows of a type. */
interface Ties {
  table: string;
  /** The column that names the row of the type, by its id. */
  owner: string;
  where: Entry;
  /** Whether they lead to other entries. */
  areLinks: boolean;
}

/**
 * Lets some work do what it likes with the draft of a document, then gives the draft back as it was: its parts by their very
 * ids, which a form that somebody has open sends when it saves. Its sections, files and links are untied from its row meanwhile,
 * in the transaction at hand. It leads where it led all the while: by that the rules tell whose it is.
 */
export async function withDraftAside(
  strapi: Core.Strapi,
  { uid, documentId }: DocumentName,
  transaction: Transaction,
  work: () => Promise<void>,
): Promise<void> {
  const { tableName } = strapi.db.metadata.get(uid);
  const drafts = () => transaction(tableName).where({ document_id: documentId }).whereNull('published_at');
  const draft: (Entry & { id: number }) | undefined = await drafts().first();
  if (!draft) return work();
  const ties = tiesOf(strapi, uid);
  const untied: number[][] = [];
  for (const { table, owner, where, areLinks } of ties) {
    const tied: { id: number }[] = await transaction(table)
      .select('*')
      .where({ ...where, [owner]: draft.id });
    const ids = tied.map(({ id }) => id);
    await transaction(table)
      .whereIn('id', ids)
      .update({ [owner]: null });
    if (areLinks && tied.length > 0) await transaction(table).insert(tied.map(({ id: _, ...link }) => link));
    untied.push(ids);
  }
  await work();
  await deleteParts(strapi, uid, [draft.id], transaction);
  for (const [index, { table, owner, where }] of ties.entries()) {
    await transaction(table)
      .where({ ...where, [owner]: draft.id })
      .delete();
    await transaction(table)
      .whereIn('id', untied[index] ?? [])
      .update({ [owner]: draft.id });
  }
  await drafts().update(draft);
  // That it changed after what is published says, for Strapi, that there is more to publish.
  await strapi.db.queryBuilder(uid).where({ id: draft.id }).update({ updatedAt: new Date() }).execute();
}

/** Where the content of a type's rows is tied to them. Of links, those that lead from them. */
function tiesOf(strapi: Core.Strapi, uid: string): Ties[] {
  const ties = new Map<string, Ties>();
  for (const [name, { type }] of contentAttributes(uid, modelsOf(strapi))) {
    const own = joinTableOf(strapi, uid, name);
    if (type === 'media') {
      const table = joinTableOf(strapi, FILE, 'related')?.name ?? '';
      ties.set(table, { table, owner: 'related_id', where: { related_type: uid }, areLinks: false });
    } else if (own)
      ties.set(own.name, {
        table: own.name,
        owner: own.joinColumn.name,
        where: {},
        areLinks: type === 'relation',
      });
  }
  return [...ties.values()];
}

/** Deletes the components of some rows, and theirs, with what ties files to them. */
async function deleteParts(
  strapi: Core.Strapi,
  uid: string,
  owners: number[],
  transaction: Transaction,
): Promise<void> {
  const first = contentAttributes(uid, modelsOf(strapi)).find(([, { type }]) => PARTS.has(type));
  const table = first && joinTableOf(strapi, uid, first[0])?.name;
  if (!table) return;
  const parts: { cmp_id: number; component_type: string }[] = await transaction(table)
    .select('cmp_id', 'component_type')
    .whereIn('entity_id', owners);
  const files = joinTableOf(strapi, FILE, 'related')?.name ?? '';
  for (const kind of new Set(parts.map(({ component_type }) => component_type))) {
    const ids = parts.filter(({ component_type }) => component_type === kind).map(({ cmp_id }) => cmp_id);
    await deleteParts(strapi, kind, ids, transaction);
    await transaction(files).where({ related_type: kind }).whereIn('related_id', ids).delete();
    await transaction(strapi.db.metadata.get(kind).tableName).whereIn('id', ids).delete();
  }
  await transaction(table).whereIn('entity_id', owners).delete();
}

const PARTS = new Set(['component', 'dynamiczone']);
