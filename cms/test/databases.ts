import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { describe } from 'vitest';
import { isLeftOut, POSTGRES } from '../../scripts/lib/needs';

export type Database = 'sqlite' | 'postgres';

interface Client {
  connect(): Promise<void>;
  query(sql: string): Promise<{ rows: Record<string, string>[] }>;
  end(): Promise<void>;
}
const { Client } = createRequire(import.meta.url)('pg') as { Client: new (options: object) => Client };

const { host, port, user, password } = POSTGRES;
const server = { host, port, user, password };

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

const isPostgresThere = await onServer('select 1').then(
  () => true,
  (error: Error) => {
    console.warn(`No PostgreSQL answers on ${host}:${port} (${error.message}).`);
    return false;
  },
);

/** Whether what is told of PostgreSQL is left out here, and counted as skipped. */
export const isPostgresLeftOut = isLeftOut(POSTGRES, isPostgresThere);

/** The databases whose stories are told here. */
export const databases: Database[] = isPostgresLeftOut ? ['sqlite'] : ['sqlite', 'postgres'];

/** Tells a story on each database. One that is missing here has its story counted as skipped. */
export function onEachDatabase(title: string, tell: (database: Database) => void): void {
  for (const database of ['sqlite', 'postgres'] as const)
    describe.skipIf(!databases.includes(database))(`${title}, on ${database}`, () => tell(database));
}

/** A database of a test's own. SQLite's lives in the data folder, and has neither name nor address. */
export interface Store {
  name: string;
  url: string;
  drop: () => Promise<void>;
}

/** A new database: empty, or a copy of the one of this name, which nobody may be using. */
export async function createDatabase(database: Database, template = ''): Promise<Store> {
  if (database === 'sqlite') return { name: '', url: '', drop: async () => undefined };
  const name = `deep_dive_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name}${template && ` template ${template}`}`);
  // It is thrown away: nobody waits until what is stored would outlive a power cut.
  await onServer(`alter database ${name} set synchronous_commit = off`);
  const credentials = `${encodeURIComponent(server.user)}:${encodeURIComponent(server.password)}`;
  return {
    name,
    url: `postgres://${credentials}@${server.host}:${server.port}/${name}`,
    drop: async () => {
      await onServer(`drop database if exists ${name} with (force)`);
    },
  };
}
