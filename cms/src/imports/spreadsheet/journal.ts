import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { whenQuiet } from '../../jobs';
import type { ImportEntry, ImportState, Kept } from '../../rules/spreadsheet/imports';
import type { Fate } from '../../rules/spreadsheet/sheet';
import type { Content } from '../../rules/versions/content';
import type { Entry } from '../../schema/model';
import { WORKSHOP } from '../../schema/uids';
import { rows, type Transaction } from '../../strapi/documents';
import { addTable } from '../../strapi/tables';

/** An import of a sheet's workshops for a partner. */
export interface StoredImport {
  id: number;
  /** documentId of the partner. */
  partner: string;
  name: string;
  admin: number;
  who: string;
  /** By which door it came, as versions say it. */
  source: string;
  at: number;
  publish: boolean;
  state: ImportState;
  /** Rows of the journal that are done in this state. */
  position: number;
  /** Rows of the journal. */
  total: number;
  reason: string | null;
  endedAt: number | null;
  /** Who has it undone; null while nobody does. */
  undoAdmin: number | null;
  undoWho: string | null;
}

/** What a partner's sheets call one of its workshops (documentId). */
export interface OwnName {
  own: string;
  document: string;
}

/** What is asked for with an import. */
export type ImportOrder = Pick<StoredImport, 'partner' | 'name' | 'admin' | 'who' | 'publish' | 'source'>;

/** What was done of a row of the journal so far. */
export type Phase = 'planned' | 'written' | 'published' | 'undone' | 'kept';

/** What an import does with one workshop, and how that was before. */
export interface JournalRow {
  id: number;
  position: number;
  fate: Fate;
  /** Rows of the sheet. */
  rows: number[];
  title: string;
  data: Entry;
  ownId: string | null;
  /** documentId; null while it is to be created. */
  document: string | null;
  phase: Phase;
  /** Number of the version before; null when there was none. */
  before: number | null;
  /** What visitors saw before; null when they saw nothing. */
  seenBefore: Content | null;
  /** What sheets called this workshop before, and which one its name meant; null when no name has changed. */
  namesBefore: OwnName[] | null;
  /** Number of the version that the import left. */
  after: number | null;
  /** Whether it was published by the import, however it stands now. */
  shown: boolean;
  /** Why it was not published, or kept when the import was undone. */
  why: string | null;
}

type NewRow = Pick<JournalRow, 'fate' | 'rows' | 'title' | 'data' | 'ownId' | 'document'>;

const IMPORT = 'imports::spreadsheet-import';
const IMPORTS = 'spreadsheet_imports';
const ROW = 'imports::spreadsheet-row';
const ROWS = 'spreadsheet_import_rows';
const OWN_ID = 'imports::spreadsheet-id';

/** For how long an import may be undone, in milliseconds. */
const UNDO_FOR = 30 * 24 * 60 * 60_000;

