import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { freePort } from './ports.ts';
import { type Supervised, supervise } from './supervisor.ts';

const READY_WITHIN_MS = 20_000;

let folder: string;
let program: string;
let port: number;
let supervised: Supervised | undefined;
let said: string[];

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'deep-dive-supervisor-'));
  program = path.join(folder, 'program.mjs');
  port = await freePort();
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line) => said.push(String(line)));
  write(
    `createServer((request, response) => response.end(String(process.pid))).listen(${port}, '127.0.0.1');`,
  );
});
afterEach(async () => {
  await supervised?.stop();
  supervised = undefined;
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** What the program does from its next start on; it notes each start. */
const write = (body: string): void =>
  writeFileSync(
    program,
    `import { createServer } from 'node:http'; import { appendFileSync } from 'node:fs';
     appendFileSync(${JSON.stringify(`${folder}/starts`)}, '.'); ${body}`,
  );
const starts = (): number => readFileSync(`${folder}/starts`, 'utf8').length;
const pid = async (): Promise<number> => Number(await (await fetch(`http://127.0.0.1:${port}`)).text());
async function start(): Promise<Supervised> {
  supervised = supervise(
    {
      name: 'cms',
      args: [program],
      env: process.env,
      url: `http://127.0.0.1:${port}`,
      readyWithinMs: READY_WITHIN_MS,
    },
    { pauses: [0, 20, 30] },
  );
  await supervised.ready;
  return supervised;
}

describe('a supervised program', () => {
  test('that is killed is started again, with a word, as often as it happens', {
    timeout: 60_000,
  }, async () => {
    await start();
    for (let times = 1; times <= 5; times++) {
      const first = await pid();
      process.kill(first, 'SIGKILL');
      await vi.waitFor(async () => expect(await pid()).not.toBe(first), READY_WITHIN_MS);
      const news = said.filter((line) => line.includes('is started again'));
      await vi.waitFor(() =>
        expect(said.filter((line) => line.includes('cms is ready again'))).toHaveLength(times),
      );
      expect(news.at(-1)).toBe('cms ended by itself (SIGKILL): it is started again.');
    }
    expect(starts()).toBe(6);
  });

  test('that can’t get ready again is given up after some tries, with a message', {
    timeout: 60_000,
  }, async () => {
    const { givenUp: end } = await start();
    write('process.exit(3);');
    const givenUp = expect(end).rejects.toThrow(
      'cms ended by itself (code 3), and could not be started again in 3 tries: the lines above say why.',
    );
    process.kill(await pid(), 'SIGKILL');
    await givenUp;
    expect(starts()).toBe(4);
    expect(said).toContain('cms ended by itself (code 3): it is started again in 0.0 s.');
  });

  test('that doesn’t get ready the first time is not tried again', { timeout: 60_000 }, async () => {
    write('process.exit(3);');
    await expect(start()).rejects.toThrow('cms stopped before it was ready');
    expect(starts()).toBe(1);
  });

  test('that is told to stop stays ended, also while it is being started again', {
    timeout: 60_000,
  }, async () => {
    const { stop } = await start();
    const first = await pid();
    await stop();
    await expect(pid()).rejects.toThrow();
    expect(() => process.kill(first, 0)).toThrow('ESRCH');

    const again = await start();
    write('setInterval(() => {}, 1000);');
    process.kill(await pid(), 'SIGKILL');
    await vi.waitFor(() => expect(starts()).toBe(3), READY_WITHIN_MS);
    await again.stop();
    expect(said.filter((line) => line.includes('is started again'))).toHaveLength(1);
  });
});
