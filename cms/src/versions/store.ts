import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { type Content, comparable, contentOf, type Reference } from '../rules/versions/content';
import type { Done, HistoryEntry } from '../rules/versions/history';
import type { Entry } from '../schema/model';
import { modelsOf, rows, type Transaction } from '../strapi/documents';
import { addTable } from '../strapi/tables';
import { WholeReader } from './reading';
import type { Writer } from './writer';

/** A document of a type (uid). */
export interface DocumentName {
  uid: string;
  documentId: string;
}

/** One change of a document. */
export interface Version extends HistoryEntry, Writer {
  id: number;
  /** Tells its content from others (`hashOf`). */
  hash: string;
}

/** A version as it is stored. Its content is that of the version before when it holds none. */
interface StoredVersion extends Version {
  uid: string;
  document: string;
  content: string | null;
}

const VERSION = 'versions::version';
const TABLE = 'versions';
/** Any number will do, as long as nothing else locks by it. */
const VERSIONS_LOCK = 7_231_413;

/** Adds the table of versions. To be called in `register()`. */
export function addVersions(strapi: Core.Strapi): void {
  addTable(strapi, {
    uid: VERSION,
    name: TABLE,
    columns: {
      uid: { type: 'string' },
      document: { type: 'string' },
      number: { type: 'integer' },
      action: { type: 'string' },
      restored: { type: 'integer' },
      hash: { type: 'string' },
      // `Content` as JSON; null when it is that of the version before. PostgreSQL's own JSON would not keep its order.
      content: { type: 'text' },
      // Milliseconds since the epoch.
      at: { type: 'biginteger' },
      admin: { type: 'integer' },
      name: { type: 'string' },
      source: { type: 'string' },
      opening: { type: 'string' },
    },
    indexes: [
      { name: 'versions_number', columns: ['uid', 'document', 'number'], type: 'unique' },
      { name: 'versions_at', columns: ['at'] },
    ],
  });
}

const versions = (strapi: Core.Strapi) => rows(strapi, VERSION);

const WITHOUT_CONTENT = [
  'id',
  'number',
  'action',
  'restored',
  'hash',
  'at',
  'admin',
  'name',
  'source',
  'opening',
];

const asVersion = ({ at, ...row }: Version): Version => ({ ...row, at: Number(at) });

/**
 * Lets changes of a document come one after the other until the transaction ends, so that each has a number of its own.
 * SQLite does so by itself.
 */
export async function waitForTurn(
  strapi: Core.Strapi,
  { uid, documentId }: DocumentName,
  transaction: Transaction,
): Promise<void> {
  await waitForTurns(strapi, uid, [documentId], transaction);
}

/** As `waitForTurn`, of many documents of a type. */
export async function waitForTurns(
  strapi: Core.Strapi,
  uid: string,
  documentIds: string[],
  transaction: Transaction,
): Promise<void> {
  if (strapi.db.dialect.client === 'postgres')
    await strapi.db.connection
      .raw('select pg_advisory_xact_lock(?, hashtext(name)) from unnest(?::text[]) as name', [
        VERSIONS_LOCK,
        // In one order for all who wait for several.
        documentIds.map((documentId) => `${uid} ${documentId}`).sort(),
      ])
      .transacting(transaction);
}

/** A document as it stands: of its draft when its type has such. */
export interface Standing {
  content: Content;
  /** When it was saved last, in milliseconds since the epoch. */
  savedAt: number;
}

/** A document as it stands; null when there is no such. */
export async function standing(strapi: Core.Strapi, document: DocumentName): Promise<Standing | null> {
  const getModel = modelsOf(strapi);
  const { uid, documentId } = document;
  const hasDrafts = getModel(uid).options?.draftAndPublish;
  const row = await WholeReader.read(strapi, uid, { documentId, ...(hasDrafts && { publishedAt: null }) });
  if (!row) return null;
  return {
    content: contentOf(uid, row, getModel),
    savedAt: new Date(row.updatedAt as string | Date).getTime(),
  };
}

/** The last version of a document; null when none was kept yet. */
export async function lastVersion(strapi: Core.Strapi, document: DocumentName): Promise<Version | null> {
  return (await versionsOf(strapi, document, { most: 1 }))[0] ?? null;
}

