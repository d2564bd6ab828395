import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { POSTGRES, REDIS } from '../scripts/lib/needs.ts';
import { freePort } from '../scripts/lib/ports.ts';
import { Admin } from './admin.ts';
import { type Program, startCms, startSite } from './processes.ts';
import { FaultyProxy, type Verdict } from './proxy.ts';

const REDIS_DATABASE = 9;

export type Database = 'SQLite' | 'PostgreSQL';

export interface SiteOptions {
  /** Where it looks for the CMS, in this order. */
  cmsUrls: string[];
  /** Seconds an answer counts as fresh. */
  ttl?: number;
  /** A folder to begin with; a new one when left out. */
  dataDir?: string;
  redisUrl?: string;
  /** False for one that the CMS doesn't tell of changes. */
  told?: boolean;
}

export type Site = Program & { dataDir: string };

/** One or two CMS processes on one database, and what a scenario needs to make them suffer. */
export interface World {
  database: Database;
  cms: Program[];
  admin: Admin;
  /** A folder of this world's own, thrown away at the end. */
  folder: string;
  /** A proxy before a port, closed when the scenario ends. */
  proxyBefore(port: number, judge?: (bytes: Buffer) => Verdict): Promise<FaultyProxy>;
  /** A site, stopped when the scenario ends. At most one at a time is told of changes. */
  site(options: SiteOptions): Promise<Site>;
  newFolder(): string;
  /** Rows of its PostgreSQL, asked for on a connection of one's own. */
  rows(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** What passes between CMS and PostgreSQL. */
  databaseProxy?: FaultyProxy;
  /** Secret with which the site is told of changes. */
  secret: string;
  /** Ends what the last scenario started, and starts a CMS again that did not survive it. */
  recover(): Promise<void>;
  end(): Promise<void>;
}

const word = (): string => randomBytes(24).toString('base64url');
const PASSWORD = `Chaos-${randomBytes(9).toString('base64url')}-7a`;

/** SQLite with the demonstration's content and one CMS. */
export function sqliteWorld(): Promise<World> {
  return makeWorld('SQLite', 1, '', { DEMO_MODE: 'true', DEMO_PASSWORD: PASSWORD });
}

/** A PostgreSQL database of its own, reached through a proxy, with two CMS processes. */
export async function postgresWorld(judge: (bytes: Buffer) => Verdict): Promise<World> {
  const name = `deep_dive_chaos_${randomBytes(4).toString('hex')}`;
  await onServer('postgres', `create database ${name}`);
  try {
    const databaseProxy = await FaultyProxy.start(POSTGRES.port, judge);
    const login = `${encodeURIComponent(POSTGRES.user)}:${encodeURIComponent(POSTGRES.password)}`;
    const url = `postgres://${login}@127.0.0.1:${databaseProxy.port}/${name}`;
    const world = await makeWorld('PostgreSQL', 2, url, {});
    return {
      ...world,
      databaseProxy,
      rows: (sql, values) => onServer(name, sql, values),
      async end() {
        await world.end();
        await databaseProxy.close();
        await dropDatabase(name);
      },
    };
  } catch (error) {
    await dropDatabase(name);
    throw error;
  }
}

const dropDatabase = (name: string) => onServer('postgres', `drop database if exists ${name} with (force)`);

async function onServer(
  database: string,
  sql: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const { host, port, user, password } = POSTGRES;
  const client = new pg.Client({ host, port, user, password, database });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

async function makeWorld(
  database: Database,
  processes: number,
  databaseUrl: string,
  extra: NodeJS.ProcessEnv,
): Promise<World> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'deep-dive-chaos-'));
  const newFolder = (): string => mkdtempSync(path.join(folder, 'data-'));
  const sitePort = await freePort();
  const secret = word();
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PUBLIC_URL: `http://127.0.0.1:${sitePort}`,
    WEB_URLS: `http://127.0.0.1:${sitePort}`,
    INVALIDATION_SECRET: secret,
    APP_KEYS: `${word()},${word()}`,
    ADMIN_JWT_SECRET: word(),
    API_TOKEN_SALT: word(),
    TRANSFER_TOKEN_SALT: word(),
    ENCRYPTION_KEY: word(),
    DATABASE_URL: databaseUrl,
    STRAPI_HIDE_STARTUP_MESSAGE: 'true',
    STRAPI_TELEMETRY_DISABLED: 'true',
    STRAPI_DISABLE_UPDATE_NOTIFICATION: 'true',
    LOG_LEVEL: 'warn',
    ...extra,
  };
  const proxies: FaultyProxy[] = [];
  const sites: Site[] = [];
  const cms: Program[] = [];
  const startOne = (index: number, port: number): Promise<Program> => {
    const dataDir = path.join(folder, `cms-${index}`);
    mkdirSync(dataDir, { recursive: true });
    return startCms({ ...env, DATA_DIR: dataDir }, port, path.join(folder, `cms-${index}.log`));
  };
  const endScenario = async (): Promise<void> => {
    await Promise.all(sites.splice(0).map((site) => site.stop()));
    await Promise.all(proxies.splice(0).map((proxy) => proxy.close()));
  };
  const end = async (): Promise<void> => {
    await endScenario();
    await Promise.all(cms.map((program) => program.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (let index = 0; index < processes; index++) cms.push(await startOne(index, await freePort()));
    const url = (cms[0] as Program).url;
    const admin = extra.DEMO_MODE
      ? await Admin.signIn(url, 'admin@demo.test', PASSWORD)
      : await Admin.register(url, 'ada@example.org', PASSWORD);
    return {
      database,
      cms,
      admin,
      folder,
      secret,
      newFolder,
      async proxyBefore(port, judge) {
        const proxy = await FaultyProxy.start(port, judge);
        proxies.push(proxy);
        return proxy;
      },
      async site({ cmsUrls, ttl = 60, dataDir = newFolder(), redisUrl = '', told = true }) {
        const own = {
          ...env,
          DATA_DIR: dataDir,
          CMS_URL: cmsUrls.join(','),
          CACHE_TTL_SECONDS: String(ttl),
          REDIS_URL: redisUrl,
        };
        const port = told ? sitePort : await freePort();
        const site = { ...(await startSite(own, port, path.join(folder, 'site.log'))), dataDir };
        sites.push(site);
        return site;
      },
      rows: () => Promise.reject(new Error('Only PostgreSQL can be asked.')),
      async recover() {
        await endScenario();
        for (const [index, program] of cms.entries())
          if (!program.isRunning()) cms[index] = await startOne(index, portOf(program.url));
      },
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

export const portOf = (url: string): number => Number(new URL(url).port);

/** The address of Redis by way of a proxy before it. */
export const redisThrough = (proxy: FaultyProxy): string =>
  `redis://127.0.0.1:${proxy.port}/${REDIS_DATABASE}`;

export const redisPort = REDIS.port;
