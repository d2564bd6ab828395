import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { vi } from 'vitest';
import { freePort } from '../../scripts/lib/ports';
import { temporaryFolder } from '../../scripts/lib/temporary';
import { PASSWORD } from './cms';
import { environment } from './environment';

/** A CMS in a process of its own, as it runs for everybody: it can crash, and it hears signals. */
export interface CmsProcess {
  url: string;
  dataDir: string;
  child: ChildProcess;
  /** What it has printed so far. */
  output: () => string;
  /** Resolves when it has ended. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Whether it runs still. */
  isAlive: () => boolean;
  /** Its first administrator, signed in. */
  admin: Ask;
  /** The header that says so. */
  authorization: string;
  /** Ends it by force, and throws its data away. */
  discard: () => Promise<void>;
}

/** Asks over HTTP; `body` makes it a POST unless a method is given. Rejects when the connection is lost. */
export type Ask = (path: string, body?: unknown, method?: string) => Promise<Response>;

/** Starts a CMS with nothing but its seed, on SQLite or on the PostgreSQL at an address. */
export async function startCmsProcess({
  databaseUrl = '',
  dataDir = temporaryFolder('cms'),
  env = {},
}: {
  databaseUrl?: string;
  /** That of a process that has ended, to go on with its data. */
  dataDir?: string;
  env?: Record<string, string>;
} = {}): Promise<CmsProcess> {
  const url = `http://127.0.0.1:${await freePort()}`;
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'serve.cjs')], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      ...environment({ dataDir, databaseUrl }),
      CMS_PORT: new URL(url).port,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.once('exit', (code, signal) => resolve({ code, signal })),
  );
  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null;
  const discard = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await vi.waitUntil(
      async () => {
        if (!isAlive()) throw new Error(`The CMS did not start:\n${output}`);
        return (await fetch(`${url}/readyz`).catch(() => undefined))?.ok;
      },
      { timeout: 100_000, interval: 100 },
    );
    const authorization = `Bearer ${await signInFirst(url)}`;
    const admin = ask(url, { authorization });
    return { url, dataDir, child, output: () => output, ended, isAlive, admin, authorization, discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

/** Makes the first account, or signs in to the one that another process made; resolves to its token. */
async function signInFirst(url: string): Promise<string> {
  const account = { email: 'someone@admin.test', password: PASSWORD };
  const made = await ask(url)('/admin/register-admin', { firstname: 'Some', lastname: 'One', ...account });
  const answer = made.ok ? made : await ask(url)('/admin/login', account);
  const { data } = (await answer.json()) as { data: { token: string } };
  return data.token;
}

/** Asks a CMS over HTTP. */
export const ask =
  (url: string, headers: Record<string, string> = {}): Ask =>
  (asked, body, method = body === undefined ? 'GET' : 'POST') =>
    fetch(`${url}${asked}`, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
