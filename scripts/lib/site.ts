import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './paths.ts';
import { freePort } from './ports.ts';

const READY_WITHIN_MS = 300_000;

/** A running site with its CMS, started as `npm start` does. */
export interface RunningSite {
  url: string;
  cmsUrl: string;
  dataDir: string;
  demoPassword: string;
  /** The start command's process id. */
  pid: number;
  /** What the start command has printed so far. */
  output: () => string;
  /** Ends it as Ctrl-C does; resolves to the exit code. */
  stop: () => Promise<number | null>;
}

/**
 * Starts the site on free ports and, unless told otherwise, on a new data folder. Rejects with what was printed when it fails.
 * @param options.env more of the environment
 */
export async function startSite(
  options: { dataDir?: string; env?: Record<string, string> } = {},
): Promise<RunningSite> {
  const dataDir = options.dataDir ?? mkdtempSync(path.join(os.tmpdir(), 'deep-dive-'));
  const [port, cmsPort] = [await freePort(), await freePort()];
  const demoPassword = 'Story-Telling-2027';
  const { NODE_ENV: _, VITEST: __, ...environment } = process.env;
  const child = spawn(process.execPath, ['scripts/run.mjs', 'start'], {
    cwd: root,
    env: {
      ...environment,
      DATA_DIR: dataDir,
      PORT: `${port}`,
      CMS_PORT: `${cmsPort}`,
      DEMO_PASSWORD: demoPassword,
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`${why}\n${output}`));
    const timer = setTimeout(() => {
      child.kill('SIGTERM');
      fail(`The start command was not ready within ${READY_WITHIN_MS / 1000} s.`);
    }, READY_WITHIN_MS);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (!output.includes('Deep Dive is ready')) return;
        clearTimeout(timer);
        resolve();
      });
    }
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`The start command ended with ${code}.`);
    });
  });
  return {
    url: `http://localhost:${port}`,
    cmsUrl: `http://localhost:${cmsPort}`,
    dataDir,
    demoPassword,
    pid: child.pid as number,
    output: () => output,
    stop: async () => {
      if (child.exitCode !== null) return child.exitCode;
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      return ended;
    },
  };
}
