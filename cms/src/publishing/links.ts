import type { Core } from '@strapi/strapi';
import { contentBesideLinks, hasDrafts, type LinkField, linkFields, linkPopulate } from '../rules/links';
import type { Entry } from '../schema/model';
import { populateFor } from '../schema/populate';
import { modelsOf, type Rule, rows } from '../strapi/documents';
import { addTable } from '../strapi/tables';

const KEPT = 'publishing::kept-links';

/** Told on Strapi's event hub, with a `Relinked`, when links of a published entry came back. */
export const RELINKED = 'publishing.relinked';
export interface Relinked {
  uid: string;
  documentId: string;
}

/** What a published entry led to when it was published, by path. */
type Links = Record<string, string[]>;

/** Adds the table of what published entries lead to. To be called in `register()`. */
export function addKeptLinks(strapi: Core.Strapi): void {
  addTable(strapi, {
    uid: KEPT,
    name: 'publishing_kept_links',
    columns: {
      uid: { type: 'string' },
      document: { type: 'string' },
      // `Links` as JSON, in which documentIds are searched.
      links: { type: 'text' },
    },
  });
}

/**
 * Gives published entries their links back. In Strapi a published row leads to the published rows of its targets, and
 * forgets them when those rows go; republished they are other rows. (An entry that leads to itself, or to one published
 * in the same action, loses its link at once.) So what an entry led to is written down when it is published, and put right
 * whenever one of those is published.
 */
export function keepLinksRule(strapi: Core.Strapi): Rule {
  const getModel = modelsOf(strapi);
  return async (action, next) => {
    const { documentId } = action.params ?? {};
    const concerned = documentId && hasDrafts(getModel(action.uid));
    const after = AFTER[action.action];
    if (!concerned || !after) return next();
    const entry = { uid: action.uid, documentId };
    return strapi.db.transaction(async () => {
      await BEFORE[action.action]?.(strapi, entry);
      const result = await next();
      await after(strapi, entry);
      return result;
    });
  };
}

/** Strapi carries links to a row it replaces over to the new one: also those of the row itself, which then is gone. */
const BEFORE: Record<string, (strapi: Core.Strapi, entry: Relinked) => Promise<void>> = {
  publish: (strapi, entry) => cutLinksToItself(strapi, entry, 'published'),
  discardDraft: (strapi, entry) => cutLinksToItself(strapi, entry, 'draft'),
};

const AFTER: Record<string, (strapi: Core.Strapi, entry: Relinked) => Promise<void>> = {
  async publish(strapi, entry) {
    const draft = await read(strapi, entry, 'draft');
    if (draft) await keep(strapi, entry, linksIn(draft));
    for (const each of await leadingTo(strapi, entry))
      if (await relink(strapi, each, 'published')) await strapi.eventHub.emit(RELINKED, each);
  },
  unpublish: forget,
  delete: forget,
  async discardDraft(strapi, entry) {
    await relink(strapi, entry, 'draft');
  },
};

/**
 * Writes down the links of what was published before they were kept. Where such an entry has lost some and its draft is
 * still the same but for them, it gets them back.
 */
export async function keepEarlierLinks(strapi: Core.Strapi): Promise<void> {
  const getModel = modelsOf(strapi);
  for (const uid of Object.keys(strapi.contentTypes)) {
    if (!hasDrafts(getModel(uid)) || !linkPopulate(uid, getModel)) continue;
    const published: { documentId: string }[] = await rows(strapi, uid).findMany({
      where: { publishedAt: { $notNull: true } },
      select: ['documentId'],
    });
    for (const { documentId } of published)
      await strapi.db.transaction(async () => keepEarlier(strapi, { uid, documentId }));
  }
}

async function keepEarlier(strapi: Core.Strapi, entry: Relinked): Promise<void> {
  if (await keptOf(strapi, entry)) return;
  const [live, draft] = [await read(strapi, entry, 'published'), await read(strapi, entry, 'draft')];
  if (!live) return;
  const unchanged =
    draft !== null && (await content(strapi, entry, 'published')) === (await content(strapi, entry, 'draft'));
  await keep(strapi, entry, { ...(unchanged ? linksIn(draft) : {}), ...linksIn(live) });
  await relink(strapi, entry, 'published');
}

/**
 * Lets the drafts that led to an entry lead there again, after it was deleted and brought back. What is published does once the
 * entry is.
 * @param saidBy what an entry said when somebody changed it last: Strapi takes a link out with its target, and that is no change
 */
