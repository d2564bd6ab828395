import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type CmsProcess, startCmsProcess } from './cms-process';
import { createDatabase, databases, queryDatabase } from './databases';
import { FIGURE } from './stories';

const FIGURES = `/content-manager/collection-types/${FIGURE}`;
const MANY = 8;

describe.runIf(databases.includes('postgres'))('what is scheduled, with several processes', () => {
  let store: Awaited<ReturnType<typeof createDatabase>>;
  const running: CmsProcess[] = [];
  const start = async (): Promise<CmsProcess> => {
    const cms = await startCmsProcess({ databaseUrl: store.url });
    running.push(cms);
    return cms;
  };

  beforeAll(async () => {
    store = await createDatabase('postgres');
  });
  afterAll(async () => {
    for (const cms of running) await cms.discard();
    await store?.drop();
  });

  /** A figure whose first version says 12 and whose draft says 13; resolves to its documentId. */
  async function makeFigure({ admin }: CmsProcess, key: string): Promise<string> {
    const figure = { key, phrase: 'over {value} educators', wordingWithout: 'educators', value: '12' };
    const { data } = (await (await admin(FIGURES, figure)).json()) as { data: { documentId: string } };
    const { status } = await admin(`${FIGURES}/${data.documentId}`, { ...figure, value: '13' }, 'PUT');
    expect(status).toBe(200);
    return data.documentId;
  }

  const putDown = (figures: string[], at: number) =>
    queryDatabase(
      store.url,
      `insert into scheduled_changes (uid, document, action, version, at, time_zone, admin, name) values ${figures
        .map((id) => `('${FIGURE}', '${id}', 'publish', 1, ${at}, 'America/New_York', 1, 'Some One')`)
        .join()}`,
    );
  const waiting = () => queryDatabase(store.url, 'select refusal from scheduled_changes');
  const done = () => queryDatabase(store.url, "select document from versions where source = 'schedule'");
  const figuresSaying = (keys: string, value: string, state: 'null' | 'not null') =>
    queryDatabase(
      store.url,
      `select id from figures where key like '${keys}' and value = '${value}' and published_at is ${state}`,
    );

  it('is done once, though one is killed while it does it', async () => {
    const first = await start();
    await start();
    const figures: string[] = [];
    for (let number = 0; number < MANY; number++) figures.push(await makeFigure(first, `once-${number}`));
    await putDown(figures, Date.now());
    await vi.waitUntil(async () => (await done()).length > 0, { timeout: 20_000, interval: 5 });
    first.child.kill('SIGKILL');
    await vi.waitFor(async () => expect(await waiting()).toEqual([]), 30_000);
    expect((await done()).map(({ document }) => document).sort()).toEqual(figures.sort());
    expect(await figuresSaying('once-%', '12', 'not null')).toHaveLength(MANY);
    expect(await figuresSaying('once-%', '13', 'null')).toHaveLength(MANY);
  });

  it('and came due while none ran is done at the next start: late rather than never', async () => {
    const figure = await makeFigure(await start(), 'late');
    for (const cms of running) await cms.discard();
    await putDown([figure], Date.now() - 3_600_000);
    await start();
    await vi.waitFor(async () => expect(await waiting()).toEqual([]), 30_000);
    expect(await figuresSaying('late', '12', 'not null')).toHaveLength(1);
  });
});
