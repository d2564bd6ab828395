import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { POSTGRES, REDIS } from '../scripts/lib/needs.ts';
import { freePort } from '../scripts/lib/ports.ts';
import { type Program, productionEnvironment, startCms, startSite } from '../scripts/lib/programs.ts';
import type { RunningSite } from '../scripts/lib/site.ts';

const REDIS_DATABASE = 9;
const PASSWORD = 'Story-Telling-2027';

/** A version of an entry that is to go live at a time, as the CMS keeps it. */
export interface Scheduled {
  uid: string;
  documentId: string;
  version: number;
  /** Milliseconds since the epoch. */
  at: number;
}

/** The product with its demonstration content, in as many processes as it has. */
export interface LiveSite {
  what: string;
  cmsUrls: string[];
  urls: string[];
  demoPassword: string;
  /** Puts down what is to go live, past the admin, which knows no time between two minutes. */
  putDown(changes: Scheduled[]): Promise<void>;
  stop(): Promise<void>;
}

const COLUMNS = ['uid', 'document', 'action', 'version', 'at', 'time_zone', 'admin', 'name'];
const rowOf = ({ uid, documentId, version, at }: Scheduled): (string | number)[] => [
  uid,
  documentId,
  'publish',
  version,
  at,
  'America/New_York',
  1,
  'Bench',
];

/** The site that `npm start` runs: a process of each program on SQLite. It is not stopped here. */
export function oneProcess({ url, cmsUrl, dataDir, demoPassword }: RunningSite): LiveSite {
  return {
    what: 'one process of each',
    cmsUrls: [cmsUrl],
    urls: [url],
    demoPassword,
    async putDown(changes) {
      const database = new Database(path.join(dataDir, 'cms.sqlite'), { fileMustExist: true });
      const places = COLUMNS.map(() => '?').join();
      const add = database.prepare(`insert into scheduled_changes (${COLUMNS.join()}) values (${places})`);
      for (const change of changes) add.run(rowOf(change));
      database.close();
    },
    stop: async () => undefined,
  };
}

/** Two processes of each program on one PostgreSQL database; the site is told of changes by the CMS itself, or through Redis. */
export async function twoProcesses({ redis }: { redis: boolean }): Promise<LiveSite> {
  const name = `deep_dive_bench_${randomBytes(4).toString('hex')}`;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'deep-dive-bench-'));
  const ports = [await freePort(), await freePort()];
  const urls = ports.map((port) => `http://127.0.0.1:${port}`);
  const login = [POSTGRES.user, POSTGRES.password].map(encodeURIComponent).join(':');
  await onServer('postgres', `create database ${name}`);
  const programs: Program[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(programs.map((program) => program.stop()));
    await onServer('postgres', `drop database if exists ${name} with (force)`);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const env = {
      ...productionEnvironment(urls[0] ?? ''),
      DEMO_MODE: 'true',
      DEMO_PASSWORD: PASSWORD,
      DATABASE_URL: `postgres://${login}@${POSTGRES.host}:${POSTGRES.port}/${name}`,
      DATA_DIR: folder,
      WEB_URLS: redis ? '' : urls.join(),
      ...(redis && {
        REDIS_URL: `redis://${REDIS.host}:${REDIS.port}/${REDIS_DATABASE}`,
        REDIS_PREFIX: name.replaceAll('_', '-'),
      }),
    };
    const cmsUrls: string[] = [];
    for (let index = 0; index < 2; index++) {
      const cms = await startCms(env, await freePort(), path.join(folder, `cms-${index}.log`));
      programs.push(cms);
      cmsUrls.push(cms.url);
    }
    for (const [index, port] of ports.entries()) {
      const own = { ...env, DATA_DIR: path.join(folder, `web-${index}`), CMS_URL: cmsUrls.join() };
      programs.push(await startSite(own, port, path.join(folder, `web-${index}.log`)));
    }
    return {
      what: `two of each on PostgreSQL, ${redis ? 'told through Redis' : 'told directly'}`,
      cmsUrls,
      urls,
      demoPassword: PASSWORD,
      async putDown(changes) {
        for (const change of changes) {
          const places = COLUMNS.map((_, index) => `$${index + 1}`).join();
          await onServer(
            name,
            `insert into scheduled_changes (${COLUMNS.join()}) values (${places})`,
            rowOf(change),
          );
        }
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function onServer(database: string, sql: string, values: unknown[] = []): Promise<void> {
  const { host, port, user, password } = POSTGRES;
  const client = new pg.Client({ host, port, user, password, database });
  await client.connect();
  try {
    await client.query(sql, values);
  } finally {
    await client.end();
  }
}