/** Adds the tables of imports, of what they did, and of what partners call their workshops. To be called in `register()`. */
export function addJournal(strapi: Core.Strapi): void {
  addTable(strapi, {
    uid: IMPORT,
    name: IMPORTS,
    columns: {
      partner: { type: 'string' },
      name: { type: 'string' },
      admin: { type: 'integer' },
      who: { type: 'string' },
      source: { type: 'string' },
      at: { type: 'biginteger' },
      publish: { type: 'boolean' },
      state: { type: 'string' },
      position: { type: 'integer' },
      total: { type: 'integer' },
      reason: { type: 'text' },
      endedAt: { type: 'biginteger' },
      undoAdmin: { type: 'integer' },
      undoWho: { type: 'string' },
      // The partner while it is under way: there is one at a time.
      underWay: { type: 'string' },
    },
    indexes: [
      { name: 'spreadsheet_imports_under_way', columns: ['under_way'], type: 'unique' },
      { name: 'spreadsheet_imports_partner', columns: ['partner'] },
    ],
  });
  addTable(strapi, {
    uid: ROW,
    name: ROWS,
    columns: {
      import: { type: 'integer' },
      position: { type: 'integer' },
      fate: { type: 'string' },
      rows: { type: 'text' },
      title: { type: 'string' },
      data: { type: 'text' },
      ownId: { type: 'string' },
      document: { type: 'string' },
      phase: { type: 'string' },
      before: { type: 'integer' },
      seenBefore: { type: 'text' },
      namesBefore: { type: 'text' },
      after: { type: 'integer' },
      shown: { type: 'boolean' },
      why: { type: 'text' },
    },
    indexes: [{ name: 'spreadsheet_import_rows_position', columns: ['import', 'position'], type: 'unique' }],
  });
  addTable(strapi, {
    uid: OWN_ID,
    name: 'spreadsheet_ids',
    columns: {
      partner: { type: 'string' },
      own: { type: 'string' },
      document: { type: 'string' },
    },
    indexes: [{ name: 'spreadsheet_ids_own', columns: ['partner', 'own'], type: 'unique' }],
  });
}

const imports = (strapi: Core.Strapi) => rows(strapi, IMPORT);
const journal = (strapi: Core.Strapi) => rows(strapi, ROW);
const ownIds = (strapi: Core.Strapi) => rows(strapi, OWN_ID);

const asImport = ({ at, endedAt, publish, source, ...row }: StoredImport): StoredImport => ({
  ...row,
  // Those put down before it was kept came from the admin.
  source: source ?? 'import',
  at: Number(at),
  publish: Boolean(publish),
  endedAt: endedAt === null ? null : Number(endedAt),
});

interface StoredRow extends Omit<JournalRow, 'rows' | 'data' | 'seenBefore' | 'namesBefore'> {
  rows: string;
  data: string;
  seenBefore: string | null;
  namesBefore: string | null;
}

const parsed = <Value>(text: string | null): Value | null =>
  text === null ? null : (JSON.parse(text) as Value);

const asRow = ({ rows: sheetRows, data, shown, seenBefore, namesBefore, ...row }: StoredRow): JournalRow => ({
  ...row,
  shown: Boolean(shown),
  rows: JSON.parse(sheetRows) as number[],
  data: JSON.parse(data) as Entry,
  seenBefore: parsed(seenBefore),
  namesBefore: parsed(namesBefore),
});

/** Any number will do, as long as nothing else locks by it. */
const IMPORTS_LOCK = 7_231_434;

/**
 * Makes sure that no import of a partner's (documentId) goes on, and that none begins until the transaction at hand ends. SQLite does
 * the latter by itself.
 * @param before what is to wait: "import this"
 * @throws ValidationError
 */
export async function requireNoneUnderWay(
  strapi: Core.Strapi,
  partner: string,
  before: string,
  transaction: Transaction,
): Promise<void> {
  if (strapi.db.dialect.client === 'postgres')
    await strapi.db.connection
      .raw('select pg_advisory_xact_lock(?, hashtext(?))', [IMPORTS_LOCK, partner])
      .transacting(transaction);
  if ((await imports(strapi).count({ where: { underWay: partner } })) > 0)
    throw new errors.ValidationError(`An import is under way. Wait until it is done, then ${before}.`);
}

/** Rows that one statement writes: SQLite takes no more than 500. */
const WRITTEN_AT_ONCE = 500;

/**
 * Puts an import down, with all that it is going to do, in the transaction at hand.
 * @throws ValidationError while another of the partner's goes on
 */
