import type { RunningCms } from './cms';
import type { Fields } from './stories';

type Row = Fields & { id: number };
/** Rows by their table. */
type Rows = Map<string, Row[]>;

/** All of a database's tables whose rows have numbers. */
async function tablesOf({ strapi }: RunningCms): Promise<string[]> {
  const { connection: knex } = strapi.db;
  const found: { name: string }[] =
    strapi.db.dialect.client === 'postgres'
      ? await knex('information_schema.columns')
          .select({ name: 'table_name' })
          .where({ column_name: 'id' })
          .whereRaw('table_schema = current_schema()')
      : await knex.raw(
          `select tables.name from sqlite_master tables join pragma_table_info(tables.name) columns
           where tables.type = 'table' and columns.name = 'id'`,
        );
  return found.map(({ name }) => name).sort();
}

/** Does some work, and resolves to all rows that are new in the database since. */
export async function newRows(cms: RunningCms, work: () => Promise<unknown>): Promise<Rows> {
  const { connection: knex } = cms.strapi.db;
  const tables = await tablesOf(cms);
  const last = new Map<string, number>();
  for (const table of tables) last.set(table, (await knex(table).max({ id: 'id' }))[0]?.id ?? 0);
  await work();
  const rows: Rows = new Map();
  for (const table of tables)
    rows.set(
      table,
      await knex(table)
        .where('id', '>', last.get(table) ?? 0)
        .orderBy('id'),
    );
  return rows;
}

interface Model {
  tableName: string;
  attributes: Record<
    string,
    {
      target?: string;
      joinTable?: {
        name: string;
        joinColumn: { name: string };
        inverseJoinColumn: { name: string };
        on?: Fields;
      };
    }
  >;
}

/** When something happened; what people typed, and what follows from it, are other times. */
const MOMENT = /(^|_)(at|until)$/;
const CONTENT = new Set(['starts_at', 'ends_at']);

/**
 * All that new rows say of documents of a type, in the order given, but for what differs each time: numbers of rows, documentIds and
 * moments. Every row belongs to one of them, or is told of in `others`, by its table.
 */
export function toldOf(
  cms: RunningCms,
  rows: Rows,
  uid: string,
  documentIds: string[],
): { documents: unknown[]; others: Record<string, number> } {
  const metadata = cms.strapi.db.metadata as unknown as Map<string, Model>;
  const seen = new Set<Row>();
  const rowsOf = (table: string): Row[] => rows.get(table) ?? [];

  const plain = (row: Row, documentId: string, without: string[]): Fields =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([column]) => column !== 'id' && !without.includes(column))
        .map(([column, value]) => {
          if (MOMENT.test(column) && !CONTENT.has(column)) return [column, value === null ? null : 'then'];
          return [column, typeof value === 'string' ? value.replaceAll(documentId, '·') : value];
        }),
    );
  const whole = (model: Model, row: Row, documentId: string): Fields => {
    seen.add(row);
    const joins = Object.entries(model.attributes).flatMap(([, { joinTable, target = '' }]) => {
      if (!joinTable?.joinColumn || !joinTable.inverseJoinColumn) return [];
      const { name, joinColumn, inverseJoinColumn, on = {} } = joinTable;
      const owned = rowsOf(name).filter(
        (join) =>
          join[joinColumn.name] === row.id &&
          Object.entries(on).every(([column, value]) => join[column] === value),
      );
      return owned.map((join) => {
        seen.add(join);
        const to = metadata.get(target) as Model;
        const found = rowsOf(to.tableName).find(({ id }) => id === join[inverseJoinColumn.name]);
        return {
          table: name,
          ...plain(join, documentId, [joinColumn.name, ...(found ? [inverseJoinColumn.name] : [])]),
          ...(found && { to: whole(to, found, documentId) }),
        };
      });
    });
    return { ...plain(row, documentId, []), joins };
  };

  const model = metadata.get(uid) as Model;
  const documents = documentIds.map((documentId) => {
    const own = rowsOf(model.tableName).filter((row) => row.document_id === documentId);
    const [draft] = own;
    const standing = own.map((row) => ({
      ...whole(model, row, documentId),
      isAsOldAsDraft: String(row.updated_at) === String(draft?.updated_at),
    }));
    const mentions = [...rows].flatMap(([table, all]) =>
      all
        .filter((row) => !seen.has(row) && JSON.stringify(row).includes(documentId))
        .map((row) => {
          seen.add(row);
          return { table, ...plain(row, documentId, []) };
        }),
    );
    return { standing, mentions };
  });
  const others = Object.fromEntries(
    [...rows]
      .map(([table, all]): [string, number] => [table, all.filter((row) => !seen.has(row)).length])
      .filter(([, count]) => count > 0),
  );
  return { documents, others };
}
