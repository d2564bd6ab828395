import path from 'node:path';
import Database from 'better-sqlite3';

export type Row = Record<string, string | number | null>;

/** Writes many rows into a demonstration's database. The CMS must be stopped. */
export function writing(dataDir: string, write: (database: Database) => void): void {
  const database = new Database(path.join(dataDir, 'cms.sqlite'), { fileMustExist: true });
  try {
    // A crash would cost a database that is thrown away anyway.
    for (const setting of ['synchronous = off', 'journal_mode = off', 'foreign_keys = off'])
      database.pragma(setting);
    database.pragma('cache_size = -400000');
    database.transaction(() => write(database))();
  } finally {
    database.close();
  }
}

/** Inserts rows, which must have the same columns each time, and tells their id. */
export function inserter(database: Database): (table: string, row: Row) => number {
  const statements = new Map<string, ReturnType<Database['prepare']>>();
  return (table, row) => {
    let statement = statements.get(table);
    if (!statement) {
      const columns = Object.keys(row);
      const names = columns.map((column) => `"${column}"`);
      statement = database.prepare(`insert into ${table} (${names}) values (${columns.map(() => '?')})`);
      statements.set(table, statement);
    }
    return Number(statement.run(Object.values(row)).lastInsertRowid);
  };
}