export async function putDownImport(
  strapi: Core.Strapi,
  { partner, ...given }: ImportOrder,
  planned: NewRow[],
  transaction: Transaction,
): Promise<number> {
  await requireNoneUnderWay(strapi, partner, 'import this', transaction);
  const { id } = await imports(strapi).create({
    data: {
      ...given,
      partner,
      underWay: partner,
      at: Date.now(),
      state: 'writing',
      position: 0,
      total: planned.length,
    },
  });
  for (let from = 0; from < planned.length; from += WRITTEN_AT_ONCE)
    await strapi.db
      .connection(ROWS)
      .transacting(transaction)
      .insert(
        planned
          .slice(from, from + WRITTEN_AT_ONCE)
          .map(({ rows: sheetRows, data, ownId, ...row }, index) => ({
            ...row,
            import: id,
            position: from + index,
            rows: JSON.stringify(sheetRows),
            data: JSON.stringify(data),
            own_id: ownId,
            phase: 'planned' satisfies Phase,
            shown: false,
          })),
      );
  return id;
}

/** An import by its id; null when there is none. */
export async function importNumbered(strapi: Core.Strapi, id: number): Promise<StoredImport | null> {
  const found: StoredImport | null = await imports(strapi).findOne({ where: { id } });
  return found && asImport(found);
}

/** Some imports, the latest first. */
export async function importsWhere(strapi: Core.Strapi, where: Entry, most: number): Promise<StoredImport[]> {
  const found: StoredImport[] = await imports(strapi).findMany({
    where,
    orderBy: [{ id: 'desc' }],
    limit: most,
  });
  return found.map(asImport);
}

/**
 * What is another once a workshop was made for a partner (documentId), by whomever, or an import of its began: what was
 * rehearsed before is no longer so, and could make workshops twice.
 */
export async function rehearsedAt(strapi: Core.Strapi, partner: string): Promise<string> {
  const [last] = await importsWhere(strapi, { partner }, 1);
  const newest: { id: number } | null = await rows(strapi, WORKSHOP).findOne({
    select: ['id'],
    where: { partner: { documentId: partner }, publishedAt: null },
    orderBy: [{ id: 'desc' }],
  });
  return `${last?.id} ${newest?.id}`;
}

/** The imports that are under way. */
export const underWay = (strapi: Core.Strapi): Promise<StoredImport[]> =>
  importsWhere(strapi, { underWay: { $notNull: true } }, 10_000);

/** Keeps others from an import's next steps until the transaction at hand ends. False when somebody else took them already. */
export async function hold(strapi: Core.Strapi, { id, state, position }: StoredImport): Promise<boolean> {
  const { count } = await imports(strapi).updateMany({
    where: { id, state, position },
    data: { position },
  });
  return count === 1;
}

/** Notes how an import stands, in the transaction at hand. */
export async function noteImport(
  strapi: Core.Strapi,
  id: number,
  data: Partial<StoredImport> & { underWay?: string | null },
): Promise<void> {
  await imports(strapi).updateMany({ where: { id }, data });
}

/** The next rows of an import's journal that have one of these phases, from a position on. */
export async function rowsFrom(
  strapi: Core.Strapi,
  id: number,
  position: number,
  phases: Phase[],
  most: number,
): Promise<JournalRow[]> {
  const found: StoredRow[] = await journal(strapi).findMany({
    where: { import: id, position: { $gte: position }, phase: { $in: phases } },
    orderBy: [{ position: 'asc' }],
    limit: most,
  });
  return found.map(asRow);
}

/** A row of the journal without what it says. */
type WrittenRow = Pick<
  JournalRow,
  'id' | 'position' | 'fate' | 'title' | 'document' | 'phase' | 'before' | 'after' | 'shown' | 'why'
>;

/** All rows of an import's journal that it wrote, without what they say. */
export async function writtenRows(strapi: Core.Strapi, id: number): Promise<WrittenRow[]> {
  const found: WrittenRow[] = await journal(strapi).findMany({
    select: ['id', 'position', 'fate', 'title', 'document', 'phase', 'before', 'after', 'shown', 'why'],
    where: { import: id, document: { $notNull: true }, fate: { $ne: 'same' } },
    orderBy: [{ position: 'asc' }],
  });
  return found.map((row) => ({ ...row, shown: Boolean(row.shown) }));
}