/** The last version of each of some documents of a type, hundreds at most, that have had few. */
export async function lastVersions(
  strapi: Core.Strapi,
  uid: string,
  documentIds: string[],
): Promise<Map<string, Version>> {
  const found: StoredVersion[] = await versions(strapi).findMany({
    select: [...WITHOUT_CONTENT, 'document'],
    where: { uid, document: { $in: documentIds } },
    orderBy: [{ number: 'asc' }],
  });
  return new Map(found.map(({ document, ...version }) => [document, asVersion(version)]));
}

/** The versions of a document, the last first: those before a number, and no more than so many. */
export async function versionsOf(
  strapi: Core.Strapi,
  { uid, documentId }: DocumentName,
  { before, most }: { before?: number; most: number },
): Promise<Version[]> {
  const found: Version[] = await versions(strapi).findMany({
    select: WITHOUT_CONTENT,
    where: { uid, document: documentId, ...(before !== undefined && { number: { $lt: before } }) },
    orderBy: [{ number: 'desc' }],
    limit: most,
  });
  return found.map(asVersion);
}

/** A version of a document by its number. */
export async function versionNumbered(
  strapi: Core.Strapi,
  document: DocumentName,
  number: number,
): Promise<Version | null> {
  const [version] = await versionsOf(strapi, document, { before: number + 1, most: 1 });
  return version?.number === number ? version : null;
}

/** What a document held as of a version, and the number of the version that brought it. */
export interface Held {
  number: number;
  content: Content;
}

/** What a document held as of a version (as of the last, without a number); null when none of its versions is kept. */
export async function heldAt(
  strapi: Core.Strapi,
  { uid, documentId }: DocumentName,
  number?: number,
): Promise<Held | null> {
  const [found]: { number: number; content: string }[] = await versions(strapi).findMany({
    select: ['number', 'content'],
    where: {
      uid,
      document: documentId,
      content: { $notNull: true },
      ...(number !== undefined && { number: { $lte: number } }),
    },
    orderBy: [{ number: 'desc' }],
    limit: 1,
  });
  return found ? { number: found.number, content: JSON.parse(found.content) as Content } : null;
}

/** The versions after a number that brought other content, the first first. */
export async function contentAfter(
  strapi: Core.Strapi,
  { uid, documentId }: DocumentName,
  number: number,
): Promise<(Version & { content: Content })[]> {
  const found: StoredVersion[] = await versions(strapi).findMany({
    where: { uid, document: documentId, content: { $notNull: true }, number: { $gt: number } },
    orderBy: [{ number: 'asc' }],
  });
  return found.map(({ content, ...version }) => ({
    ...asVersion(version),
    content: JSON.parse(content ?? '{}') as Content,
  }));
}

export interface Kept extends Writer {
  number: number;
  action: Done;
  restored?: number;
  at: number;
  hash: string;
  /** Null when it is that of the version before. */
  content: Content | null;
}

/** The same for contents that say the same, and for no others. */
export const hashOf = (content: Content): string =>
  createHash('sha256').update(comparable(content)).digest('base64url');

/** Keeps a version, in the transaction at hand. */
export const keep = (strapi: Core.Strapi, { uid, documentId }: DocumentName, version: Kept): Promise<void> =>
  keepAll(strapi, uid, [{ documentId, ...version }]);

/** Keeps a version each of many documents of a type, in the transaction at hand. */
export async function keepAll(
  strapi: Core.Strapi,
  uid: string,
  kept: ({ documentId: string } & Kept)[],
): Promise<void> {
  await versions(strapi).createMany({
    data: kept.map(({ documentId, content, ...version }) => ({
      uid,
      document: documentId,
      ...version,
      content: content && JSON.stringify(content),
    })),
  });
}

