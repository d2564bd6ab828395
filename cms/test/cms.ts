import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { expect, vi } from 'vitest';
import { temporaryFolder } from '../../scripts/lib/temporary';
import { createDatabase, type Database } from './databases';

const requireHere = createRequire(import.meta.url);
const appDir = path.resolve(import.meta.dirname, '..');
const distDir = path.join(appDir, '.tmp/test-dist');

export const PASSWORD = 'Story-Telling-2027';

export const SECRETS = {
  APP_KEYS: 'k3JmZ0q8uT1vXw9yB2cD,p7LsN4eR6gH5iA0oQ1zE',
  ADMIN_JWT_SECRET: 'Zq8uT1vXw9yB2cDk3JmZ0p7LsN4eR6gH',
  API_TOKEN_SALT: 'Xw9yB2cDk3JmZ0p7LsN4',
  TRANSFER_TOKEN_SALT: 'B2cDk3JmZ0p7LsN4eR6g',
  ENCRYPTION_KEY: 'J5iA0oQ1zEk3JmZ0q8uT1vXw9yB2cDxY',
  INVALIDATION_SECRET: 'N4eR6gH5iA0oQ1zEk3JmZ0q8uT1vXw9y',
};

/** A CMS that runs in this process. */
export interface RunningCms {
  strapi: Core.Strapi;
  url: string;
  /** Asks the public API. */
  get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  /** Stops it and throws its data away, unless it was given the folder. */
  stop: () => Promise<void>;
}

export interface CmsOptions {
  database?: Database;
  /** A folder of the caller's, kept when the CMS stops. */
  dataDir?: string;
  /** More of the environment. */
  env?: Record<string, string>;
}

/** The environment of a CMS that is safe to start. An empty address means SQLite in the data folder. */
export function environment({ dataDir, databaseUrl = '' }: { dataDir: string; databaseUrl?: string }) {
  return {
    ...SECRETS,
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    DEMO_MODE: '',
    WEB_URLS: '',
    REDIS_URL: '',
    TRUST_PROXY: '',
    S3_BUCKET: '',
    CMS_PUBLIC_URL: '',
    STRAPI_TELEMETRY_DISABLED: 'true',
    STRAPI_DISABLE_UPDATE_NOTIFICATION: 'true',
    LOG_LEVEL: 'error',
  };
}

/** Starts a CMS with the page seeded and no demonstration data, on a new database and data folder unless told otherwise. */
export async function startCms({
  database = 'sqlite',
  env = {},
  ...options
}: CmsOptions = {}): Promise<RunningCms> {
  const dataDir = options.dataDir ?? temporaryFolder('cms');
  const store = await createDatabase(database);
  Object.assign(process.env, environment({ dataDir, databaseUrl: store.url }), env);
  const { createStrapi } = requireHere('@strapi/strapi') as typeof import('@strapi/strapi');
  const strapi = createStrapi({ appDir, distDir, serveAdminPanel: false });
  await strapi.load();
  strapi.server.mount();
  await new Promise<void>((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', () => resolve()));
  // A test that keeps the process busy must not find its connection closed.
  strapi.server.httpServer.keepAliveTimeout = 120_000;
  const { port } = strapi.server.httpServer.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    strapi,
    url,
    get: (asked, headers = {}) => fetch(`${url}${asked}`, { headers }),
    async stop() {
      await untilDatabaseIsIdle(strapi);
      await keepingListeners(() => strapi.destroy());
      await store.drop();
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** After a publication Strapi goes on reading for its events; stopped in the middle of that, it fails. */
async function untilDatabaseIsIdle(strapi: Core.Strapi): Promise<void> {
  const { pool } = strapi.db.connection.client;
  await vi.waitFor(() => expect(pool.numUsed() + pool.numPendingAcquires()).toBe(0), 30_000);
}

/** Strapi takes every listener off the process when it stops, the test runner's among them. */
async function keepingListeners(stop: () => Promise<void>): Promise<void> {
  const kept = process.eventNames().map((name) => ({ name, listeners: process.listeners(name as 'exit') }));
  await stop();
  for (const { name, listeners } of kept) for (const listener of listeners) process.on(name, listener);
}