type Noted = Partial<
  Pick<JournalRow, 'phase' | 'before' | 'after' | 'shown' | 'why' | 'seenBefore' | 'namesBefore'>
>;

/** What is noted of a row that is not published. */
export const CHANGED_MEANWHILE = {
  phase: 'kept',
  why: 'It was changed while it was being brought in, and is not published. Publish it when it is ready.',
} satisfies Noted;

/** Notes what was done of a row, in the transaction at hand. */
export async function noteRow(
  strapi: Core.Strapi,
  id: number,
  { seenBefore, namesBefore, ...data }: Noted,
): Promise<void> {
  await journal(strapi).updateMany({
    where: { id },
    data: {
      ...data,
      ...(seenBefore && { seenBefore: JSON.stringify(seenBefore) }),
      ...(namesBefore && { namesBefore: JSON.stringify(namesBefore) }),
    },
  });
}

/** Notes the new workshops (documentId) that rows have made, with their first versions, in the transaction at hand. */
export async function noteMade(
  strapi: Core.Strapi,
  made: { id: number; document: string }[],
  transaction: Transaction,
): Promise<void> {
  const { connection: knex } = strapi.db;
  const cases = made.map(() => 'when ? then ?').join(' ');
  await knex(ROWS)
    .whereIn(
      'id',
      made.map(({ id }) => id),
    )
    .update({
      phase: 'written' satisfies Phase,
      document: knex.raw(
        `case id ${cases} end`,
        made.flatMap(({ id, document }) => [id, document]),
      ),
      after: 1,
    })
    .transacting(transaction);
}

/** Notes that what rows have written is published, with a version more each, in the transaction at hand. */
export async function notePublished(
  strapi: Core.Strapi,
  ids: number[],
  transaction: Transaction,
): Promise<void> {
  const { connection: knex } = strapi.db;
  await knex(ROWS)
    .whereIn('id', ids)
    .update({ phase: 'published' satisfies Phase, after: knex.raw('?? + 1', ['after']), shown: true })
    .transacting(transaction);
}

/** What a partner's sheets call its workshops, by documentId. */
export async function ownIdsOf(strapi: Core.Strapi, partner: string): Promise<Map<string, string>> {
  const found: OwnName[] = await ownIds(strapi).findMany({ where: { partner } });
  return new Map(found.map(({ own, document }) => [document, own]));
}

/**
 * Keeps what a partner's sheets call a workshop, in the transaction at hand. @returns which names this took away; null when it was
 * called so before
 */
export async function nameWorkshop(
  strapi: Core.Strapi,
  { partner, own, document }: OwnName & { partner: string },
): Promise<OwnName[] | null> {
  const where = { partner, $or: [{ own }, { document }] };
  const before: OwnName[] = await ownIds(strapi).findMany({ select: ['own', 'document'], where });
  if (before.some((name) => name.own === own && name.document === document)) return null;
  await ownIds(strapi).deleteMany({ where });
  await ownIds(strapi).create({ data: { partner, own, document } });
  return before.map((name) => ({ own: name.own, document: name.document }));
}

