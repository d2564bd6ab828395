import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ask } from './testing/ask';

const SITE = fileURLToPath(new URL('testing/run-slow-site.ts', import.meta.url));

let child: ChildProcess;
let output = '';

/** Starts a site in a process of its own: its address. */
async function start(env: Record<string, string>): Promise<string> {
  child = spawn(process.execPath, ['--import', 'tsx', SITE], {
    env: { ...process.env, NODE_ENV: 'test', HOST: '127.0.0.1', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  return vi.waitUntil(() => /http:\S+/.exec(output)?.[0], { timeout: 30_000, interval: 20 });
}
afterEach(() => child.kill('SIGKILL'));

describe('a site that is told to stop', () => {
  it('isn’t ready at once, ends each connection, finishes what it began and writes what it keeps', {
    timeout: 60_000,
  }, async () => {
    const url = await start({ STOP_NOTICE_SECONDS: '1' });
    const slow = ask(url, '/slow', { headers: { connection: 'keep-alive' } });
    slow.catch(() => undefined);
    await once(child, 'message');
    expect((await ask(url, '/', { headers: { connection: 'keep-alive' } })).headers.connection).toBe(
      'keep-alive',
    );

    child.kill('SIGTERM');
    const ended = once(child, 'exit');
    await vi.waitFor(async () => {
      const ready = await ask(url, '/readyz', { headers: { connection: 'keep-alive' } });
      expect([ready.status, ready.headers.connection]).toEqual([503, 'close']);
      expect(JSON.parse(ready.text)).toEqual({ status: 'not ready', message: 'The site is stopping.' });
    });
    const late = await ask(url, '/', { headers: { connection: 'keep-alive' } });
    expect([late.status, late.headers.connection]).toEqual([200, 'close']);
    await vi.waitFor(() => expect(ask(url, '/')).rejects.toThrow('ECONNREFUSED'), 5000);

    child.send('answer');
    const answer = await slow;
    expect([answer.text, answer.headers.connection]).toEqual(['after a while', 'close']);
    expect(await ended).toEqual([0, null]);
    expect(output).toContain('What is kept is written.');
  });

  it('without a notice, and with nothing to finish, is gone at once', { timeout: 60_000 }, async () => {
    const url = await start({});
    await ask(url, '/', { headers: { connection: 'keep-alive' } });
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
