import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { ask } from './testing/ask';
import { type FakeCms, startFakeCms } from './testing/fake-cms';

const SITE = fileURLToPath(new URL('dev.ts', import.meta.url));
const dataDir = mkdtempSync(path.join(tmpdir(), 'dev-site-'));

let cms: FakeCms;
let child: ChildProcess;
let output = '';
let url: string;

beforeAll(async () => {
  cms = await startFakeCms();
  child = spawn(process.execPath, ['--import', 'tsx', SITE], {
    env: {
      ...process.env,
      NODE_ENV: 'development',
      HOST: '127.0.0.1',
      PORT: '0',
      CMS_URL: cms.url,
      DATA_DIR: dataDir,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  url = await vi.waitUntil(() => /listens on (http:\S+)/.exec(output)?.[1], {
    timeout: 60_000,
    interval: 50,
  });
}, 90_000);
afterAll(async () => {
  child?.kill('SIGKILL');
  await cms?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

it.each([
  ['/deep-dive', 200, 'Deep Dive'],
  ['/workshops', 200, 'Find a workshop'],
  ['/workshops.svg', 200, '<svg'],
  ['/workshops/boise-2027-03-06.svg', 200, '<svg'],
  ['/nowhere', 404, 'We can’t find that page'],
  ['/_gallery/Hero/usual', 200, '/gallery/main.tsx'],
  ['/src/entry-client.tsx', 200, 'hydrateRoot'],
])('in development, %s is there', { timeout: 60_000 }, async (address, status, text) => {
  const answer = await ask(url, address);
  expect([answer.status, output]).toEqual([status, expect.not.stringContaining('Error')]);
  expect(answer.text).toContain(text);
});