/** Gives workshops back what sheets called them before an import, but for those that it was not taken back of; in the transaction at hand. */
export async function restoreNames(
  strapi: Core.Strapi,
  { id, partner }: Pick<StoredImport, 'id' | 'partner'>,
): Promise<void> {
  // The last first: a name can have passed on several times.
  const renamed: { ownId: string; document: string; namesBefore: string }[] = await journal(strapi).findMany({
    select: ['ownId', 'document', 'namesBefore'],
    where: { import: id, phase: 'undone', namesBefore: { $notNull: true } },
    orderBy: [{ position: 'desc' }],
  });
  const now = await ownIdsOf(strapi, partner);
  const named = new Map(now);
  for (const { ownId, document, namesBefore } of renamed) {
    // Another import has renamed it since.
    if (named.get(document) !== ownId) continue;
    named.delete(document);
    for (const before of JSON.parse(namesBefore) as OwnName[]) named.set(before.document, before.own);
  }
  const gone = [...now].filter(([document, own]) => named.get(document) !== own);
  const back = [...named].filter(([document, own]) => now.get(document) !== own);
  for (let from = 0; from < gone.length; from += WRITTEN_AT_ONCE) {
    const some = gone.slice(from, from + WRITTEN_AT_ONCE).map(([document]) => document);
    await ownIds(strapi).deleteMany({ where: { partner, document: { $in: some } } });
  }
  for (let from = 0; from < back.length; from += WRITTEN_AT_ONCE)
    await ownIds(strapi).createMany({
      data: back.slice(from, from + WRITTEN_AT_ONCE).map(([document, own]) => ({ partner, own, document })),
    });
}

/** Keeps what a partner's sheets call new workshops, in the transaction at hand. */
export async function nameNewWorkshops(
  strapi: Core.Strapi,
  partner: string,
  named: OwnName[],
): Promise<void> {
  if (named.length === 0) return;
  await ownIds(strapi).deleteMany({ where: { partner, own: { $in: named.map(({ own }) => own) } } });
  await ownIds(strapi).createMany({ data: named.map((name) => ({ partner, ...name })) });
}

/** Forgets what sheets call a workshop, in the transaction at hand. */
export async function forgetName(strapi: Core.Strapi, document: string): Promise<void> {
  await ownIds(strapi).deleteMany({ where: { document } });
}

/** Rows of a journal that are erased at a time: others have their turn in between. */
const ERASED_AT_ONCE = 500;

/**
 * Erases what the journals hold of imports that ended so long ago that they can't be undone (`now` in milliseconds since the epoch). That
 * there was such an import, whose and how it ended stays.
 */
export async function eraseOldJournals(strapi: Core.Strapi, now: number): Promise<void> {
  const { connection: knex } = strapi.db;
  const over = knex(IMPORTS)
    .select('id')
    .where('ended_at', '<=', now - UNDO_FOR)
    .whereNull('under_way');
  const old = knex(ROWS).select('id').whereIn('import', over).limit(ERASED_AT_ONCE);
  while ((await knex(ROWS).whereIn('id', old.clone()).delete()) > 0) await whenQuiet();
}

/** An import as its partner's people are told of it, now (milliseconds since the epoch). */
export async function told(strapi: Core.Strapi, stored: StoredImport, now: number): Promise<ImportEntry> {
  const { id, name, at, who, state, publish, reason } = stored;
  const kept: JournalRow[] = await journal(strapi).findMany({
    select: ['document', 'title', 'why'],
    where: { import: id, phase: 'kept' },
  });
  const mayUndoUntil = undoableUntil(stored);
  return {
    id,
    name,
    at,
    who,
    state,
    publish,
    reason,
    ...progress(stored),
    mayUndoUntil: mayUndoUntil !== null && mayUndoUntil > now ? mayUndoUntil : null,
    kept: kept.map(
      ({ document, title, why }): Kept => ({ documentId: document ?? '', title, why: why ?? '' }),
    ),
  };
}

/** Until when an import may be undone, in milliseconds since the epoch; null when it may not. */
export const undoableUntil = ({ state, endedAt }: StoredImport): number | null =>
  state === 'done' && endedAt !== null ? endedAt + UNDO_FOR : null;

function progress({ state, publish, position, total }: StoredImport): { done: number; total: number } {
  const all = publish ? 2 * total : total;
  if (state === 'writing') return { done: position, total: all };
  if (state === 'publishing') return { done: total + position, total: all };
  return state === 'turning-back' || state === 'undoing'
    ? { done: position, total }
    : { done: all, total: all };
}
