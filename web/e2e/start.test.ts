import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { describe, expect, test, vi } from 'vitest';
import { root } from '../../scripts/lib/paths.ts';
import { startSite } from '../../scripts/lib/site.ts';
import { temporaryFolder } from '../../scripts/lib/temporary.ts';
import { site } from './site.ts';

const isAlive = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );

/** The process that a start command runs under a name, by what is in its command line. */
function processOf(startPid: number, text: string): number {
  const processes = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)?.slice(1) ?? [])
    .map(([pid, parent, command = '']) => ({ pid: Number(pid), parent: Number(parent), command }));
  const isBelow = (pid: number): boolean => {
    const parent = processes.find((process) => process.pid === pid)?.parent;
    return parent !== undefined && (parent === startPid || isBelow(parent));
  };
  const found = processes.find(({ pid, command }) => command.includes(text) && isBelow(pid));
  if (!found) throw new Error(`No process below ${startPid} runs ${text}.`);
  return found.pid;
}

describe('The start command', () => {
  test('starts the CMS again when it ends, with a word, while the site goes on', async () => {
    const dataDir = temporaryFolder('again');
    cpSync(site.dataDir, dataDir, { recursive: true });
    const started = await startSite({ dataDir });
    try {
      expect((await fetch(`${started.url}/`)).status).toBe(200);
      process.kill(processOf(started.pid, 'strapi.js start'), 'SIGKILL');
      await vi.waitFor(() =>
        expect(started.output()).toContain('cms ended by itself (SIGKILL): it is started again.'),
      );
      expect((await fetch(`${started.url}/`)).status).toBe(200);
      await vi.waitFor(() => expect(started.output()).toContain('cms is ready again.'), 100_000);
      expect((await fetch(`${started.cmsUrl}/readyz`)).status).toBe(200);
      expect(await started.stop()).toBe(0);
      expect(await isAlive(`${started.cmsUrl}/healthz`)).toBe(false);
    } finally {
      await started.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });

  test('is ready again within 20 s, seeds nothing twice, and leaves nothing running after Ctrl-C', async () => {
    const dataDir = temporaryFolder('again');
    cpSync(site.dataDir, dataDir, { recursive: true });
    const before = performance.now();
    const started = await startSite({ dataDir });
    expect(performance.now() - before).toBeLessThan(20_000);
    expect(started.output()).not.toMatch(/Seed(ing|ed) /);
    expect(started.output()).toContain('partner@demo.test');
    expect(await isAlive(`${started.url}/healthz`)).toBe(true);
    expect(await started.stop()).toBe(0);
    expect(await isAlive(`${started.url}/healthz`)).toBe(false);
    expect(await isAlive(`${started.cmsUrl}/healthz`)).toBe(false);
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('says in one sentence that a port is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const { status, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', 'start'], {
      cwd: root,
      env: { ...process.env, PORT: `${port}` },
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr.trim()).toBe(
      `✗ Port ${port} is taken: stop what uses it, or choose another with PORT=${port + 1}.`,
    );
    await new Promise((resolve) => server.close(resolve));
  });
});
