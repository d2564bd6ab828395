import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type CmsProcess, startCmsProcess } from './cms-process';
import { createDatabase, onEachDatabase } from './databases';
import { row } from './sheets';
import { PARTNER } from './stories';

const MANY = 400;
const ZIPS = ['98101', '98901', '97201', '83702', '59601', '84101'];

onEachDatabase('an import that is killed in the middle', (database) => {
  let store: Awaited<ReturnType<typeof createDatabase>>;
  const running: CmsProcess[] = [];
  const start = async (dataDir?: string): Promise<CmsProcess> => {
    const cms = await startCmsProcess({
      databaseUrl: store.url,
      ...(dataDir && { dataDir }),
      env: { LOG_LEVEL: 'info' },
    });
    running.push(cms);
    return cms;
  };
  beforeEach(async () => {
    store = await createDatabase(database);
  });
  afterEach(async () => {
    for (const cms of running.splice(0)) await cms.discard();
    await store?.drop();
  });

  const json = async (answer: Promise<Response>) => (await (await answer).json()) as Record<string, unknown>;
  const standing = async ({ admin }: CmsProcess, id: unknown) =>
    (await json(admin(`/imports/spreadsheet/${id}`))) as { state: string; done: number; total: number };

  const many = Array.from({ length: MANY }, (_, index) =>
    row(index + 2, { id: `W-${index}`, title: `Workshop ${index}`, zip: ZIPS[index % ZIPS.length] }),
  );
  const published = async ({ url }: CmsProcess): Promise<number> =>
    ((await (await fetch(`${url}/api/workshops`)).text()).match(/"title":"Workshop /g) ?? []).length;

  for (const state of ['writing', 'publishing'])
    it(`while it is ${state}, is done at the next start, all of it and once, which says so`, async () => {
      const first = await start();
      const { data } = (await json(
        first.admin(`/content-manager/collection-types/${PARTNER}`, { name: 'Far West', slug: 'far-west' }),
      )) as { data: { documentId: string } };
      const { id } = await json(
        first.admin('/imports/spreadsheet', {
          partner: data.documentId,
          workshops: many,
          publish: true,
          name: 'Many.csv',
        }),
      );
      await vi.waitUntil(
        async () => {
          const now = await standing(first, id);
          return now.state === state && now.done % MANY > 5;
        },
        { timeout: 60_000, interval: 10 },
      );
      expect(await published(first)).toBe(0);
      first.child.kill('SIGKILL');
      await first.ended;
      const second = await start(first.dataDir);
      await vi.waitFor(async () => expect(await standing(second, id)).toMatchObject({ state: 'done' }), {
        timeout: 90_000,
        interval: 200,
      });
      expect(second.output()).toContain('The import of “Many.csv” by Some One is not done yet');
      expect(second.output()).toContain('is done: all of it');
      const { pagination } = (await json(
        second.admin('/content-manager/collection-types/api::workshop.workshop?status=published'),
      )) as { pagination: { total: number } };
      expect(pagination.total).toBe(MANY);
      expect(await published(second)).toBeGreaterThan(0);
    }, 300_000);
});
