import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cmsCommand, root } from './paths.ts';
import { type Service, stopServices, waitUntilReady } from './processes.ts';

const CMS_READY_WITHIN_MS = 300_000;
const SITE_LIVES_WITHIN_MS = 30_000;

/** A process of the product, which says what it has to say to a file. */
export interface Program {
  url: string;
  service: Service;
  /** Sends SIGTERM and waits for its end, 12 s at most. Resolves to how it ended: "0", "SIGKILL". */
  stop(): Promise<string>;
  isRunning(): boolean;
}

async function start(
  name: string,
  args: string[],
  options: {
    cwd: string;
    env: NodeJS.ProcessEnv;
    log: string;
    readyAt: string;
    withinMs: number;
    url: string;
  },
): Promise<Program> {
  const log = openSync(options.log, 'a');
  const child = spawn(process.execPath, args, {
    cwd: options.cwd,
    env: options.env,
    stdio: ['ignore', log, log],
  });
  const service = { name, child };
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  try {
    await waitUntilReady(service, options.readyAt, options.withinMs);
  } catch {
    await stopServices([service]);
    const lines = readFileSync(options.log, 'utf8').trim().split('\n');
    throw new Error(`The ${name} did not start: ${lines.slice(-3).join(' ').slice(0, 300)}`);
  }
  return {
    url: options.url,
    service,
    isRunning,
    async stop() {
      await stopServices([service]);
      return child.signalCode ?? String(child.exitCode);
    },
  };
}

/** Starts the built CMS; resolves once it is ready. */
export function startCms(env: NodeJS.ProcessEnv, port: number, log: string): Promise<Program> {
  const url = `http://127.0.0.1:${port}`;
  return start('CMS', cmsCommand, {
    cwd: path.join(root, 'cms'),
    env: { ...env, CMS_PORT: String(port) },
    log,
    url,
    readyAt: `${url}/readyz`,
    withinMs: CMS_READY_WITHIN_MS,
  });
}

/** Starts the built site; resolves once it lives, be the CMS there or not. */
export function startSite(env: NodeJS.ProcessEnv, port: number, log: string): Promise<Program> {
  const url = `http://127.0.0.1:${port}`;
  return start('site', [path.join(root, 'web/dist/server/main.js')], {
    cwd: root,
    env: { ...env, PORT: String(port) },
    log,
    url,
    readyAt: `${url}/healthz`,
    withinMs: SITE_LIVES_WITHIN_MS,
  });
}

const word = (): string => randomBytes(24).toString('base64url');

/** The environment of both programs on this machine, with new secrets, told nothing of the one around this process. */
export function productionEnvironment(siteUrl: string) {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PUBLIC_URL: siteUrl,
    WEB_URLS: siteUrl,
    INVALIDATION_SECRET: word(),
    APP_KEYS: `${word()},${word()}`,
    ADMIN_JWT_SECRET: word(),
    API_TOKEN_SALT: word(),
    TRANSFER_TOKEN_SALT: word(),
    ENCRYPTION_KEY: word(),
    STRAPI_HIDE_STARTUP_MESSAGE: 'true',
    STRAPI_TELEMETRY_DISABLED: 'true',
    LOG_LEVEL: 'warn',
  };
}
