import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { keepCommitsHonest } from '../src/strapi/transactions';
import { type RunningCms, startCms } from './cms';
import { documents, FIGURE } from './stories';

const requireHere = createRequire(import.meta.url);
const SQLITE = requireHere.resolve('better-sqlite3');
const { Database } = requireHere('@strapi/database') as typeof import('@strapi/database');

describe('the CMS on SQLite', () => {
  let cms: RunningCms;
  let other: ChildProcess | undefined;

  beforeAll(async () => {
    cms = await startCms();
  });
  afterAll(() => cms?.stop());
  afterEach(async () => {
    if (!other) return;
    const ended = once(other, 'exit');
    other.kill('SIGKILL');
    await ended;
    other = undefined;
  });

  const pragma = async (name: string): Promise<unknown> =>
    Object.values((await cms.strapi.db.connection.raw(`pragma ${name}`))[0])[0];

  /** Lets another process run this on the database, which it knows as `database`; resolves when it says so. */
  async function elsewhere(
    script: string,
    file = path.join(process.env.DATA_DIR ?? '', 'cms.sqlite'),
  ): Promise<void> {
    const opening = `const database = require(${JSON.stringify(SQLITE)})(${JSON.stringify(file)});`;
    other = spawn(
      process.execPath,
      ['-e', `${opening}${script}; process.send('done'); setInterval(() => {}, 1000)`],
      {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      },
    );
    await once(other, 'message');
  }
  const save = (key: string) =>
    documents(cms, FIGURE).create({ data: { key, phrase: `{value} ${key}`, wordingWithout: key } });

  it('writes beside readers, waits for other writers, and has stored what it says it has', async () => {
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('busy_timeout')).toBe(5000);
    expect(await pragma('synchronous'), 'FULL').toBe(2);
    expect(await pragma('foreign_keys')).toBe(1);
  });

  it('finds a workshop by its address without looking through all of them', async () => {
    const plan = await cms.strapi.db.connection.raw(
      "explain query plan select * from workshops where slug = 'deep-dive'",
    );
    expect(JSON.stringify(plan)).toContain('USING INDEX workshops_slug');
  });

  it('saves while another process reads for long', async () => {
    await elsewhere(`database.exec('begin'); database.prepare('select count(*) from figures').get()`);
    expect((await save('beside-a-reader')).documentId).toBeTruthy();
  });

  it('reads while another process writes, and saves when that is done', async () => {
    await elsewhere(`database.exec('begin immediate'); setTimeout(() => database.exec('commit'), 1000)`);
    expect((await cms.get('/api/site')).status).toBe(200);
    expect((await save('after-a-writer')).documentId).toBeTruthy();
  });

  it('outlives a database lost while accounts are counted, which nobody waits for', async () => {
    const users = cms.strapi.service('admin::user') as unknown as Record<string, () => Promise<unknown>>;
    const counts = cms.strapi.service('admin::metrics') as unknown as Record<string, () => Promise<unknown>>;
    for (const name of ['count', 'getLanguagesInUse'])
      vi.spyOn(users, name).mockRejectedValue(new Error('Connection terminated unexpectedly'));
    try {
      for (const name of ['sendDidInviteUser', 'sendDidChangeInterfaceLanguage']) await counts[name]?.();
    } finally {
      vi.restoreAllMocks();
    }
  });

  it('acknowledges nothing that it could not store, and goes on', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'deep-dive-sqlite-'));
    const filename = path.join(folder, 'notes.sqlite');
    const db = new Database({
      connection: { client: 'sqlite', connection: { filename }, useNullAsDefault: true },
      settings: { migrations: { dir: folder } },
    });
    keepCommitsHonest({ db } as Parameters<typeof keepCommitsHonest>[0]);
    const note = (text: string) =>
      db.transaction((async ({ trx }: { trx: typeof db.connection }) => {
        await trx('notes').insert({ text });
      }) as never);
    try {
      await db.connection.raw('create table notes (text text)');
      await db.connection.raw('pragma busy_timeout = 0');
      await elsewhere(
        `database.exec('begin'); database.prepare('select count(*) from notes').get(); process.on('message', () => { database.exec('commit'); process.send('ended') })`,
        filename,
      );
      await expect(note('lost')).rejects.toThrow('database is locked');
      other?.send('end');
      await once(other as ChildProcess, 'message');
      await note('kept');
      expect(await db.connection('notes').pluck('text')).toEqual(['kept']);
    } finally {
      await db.destroy();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