/** The last version of each of the documents that changed last, the last first. */
export async function lastChanged(
  strapi: Core.Strapi,
  where: Entry,
  most: number,
): Promise<(Version & DocumentName)[]> {
  const found = new Map<string, Version & DocumentName>();
  let before: number | undefined;
  let batch: StoredVersion[];
  do {
    batch = await versions(strapi).findMany({
      select: [...WITHOUT_CONTENT, 'uid', 'document'],
      where: { $and: [where, before === undefined ? {} : { id: { $lt: before } }] },
      orderBy: [{ id: 'desc' }],
      limit: BATCH,
    });
    for (const { uid, document, ...version } of batch)
      if (found.size < most && !found.has(`${uid} ${document}`))
        found.set(`${uid} ${document}`, { ...asVersion(version), uid, documentId: document });
    before = batch.at(-1)?.id;
  } while (batch.length === BATCH && found.size < most);
  return [...found.values()];
}

/** A number that grows with every version that is kept; or with those of some types alone. */
export async function lastChange(strapi: Core.Strapi, uids?: string[]): Promise<number> {
  const [last]: { id: number }[] = await versions(strapi).findMany({
    select: ['id'],
    where: uids ? { uid: { $in: uids } } : {},
    orderBy: [{ id: 'desc' }],
    limit: 1,
  });
  return last?.id ?? 0;
}

const BATCH = 100;
/** Documents that one statement asks for. */
const ASKED_AT_ONCE = 5_000;

/** The number of the last version of each of some documents of a type that have one. */
export async function lastNumbers(
  strapi: Core.Strapi,
  uid: string,
  documentIds: string[],
): Promise<Map<string, number>> {
  const last = new Map<string, number>();
  for (let from = 0; from < documentIds.length; from += ASKED_AT_ONCE) {
    const found: { document: string; number: number }[] = await strapi.db
      .connection(TABLE)
      .select('document')
      .max({ number: 'number' })
      .where({ uid })
      .whereIn('document', documentIds.slice(from, from + ASKED_AT_ONCE))
      .groupBy('document');
    for (const { document, number } of found) last.set(document, number);
  }
  return last;
}

/** documentIds of what is deleted, of a type, and led to a certain entry in a field when it was changed last. */
export async function deletedWith(
  strapi: Core.Strapi,
  uid: string,
  field: string,
  documentId: string,
): Promise<string[]> {
  const table = (name: string) => strapi.db.connection({ [name]: TABLE });
  const sameDocument = (name: string) => `${name}.uid = gone.uid and ${name}.document = gone.document`;
  const later = table('later').whereRaw(`${sameDocument('later')} and later.number > gone.number`);
  const held = table('held')
    .select('content')
    .whereRaw(sameDocument('held'))
    .whereNotNull('content')
    .orderBy('number', 'desc')
    .limit(1);
  // Content as it is stored begins a reference with its documentId, and escapes the quotes in what people wrote.
  const reference = JSON.stringify({ [field]: { documentId } satisfies Partial<Reference> }).slice(1, -2);
  return table('gone')
    .where({ uid, action: 'deleted' satisfies Done })
    .whereNotExists(later)
    .whereRaw('(?) like ?', [held, `%${reference},%`])
    .pluck('gone.document');
}

/** Versions of a document that are kept however old they are. */
export const ALWAYS_KEPT = 200;
/** Milliseconds for which a version is kept, however many there are. */
export const KEPT_FOR = 400 * 24 * 60 * 60 * 1000;

/**
 * Forgets, of each document, the versions that are both older than `KEPT_FOR` and not among its last `ALWAYS_KEPT`, save the
 * one whose content the oldest that stays is told by. Done twice, or by several processes at once, it does no more.
 * @returns how many were forgotten
 */
export async function forgetOldVersions(strapi: Core.Strapi, now: number): Promise<number> {
  const old: { uid: string; document: string; last: number }[] = await strapi.db
    .connection(TABLE)
    .select('uid', 'document')
    .max({ last: 'number' })
    .where('at', '<', now - KEPT_FOR)
    .groupBy('uid', 'document');
  let forgotten = 0;
  for (const { uid, document, last } of old) {
    const [newest] = await versionsOf(strapi, { uid, documentId: document }, { most: 1 });
    const firstKept = Math.min(last + 1, (newest?.number ?? 0) - ALWAYS_KEPT + 1);
    const told = await heldAt(strapi, { uid, documentId: document }, firstKept);
    if (!told) continue;
    const { count } = await versions(strapi).deleteMany({
      where: { uid, document, number: { $lt: told.number } },
    });
    forgotten += count;
  }
  return forgotten;
}
