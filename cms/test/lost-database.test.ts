import { createRequire } from 'node:module';
import os from 'node:os';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { keepCommitsHonest } from '../src/strapi/transactions';
import { PASSWORD } from './cms';
import { ask, type CmsProcess, startCmsProcess } from './cms-process';
import { type DatabaseProxy, proxyDatabase } from './database-proxy';
import { createDatabase, databases, queryDatabase } from './databases';
import { FIGURE } from './stories';

const { Database } = createRequire(import.meta.url)('@strapi/database') as typeof import('@strapi/database');

const FIGURES = `/content-manager/collection-types/${FIGURE}`;
const figure = (key: string) => ({ key, phrase: `{value} ${key}`, wordingWithout: key });

describe.runIf(databases.includes('postgres'))('a CMS that loses its connection to PostgreSQL', () => {
  let store: Awaited<ReturnType<typeof createDatabase>>;
  let proxy: DatabaseProxy;
  let cms: CmsProcess;

  beforeAll(async () => {
    store = await createDatabase('postgres');
    proxy = await proxyDatabase(store.url);
    cms = await startCmsProcess({ databaseUrl: proxy.url });
  });
  afterAll(async () => {
    await cms?.discard();
    await proxy?.close();
    await store?.drop();
  });

  const storedKeys = async (): Promise<Set<string>> => {
    const rows = await queryDatabase(store.url, 'select key from figures where published_at is null');
    return new Set(rows.map(({ key }) => key ?? ''));
  };
  const expectRunning = (): void => expect(cms.isAlive(), cms.output().slice(-4000)).toBe(true);
  const untilReady = () =>
    vi.waitFor(async () => expect((await ask(cms.url)('/readyz')).status).toBe(200), 30_000);

  const expectUnavailable = async (answer: Response): Promise<string> => {
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const body = (await answer.json()) as {
      data: unknown;
      error: { status: number; name: string; message: string };
    };
    expect(body).toMatchObject({ data: null, error: { status: 503, name: 'ServiceUnavailableError' } });
    return body.error.message;
  };

  it.each([
    { when: 'before', isStored: false },
    { when: 'after', isStored: true },
  ] as const)(
    '$when a COMMIT is stored says that it does not know, and goes on',
    async ({ when, isStored }) => {
      const key = `cut-${when}`;
      const cuts = proxy.cuts();
      proxy.cutNextCommit(when);
      const answer = await cms.admin(FIGURES, figure(key));
      expect(proxy.cuts()).toBe(cuts + 1);
      expect((await storedKeys()).has(key)).toBe(isStored);
      expect(await expectUnavailable(answer)).toMatch(/may or may not/);
      expectRunning();
      expect((await cms.admin(FIGURES, figure(`${key}-next`))).status).toBe(201);
      expect(await storedKeys()).toContain(`${key}-next`);
    },
  );

  it('keeps every write it acknowledged while connections are cut at random', {
    timeout: 180_000,
  }, async () => {
    const acknowledged: string[] = [];
    const statuses = new Set<number>();
    const readings = new Set<number>();
    /** Ends somebody's connection within so many seconds, by preference one that is at work. */
    const cut = () =>
      queryDatabase(
        `${store.url}?application_name=cutter`,
        `select pg_sleep(random() * 0.5);
         select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and application_name <> 'cutter'
         order by state <> 'idle' desc, query ilike 'commit%' desc, random() limit 1`,
      );
    const write = async (writer: number): Promise<void> => {
      for (let count = 0; count < 20; count++) {
        const key = `writer-${writer}-${count}`;
        const cutting = count % 3 === 0 ? cut() : undefined;
        const { status } = await cms.admin(FIGURES, figure(key)).catch((error: Error) => {
          throw new Error(`${error.message}\n${cms.output().slice(-4000)}`);
        });
        statuses.add(status);
        if (status === 201) acknowledged.push(key);
        for (const path of [FIGURES, '/admin/users/me', '/api/pages/deep-dive'])
          if (count % 5 === 0) readings.add((await cms.admin(path)).status);
        await cutting;
      }
    };
    await Promise.all([0, 1, 2, 3, 4, 5].map(write));

    expectRunning();
    const stored = await storedKeys();
    expect(acknowledged.filter((key) => !stored.has(key))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(20);
    expect([...statuses].sort()).toEqual([201, 503]);
    expect([...readings].filter((status) => status !== 200 && status !== 503)).toEqual([]);
  });

  it('answers 503 while PostgreSQL is away, to everybody, and comes back by itself', async () => {
    await untilReady();
    const login = { email: 'someone@admin.test', password: PASSWORD };
    const signedIn = await ask(cms.url)('/admin/login', login);
    const cookie = signedIn.headers
      .getSetCookie()
      .map((set) => set.split(';')[0])
      .join('; ');
    await proxy.close();
    try {
      expect((await ask(cms.url)('/readyz')).status).toBe(503);
      expect((await ask(cms.url)('/healthz')).status).toBe(200);
      for (const path of ['/api/pages/deep-dive', '/api/site', '/api/workshops'])
        expect(await expectUnavailable(await ask(cms.url)(path)), path).toMatch(/try again/i);
      await expectUnavailable(await ask(cms.url)('/admin/login', login));
      await expectUnavailable(await ask(cms.url, { cookie })('/admin/access-token', {}));
      await expectUnavailable(await cms.admin('/admin/users/me'));
      await expectUnavailable(await cms.admin(FIGURES));
      await expectUnavailable(await cms.admin(FIGURES, figure('while-away')));
    } finally {
      await proxy.reopen();
    }
    await untilReady();
    expectRunning();
    expect((await cms.admin('/admin/users/me')).status).toBe(200);
    expect((await ask(cms.url)('/api/pages/deep-dive')).status).toBe(200);
    let tries = 0;
    await vi.waitFor(
      async () => expect((await cms.admin(FIGURES, figure(`come-back-${tries++}`))).status).toBe(201),
      30_000,
    );
  });
});

describe.runIf(databases.includes('postgres'))('a transaction on PostgreSQL', () => {
  let store: Awaited<ReturnType<typeof createDatabase>>;
  let db: InstanceType<typeof Database>;
  const logged: string[] = [];

  beforeAll(async () => {
    store = await createDatabase('postgres');
    db = new Database({
      connection: { client: 'postgres', connection: { connectionString: store.url } },
      settings: { migrations: { dir: os.tmpdir() } },
    });
    const log = { error: (message: string) => logged.push(message) };
    keepCommitsHonest({ db, log } as unknown as Parameters<typeof keepCommitsHonest>[0]);
    await db.connection.raw('create table notes (text text)');
  });
  afterAll(async () => {
    await db?.destroy();
    await store?.drop();
  });

  it('rejects when PostgreSQL rolled it back because of a query whose failure went unheard', async () => {
    const note = async ({ trx }: { trx: typeof db.connection }): Promise<void> => {
      await trx.raw(`insert into notes values ('lost')`);
      await trx.raw('select 1 / 0').catch(() => undefined);
    };
    await expect(db.transaction((given) => note(given as { trx: typeof db.connection }))).rejects.toThrow(
      'rolled back',
    );
    const begun = await db.transaction();
    await note({ trx: begun.get() as unknown as typeof db.connection });
    await expect(begun.commit()).rejects.toThrow('rolled back');
    expect((await db.connection('notes').select()).length).toBe(0);
  });

  it('outlives what follows it, and says in the log that it failed', async () => {
    const done = await db.transaction(async ({ onCommit }) => {
      onCommit(() => Promise.reject(new Error('The event was not sent.')) as never);
      return 'stored';
    });
    expect(done).toBe('stored');
    await vi.waitFor(() =>
      expect(logged).toEqual(['What follows a change was left undone: The event was not sent.']),
    );
  });
});
