declare module 'better-sqlite3' {
  /** The little of it that is used here. */
  export default class Database {
    constructor(file: string, options?: { fileMustExist?: boolean });
    pragma(statement: string): unknown;
    prepare(sql: string): {
      run(values: unknown[]): { lastInsertRowid: number | bigint };
      get(...values: unknown[]): unknown;
      all(): unknown[];
    };
    transaction(work: () => void): () => void;
    close(): void;
  }
}
