import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { POSTGRES, REDIS } from '../scripts/lib/needs.ts';
import { freePort } from '../scripts/lib/ports.ts';
import { type Program, productionEnvironment, startCms, startSite } from '../scripts/lib/programs.ts';
import { Admin } from './admin.ts';
import { FaultyProxy, type Verdict } from './proxy.ts';

const REDIS_DATABASE = 9;

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

/** One or two CMS processes on one database. */
export interface World {
  /** Begins a scenario. */
  begin(): Stage;
  /** Starts a CMS again that did not survive the last scenario. */
  recover(): Promise<void>;
  /** Ends everything, and throws everything away. */
  end(): Promise<void>;
}

/** What a scenario has to make the world suffer. When it is over, nothing of it is left, and nothing more can be begun. */
export interface Stage {
  cms: Program[];
  admin: Admin;
  /** The data folder of the first CMS. */
  cmsFolder: string;
  /** The secret that the site and the CMS know. */
  secret: string;
  /** Where the CMS looks for a mail server. There is none unless a scenario starts it. */
  smtpPort: number;
  /** Starts again what has ended of the CMS. */
  recover(): Promise<void>;
  /** A proxy before a port. */
  proxyBefore(port: number): Promise<FaultyProxy>;
  /** A site. At most one at a time is told of changes. */
  site(options: SiteOptions): Promise<Site>;
  newFolder(): string;
  /** Rows of the PostgreSQL database, asked for past all proxies. */
  rows(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** Ends what it started. */
  close(): Promise<void>;
}

const PASSWORD = `Chaos-${randomBytes(9).toString('base64url')}-7a`;

/** SQLite with the demonstration's content and one CMS. */
export function sqliteWorld(): Promise<World> {
  return makeWorld({
    processes: 1,
    // As in production, programs have a moment in which what is on its way to them still arrives.
    env: { DEMO_MODE: 'true', DEMO_PASSWORD: PASSWORD, STOP_NOTICE_SECONDS: '1' },
    enter: (url) => Admin.signIn(url, 'admin@demo.test', PASSWORD),
    rows: () => Promise.reject(new Error('There is no PostgreSQL here.')),
  });
}

/** A PostgreSQL database of its own, reached through a proxy, with two CMS processes that stand behind one proxy. */
export async function postgresWorld(judge: (bytes: Buffer) => Verdict): Promise<World> {
  const name = `deep_dive_chaos_${randomBytes(4).toString('hex')}`;
  await onServer('postgres', `create database ${name}`);
  const proxy = await FaultyProxy.start(POSTGRES.port, judge);
  const dropAll = async (): Promise<void> => {
    await proxy.close();
    await onServer('postgres', `drop database if exists ${name} with (force)`);
  };
  const login = [POSTGRES.user, POSTGRES.password].map(encodeURIComponent).join(':');
  try {
    const world = await makeWorld({
      processes: 2,
      env: { DATABASE_URL: `postgres://${login}@127.0.0.1:${proxy.port}/${name}`, TRUST_PROXY: '1' },
      enter: (url) => Admin.register(url, 'ada@example.org', PASSWORD),
      rows: (sql, values) => onServer(name, sql, values),
    });
    return { ...world, end: () => world.end().finally(dropAll) };
  } catch (error) {
    await dropAll();
    throw error;
  }
}

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

interface Making {
  /** How many CMS processes. */
  processes: number;
  /** More of their environment. */
  env: NodeJS.ProcessEnv;
  /** Signs in to the first CMS. */
  enter: (cmsUrl: string) => Promise<Admin>;
  rows: Stage['rows'];
}

async function makeWorld({ processes, env: extra, enter, rows }: Making): Promise<World> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'deep-dive-chaos-'));
  const sitePort = await freePort();
  const smtpPort = await freePort();
  const env = {
    ...productionEnvironment(`http://127.0.0.1:${sitePort}`),
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    MAIL_FROM: 'hello@example.org',
    ...extra,
  };
  const folderOf = (index: number): string => path.join(folder, `cms-${index}`);
  const cms: Program[] = [];
  const startOne = (index: number, port: number): Promise<Program> => {
    mkdirSync(folderOf(index), { recursive: true });
    return startCms({ ...env, DATA_DIR: folderOf(index) }, port, path.join(folder, `cms-${index}.log`));
  };
  const end = async (): Promise<void> => {
    await Promise.all(cms.map((program) => program.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (let index = 0; index < processes; index++) cms.push(await startOne(index, await freePort()));
    const admin = await enter((cms[0] as Program).url);
    const recover = async (): Promise<void> => {
      for (const [index, program] of cms.entries())
        if (!program.isRunning()) cms[index] = await startOne(index, portOf(program.url));
    };
    const shared = {
      cms,
      admin,
      cmsFolder: folderOf(0),
      secret: env.INVALIDATION_SECRET,
      smtpPort,
      rows,
      recover,
    };
    return { begin: () => makeStage(shared, { folder, sitePort, env }), recover, end };
  } catch (error) {
    await end();
    throw error;
  }
}

type Shared = Pick<Stage, 'cms' | 'admin' | 'cmsFolder' | 'secret' | 'smtpPort' | 'rows' | 'recover'>;

function makeStage(
  shared: Shared,
  { folder, sitePort, env }: { folder: string; sitePort: number; env: NodeJS.ProcessEnv },
): Stage {
  const closers: (() => Promise<unknown>)[] = [];
  let isOver = false;
  /** What a scenario starts too late is ended at once. */
  const keep = async (close: () => Promise<unknown>): Promise<void> => {
    if (!isOver) return void closers.push(close);
    await close();
    throw new Error('The scenario is over.');
  };
  const newFolder = (): string => mkdtempSync(path.join(folder, 'data-'));
  return {
    ...shared,
    newFolder,
    async proxyBefore(port) {
      const proxy = await FaultyProxy.start(port);
      await keep(() => proxy.close());
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
      const site = await startSite(own, told ? sitePort : await freePort(), path.join(folder, 'site.log'));
      await keep(() => site.stop());
      return { ...site, dataDir };
    },
    async close() {
      isOver = true;
      await Promise.all(closers.splice(0).map((close) => close()));
    },
  };
}

export const portOf = (url: string): number => Number(new URL(url).port);

/** The address of Redis by way of a proxy before it. */
export const redisThrough = (proxy: FaultyProxy): string =>
  `redis://127.0.0.1:${proxy.port}/${REDIS_DATABASE}`;

export const redisPort = REDIS.port;
