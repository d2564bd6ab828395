import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../scripts/lib/temporary';
import { PASSWORD, startCms } from './cms';
import { createDatabase, isPostgresLeftOut, queryDatabase } from './databases';
import { environment } from './environment';
import { signIn } from './stories';

const folders: string[] = [];
function newFolder(): string {
  const folder = temporaryFolder('start');
  folders.push(folder);
  return folder;
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Starts a CMS in a process of its own and stops it as soon as it is ready. */
function startAndStop(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'start-and-stop.cjs')], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, output })));
}

describe('the CMS refuses to start', () => {
  it('without a secret, naming it and the remedy', async () => {
    const env = { ...environment({ dataDir: newFolder() }), ADMIN_JWT_SECRET: 'changeme' };
    const { code, output } = await startAndStop(env);
    expect(code).not.toBe(0);
    expect(output).toContain('ADMIN_JWT_SECRET is a well-known default: set it to a secret of its own');
  });

  it('as a demonstration that others can reach', async () => {
    const env = { ...environment({ dataDir: newFolder() }), DEMO_MODE: 'true', HOST: '0.0.0.0' };
    const { code, output } = await startAndStop(env);
    expect(code).not.toBe(0);
    expect(output).toContain('DEMO_MODE is on while HOST is 0.0.0.0');
  });
});

describe('demonstration accounts', () => {
  it('are closed when the database is used for anything but a demonstration', async () => {
    const dataDir = newFolder();
    const demonstration = await startCms({ dataDir });
    const admin = await signIn(demonstration, 'admin@demo.test', 'strapi-super-admin');
    expect((await admin.ask('/admin/users/me')).status).toBe(200);
    await demonstration.stop();

    const production = await startCms({ dataDir });
    try {
      const answer = await fetch(`${production.url}/admin/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'admin@demo.test', password: PASSWORD }),
      });
      expect(answer.status).toBe(400);
    } finally {
      await production.stop();
    }
  });
});

describe.skipIf(isPostgresLeftOut)('two CMS processes that start at once on one PostgreSQL', () => {
  it('make tables, roles and pages once', { timeout: 180_000 }, async () => {
    const { url, drop } = await createDatabase('postgres');
    try {
      const starts = await Promise.all(
        [newFolder(), newFolder()].map((dataDir) => startAndStop(environment({ dataDir, databaseUrl: url }))),
      );
      for (const { code, output } of starts) expect(code, output).toBe(0);
      const count = async (sql: string) => (await queryDatabase(url, sql))[0]?.count;
      expect(
        await count(`select count(*) from pages where slug = 'deep-dive' and published_at is null`),
      ).toBe('1');
      expect(await count(`select count(*) from admin_roles where code = 'marketing'`)).toBe('1');
      expect(await count('select count(*) from scholarships where published_at is null')).toBe('1');
    } finally {
      await drop();
    }
  });
});