export async function giveBackLinks(
  strapi: Core.Strapi,
  { uid, documentId }: Relinked,
  saidBy: (entry: Relinked) => Promise<Entry>,
): Promise<void> {
  const getModel = modelsOf(strapi);
  if (!hasDrafts(getModel(uid))) return;
  for (const owner of Object.keys(strapi.contentTypes)) {
    if (!hasDrafts(getModel(owner)) || !linkPopulate(owner, getModel)) continue;
    const drafts: { documentId: string }[] = await rows(strapi, owner).findMany({
      where: { publishedAt: null },
      select: ['documentId'],
    });
    for (const draft of drafts) {
      const entry = { uid: owner, documentId: draft.documentId };
      const fields = linkFields(owner, await saidBy(entry), getModel);
      const leadsThere = fields.some(
        ({ target, documents }) => target === uid && documents.includes(documentId),
      );
      if (leadsThere) await relink(strapi, entry, 'draft', linksIn(fields));
    }
  }
}

type Status = 'draft' | 'published';

const version = ({ documentId }: Relinked, status: Status): Entry => ({
  documentId,
  publishedAt: status === 'draft' ? null : { $notNull: true },
});

/** The links of a version of an entry; null when there is none, or entries of its type have no links. */
async function read(strapi: Core.Strapi, entry: Relinked, status: Status): Promise<LinkField[] | null> {
  const getModel = modelsOf(strapi);
  const populate = linkPopulate(entry.uid, getModel);
  if (!populate) return null;
  const row: Entry | null = await rows(strapi, entry.uid).findOne({
    where: version(entry, status),
    populate,
  });
  return row && linkFields(entry.uid, row, getModel);
}

async function content(strapi: Core.Strapi, entry: Relinked, status: Status): Promise<string> {
  const getModel = modelsOf(strapi);
  const populate = populateFor(entry.uid, getModel);
  const row: Entry | null = await rows(strapi, entry.uid).findOne({
    where: version(entry, status),
    populate,
  });
  return JSON.stringify(row && contentBesideLinks(entry.uid, row, getModel));
}

const linksIn = (fields: LinkField[]): Links =>
  Object.fromEntries(
    fields.filter(({ documents }) => documents.length > 0).map(({ path, documents }) => [path, documents]),
  );

async function keptOf(strapi: Core.Strapi, { uid, documentId }: Relinked): Promise<Links | null> {
  const kept: { links: string } | null = await rows(strapi, KEPT).findOne({
    where: { uid, document: documentId },
  });
  return kept && (JSON.parse(kept.links) as Links);
}

async function keep(strapi: Core.Strapi, entry: Relinked, links: Links): Promise<void> {
  await forget(strapi, entry);
  const { uid, documentId } = entry;
  await rows(strapi, KEPT).create({ data: { uid, document: documentId, links: JSON.stringify(links) } });
}

async function forget(strapi: Core.Strapi, { uid, documentId }: Relinked): Promise<void> {
  await rows(strapi, KEPT).deleteMany({ where: { uid, document: documentId } });
}

/** The published entries that lead to one, itself among them if it does. */
async function leadingTo(strapi: Core.Strapi, { uid, documentId }: Relinked): Promise<Relinked[]> {
  const kept: { uid: string; document: string }[] = await rows(strapi, KEPT).findMany({
    where: { $or: [{ links: { $contains: `"${documentId}"` } }, { uid, document: documentId }] },
    orderBy: [{ id: 'asc' }],
  });
  return kept.map((each) => ({ uid: each.uid, documentId: each.document }));
}

/**
 * Makes a version of an entry lead where it led when it was published (or where `links` say), as far as that is there; whether
 * it had to.
 */
async function relink(strapi: Core.Strapi, entry: Relinked, status: Status, links?: Links): Promise<boolean> {
  const kept = links ?? (await keptOf(strapi, entry));
  const fields = kept && (await read(strapi, entry, status));
  let changed = false;
  for (const { path, documents, target, owner } of fields ?? []) {
    const wanted = await rowsOf(strapi, target, kept?.[path] ?? [], status);
    if (wanted.map(({ documentId }) => documentId).join() === documents.join()) continue;
    changed = true;
    // Only the relation: the time of the last change says whether a draft has changes that aren't published.
    const set = wanted.map(({ id }) => ({ id }));
    await rows(strapi, owner.uid).updateRelations(owner.id, { [owner.attribute]: { set } });
  }
  return changed;
}

async function cutLinksToItself(strapi: Core.Strapi, entry: Relinked, status: Status): Promise<void> {
  for (const { documents, target, owner } of (await read(strapi, entry, status)) ?? [])
    if (target === entry.uid && documents.includes(entry.documentId))
      await rows(strapi, owner.uid).updateRelations(owner.id, { [owner.attribute]: { set: [] } });
}

/** The rows of documents in a version, in the order given; those that have none are left out. */
async function rowsOf(
  strapi: Core.Strapi,
  uid: string,
  documents: string[],
  status: Status,
): Promise<{ id: number; documentId: string }[]> {
  if (documents.length === 0) return [];
  const found: { id: number; documentId: string }[] = await rows(strapi, uid).findMany({
    where: { documentId: { $in: documents }, publishedAt: status === 'draft' ? null : { $notNull: true } },
    select: ['id', 'documentId'],
  });
  return documents.flatMap((documentId) => found.find((row) => row.documentId === documentId) ?? []);
}
