import path from 'node:path';
import type { Core } from '@strapi/strapi';

/** Milliseconds until a database that stays silent, or all of whose connections are taken, counts as away. */
const CONNECT_WITHIN = 5_000;
const ACQUIRE_WITHIN = 10_000;
/** Milliseconds to wait for another process that writes to the same SQLite. */
const BUSY_WITHIN = 5_000;

/** What is needed of a connection of better-sqlite3. */
interface SqliteConnection {
  pragma: (statement: string) => unknown;
}

/**
 * Lets readers and a writer be at work side by side (write-ahead log; the last to close writes it back into the file).
 * better-sqlite3 would store to disk only now and then in this mode, and a power cut lose what was acknowledged: FULL
 * does so at each commit.
 */
function prepareSqlite(
  connection: SqliteConnection,
  done: (error: unknown, connection: SqliteConnection) => void,
): void {
  try {
    for (const setting of [`busy_timeout = ${BUSY_WITHIN}`, 'journal_mode = WAL', 'synchronous = FULL'])
      connection.pragma(setting);
    done(null, connection);
  } catch (error) {
    done(error, connection);
  }
}

/** SQLite under DATA_DIR, or the PostgreSQL that DATABASE_URL names. */
export default ({ env }: Core.Config.Shared.ConfigParams) => {
  const url = env('DATABASE_URL', '');
  if (!url)
    return {
      connection: {
        client: 'sqlite',
        connection: { filename: path.resolve(env('DATA_DIR', path.join('..', '.data')), 'cms.sqlite') },
        useNullAsDefault: true,
        pool: { afterCreate: prepareSqlite },
      },
    };
  return {
    connection: {
      client: 'postgres',
      connection: {
        connectionString: url,
        ssl: env.bool('DATABASE_SSL', false),
        connectionTimeoutMillis: CONNECT_WITHIN,
        keepAlive: true,
      },
      acquireConnectionTimeout: ACQUIRE_WITHIN,
      pool: { min: 2, max: env.int('DATABASE_POOL_MAX', 10) },
    },
  };
};
