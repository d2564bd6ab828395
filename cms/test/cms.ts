import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { expect, vi } from 'vitest';
import { createDatabase, type Database } from './databases';
import { environment } from './environment';
import { copyTemplate } from './template';

const requireHere = createRequire(import.meta.url);
const appDir = path.resolve(import.meta.dirname, '..');
const distDir = path.join(appDir, '.tmp/test-dist');

export const PASSWORD = 'Story-Telling-2027';

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
  /** A folder of the caller's, kept when the CMS stops; its database begins empty. */
  dataDir?: string;
  /** More of the environment. */
  env?: Record<string, string>;
}

/** Starts a CMS with the page seeded and no demonstration data, on a new database and data folder unless told otherwise. */
export async function startCms({
  database = 'sqlite',
  env = {},
  ...options
}: CmsOptions = {}): Promise<RunningCms> {
  const { dataDir, store } = options.dataDir
    ? { dataDir: options.dataDir, store: await createDatabase(database) }
    : await copyTemplate(database);
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
