import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { readsField } from '../ownership/reach';
import { type Change, changesBetween } from '../rules/versions/changes';
import { type Content, dataOf, mentionsIn } from '../rules/versions/content';
import type { Comparison, History, HistoryEntry, Restored } from '../rules/versions/history';
import type { WORKSHOP } from '../schema/uids';
import { modelsOf, rows } from '../strapi/documents';
import { type Reader, requireReadable } from './access';
import { type DocumentName, heldAt, type Version, versionNumbered, versionsOf } from './store';
import { restoringVersion, writerNow } from './writer';

const PAGE_SIZE = 20;

/**
 * The history of a document: its versions before a number (the last, without one), with what each changed.
 * @throws NotFoundError ForbiddenError
 */
export async function historyOf(
  strapi: Core.Strapi,
  document: DocumentName,
  reader: Reader,
  before?: number,
): Promise<History> {
  await requireReadable(strapi, document, reader);
  const found = await versionsOf(strapi, document, { before, most: PAGE_SIZE + 1 });
  const shown = found.slice(0, PAGE_SIZE);
  const { opening } = writerNow(strapi);
  const entries = [];
  for (const version of shown)
    entries.push({
      ...told(version),
      changes: await changesOf(strapi, document, reader, version),
      own: opening !== null && version.opening === opening,
    });
  return { entries, more: found.length > shown.length };
}

const told = ({ number, action, restored, at, name, source }: Version): HistoryEntry => ({
  number,
  action,
  restored,
  at,
  name,
  source,
});

/** What a version changed; nothing for the first that is kept. */
async function changesOf(
  strapi: Core.Strapi,
  document: DocumentName,
  reader: Reader,
  { number }: Version,
): Promise<Change[]> {
  const held = await heldAt(strapi, document, number);
  if (held?.number !== number) return [];
  const before = await heldAt(strapi, document, number - 1);
  return before
    ? readable(
        reader,
        document.uid,
        changesBetween(document.uid, before.content, held.content, modelsOf(strapi)),
      )
    : [];
}

const readable = ({ ability }: Reader, uid: string, changes: Change[]): Change[] =>
  changes.filter(({ field }) => readsField(ability, uid, field));

/**
 * What was changed from one version of a document to another, whichever is the later.
 * @throws NotFoundError ForbiddenError
 */
export async function compareVersions(
  strapi: Core.Strapi,
  document: DocumentName,
  reader: Reader,
  [from, to]: [number, number],
): Promise<Comparison> {
  await requireReadable(strapi, document, reader);
  const [before, after] = [await required(strapi, document, from), await required(strapi, document, to)];
  const changes = changesBetween(document.uid, before.content, after.content, modelsOf(strapi));
  return { changes: readable(reader, document.uid, changes) };
}

async function required(strapi: Core.Strapi, document: DocumentName, number: number) {
  const held = (await versionNumbered(strapi, document, number)) && (await heldAt(strapi, document, number));
  if (!held) throw new errors.NotFoundError(`Version ${number} is not kept.`);
  return held;
}

/**
 * Makes the draft of a document (the document itself, where there are no drafts) say what it said as of a version, as far as
 * the reader may change it and what it led to is still there. All rules about saving hold.
 * @throws NotFoundError ForbiddenError ValidationError
 */
export async function restoreVersion(
  strapi: Core.Strapi,
  document: DocumentName,
  reader: Reader,
  number: number,
): Promise<Restored> {
  const entity = await requireReadable(strapi, document, reader);
  if (reader.checker.cannot.update(entity))
    throw new errors.ForbiddenError('Your account may not change this entry.');
  const { content } = await required(strapi, document, number);
  const { uid, documentId } = document;
  const getModel = modelsOf(strapi);
  const isThere = await presenceOf(strapi, uid, content);
  const data = await reader.checker.sanitizeUpdateInput(entity)(dataOf(uid, content, getModel, isThere));
  await restoringVersion(number, () =>
    strapi.documents(uid as typeof WORKSHOP).update({ documentId, data: data as object }),
  );
  return {
    gone: mentionsIn(uid, content, getModel)
      .filter(({ uid: target, key }) => !isThere(target, key))
      .map(({ words }) => words),
  };
}

/** Tells of each entry and file that content leads to or shows whether it is still there. */
export async function presenceOf(
  strapi: Core.Strapi,
  uid: string,
  content: Content,
): Promise<(uid: string, key: string | number) => boolean> {
  const there = new Set<string>();
  for (const { uid: target, key } of mentionsIn(uid, content, modelsOf(strapi))) {
    const where = typeof key === 'number' ? { id: key } : { documentId: key };
    if ((await rows(strapi, target).count({ where })) > 0) there.add(`${target} ${key}`);
  }
  return (target, key) => there.has(`${target} ${key}`);
}
