import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';

export type Database = 'sqlite' | 'postgres';

interface Client {
  connect(): Promise<void>;
  query(sql: string): Promise<{ rows: Record<string, string>[] }>;
  end(): Promise<void>;
}
const { Client } = createRequire(import.meta.url)('pg') as { Client: new (options: object) => Client };

const server = {
  host: process.env.PGHOST ?? '127.0.0.1',
  port: Number(process.env.PGPORT ?? 5432),
  user: process.env.PGUSER ?? 'postgres',
  password: process.env.PGPASSWORD ?? '',
};

async function query(options: object, sql: string): Promise<Record<string, string>[]> {
  const client = new Client({ connectionTimeoutMillis: 1000, ...options });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const onServer = (sql: string) => query({ ...server, database: 'postgres' }, sql);

/** The rows a query finds in the PostgreSQL database at an address. */
export const queryDatabase = (url: string, sql: string) => query({ connectionString: url }, sql);

/** The databases to tell each story on: SQLite, and PostgreSQL where one answers (PGHOST, PGPORT, PGUSER, PGPASSWORD). */
export const databases: Database[] = await onServer('select 1').then(
  () => ['sqlite', 'postgres'],
  (error: Error) => {
    console.warn(`No PostgreSQL answers on ${server.host}:${server.port} (${error.message}): SKIPPED there.`);
    return ['sqlite'];
  },
);

/** A new, empty database: its address (empty for SQLite, which lives in the data folder), and how to throw it away. */
export async function createDatabase(
  database: Database,
): Promise<{ url: string; drop: () => Promise<void> }> {
  if (database === 'sqlite') return { url: '', drop: async () => undefined };
  const name = `deep_dive_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name}`);
  const credentials = `${encodeURIComponent(server.user)}:${encodeURIComponent(server.password)}`;
  return {
    url: `postgres://${credentials}@${server.host}:${server.port}/${name}`,
    drop: async () => {
      await onServer(`drop database if exists ${name} with (force)`);
    },
  };
}
