import type { Core } from '@strapi/strapi';
import type { ImportEntry, ImportState, Kept } from '../../rules/spreadsheet/imports';
import type { Fate } from '../../rules/spreadsheet/sheet';
import type { Entry } from '../../schema/model';
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
  /** Number of the version that visitors saw before; null when they saw none. */
  publicBefore: number | null;
  /** Number of the version that the import left. */
  after: number | null;
  /** Whether it was published by the import, however it stands now. */
  shown: boolean;
  /** Why it was kept when the import was undone. */
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
      publicBefore: { type: 'integer' },
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

interface StoredRow extends Omit<JournalRow, 'rows' | 'data'> {
  rows: string;
  data: string;
}

const asRow = ({ rows: sheetRows, data, shown, ...row }: StoredRow): JournalRow => ({
  ...row,
  shown: Boolean(shown),
  rows: JSON.parse(sheetRows) as number[],
  data: JSON.parse(data) as Entry,
});

/** Values that SQLite takes in one statement are 32,766. */
const WRITTEN_AT_ONCE = 1_000;

/** Puts an import down, with all that it is going to do, in the transaction at hand. */
export async function putDownImport(
  strapi: Core.Strapi,
  { partner, ...given }: ImportOrder,
  planned: NewRow[],
  transaction: Transaction,
): Promise<number> {
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

/** All rows of an import's journal that it wrote, without what they say. */
export async function writtenRows(
  strapi: Core.Strapi,
  id: number,
): Promise<Omit<JournalRow, 'rows' | 'data'>[]> {
  const found: Omit<StoredRow, 'rows' | 'data'>[] = await journal(strapi).findMany({
    select: ['id', 'position', 'fate', 'title', 'document', 'phase', 'before', 'after', 'shown', 'why'],
    where: { import: id, document: { $notNull: true }, fate: { $ne: 'same' } },
    orderBy: [{ position: 'asc' }],
  });
  return found.map((row) => ({ ...row, shown: Boolean(row.shown) }) as Omit<JournalRow, 'rows' | 'data'>);
}

/** Notes what was done of a row, in the transaction at hand. */
export async function noteRow(strapi: Core.Strapi, id: number, data: Partial<JournalRow>): Promise<void> {
  await journal(strapi).updateMany({ where: { id }, data });
}

/** What a partner's sheets call its workshops, by documentId. */
export async function ownIdsOf(strapi: Core.Strapi, partner: string): Promise<Map<string, string>> {
  const found: { own: string; document: string }[] = await ownIds(strapi).findMany({ where: { partner } });
  return new Map(found.map(({ own, document }) => [document, own]));
}

/** Keeps what a partner's sheets call a workshop, in the transaction at hand. */
export async function nameWorkshop(
  strapi: Core.Strapi,
  { partner, own, document }: { partner: string; own: string; document: string },
): Promise<void> {
  await ownIds(strapi).deleteMany({ where: { partner, $or: [{ own }, { document }] } });
  await ownIds(strapi).create({ data: { partner, own, document } });
}

/** Forgets what sheets call a workshop, in the transaction at hand. */
export async function forgetName(strapi: Core.Strapi, document: string): Promise<void> {
  await ownIds(strapi).deleteMany({ where: { document } });
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
