import { existsSync } from 'node:fs';
import { Agent, type IncomingMessage, request } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type CmsProcess, startCmsProcess } from './cms-process';
import { FIGURE } from './stories';

const Sqlite = createRequire(import.meta.url)('better-sqlite3') as new (
  file: string,
  options: { readonly: boolean },
) => { prepare(sql: string): { get(): unknown }; close(): void };

const BODY = JSON.stringify({ key: 'slow', phrase: '{value} slow', wordingWithout: 'slow' });

describe('a CMS that is told to stop', () => {
  let cms: CmsProcess;
  const agent = new Agent({ keepAlive: true });

  beforeAll(async () => {
    cms = await startCmsProcess({ env: { STOP_NOTICE_SECONDS: '2' } });
  });
  afterAll(async () => {
    agent.destroy();
    await cms?.discard();
  });

  /** Begins a save, and sends the end of it when the returned function is called. Resolves once the CMS has begun too. */
  const beginSave = (): Promise<() => Promise<IncomingMessage>> =>
    new Promise((resolve, reject) => {
      const headers = {
        authorization: cms.authorization,
        'content-type': 'application/json',
        'content-length': BODY.length,
        expect: '100-continue',
      };
      const url = `${cms.url}/content-manager/collection-types/${FIGURE}`;
      const save = request(url, { agent, method: 'POST', headers });
      const answer = new Promise<IncomingMessage>((answered, failed) => {
        save.once('response', answered).once('error', failed);
      });
      answer.catch(reject);
      save.once('continue', () => {
        save.write(BODY.slice(0, 20));
        resolve(() => {
          save.end(BODY.slice(20));
          return answer;
        });
      });
      save.flushHeaders();
    });
  const get = (asked: string): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      request(`${cms.url}${asked}`, { agent }, (answer) => resolve(answer.resume()))
        .once('error', reject)
        .end();
    });

  it('isn’t ready at once, ends each connection, finishes a save, and leaves the database whole', async () => {
    const finishSave = await beginSave();
    expect((await get('/readyz')).statusCode).toBe(200);
    expect((await get('/api/site')).headers.connection).toBe('keep-alive');

    cms.child.kill('SIGTERM');
    await vi.waitFor(async () => expect((await get('/readyz')).statusCode).toBe(503));
    const late = await get('/api/site');
    expect([late.statusCode, late.headers.connection]).toEqual([200, 'close']);
    await vi.waitFor(() => expect(get('/healthz')).rejects.toThrow('ECONNREFUSED'), 10_000);

    const answer = await finishSave();
    expect([answer.statusCode, answer.headers.connection]).toEqual([201, 'close']);
    expect(await cms.ended, cms.output()).toEqual({ code: 0, signal: null });
    const file = path.join(cms.dataDir, 'cms.sqlite');
    expect(existsSync(`${file}-wal`)).toBe(false);
    const database = new Sqlite(file, { readonly: true });
    expect(database.prepare(`select key from figures where key = 'slow'`).get()).toEqual({ key: 'slow' });
    database.close();
  });
});
