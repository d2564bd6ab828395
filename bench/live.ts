import { performance } from 'node:perf_hooks';
import type { RunningSite } from '../scripts/lib/site.ts';
import { atMost, type Measure, percentile } from './report.ts';

const FIGURE = 'collection-types/api::figure.figure';
const PRICING = 'single-types/api::pricing.pricing';
const SITE = 'single-types/api::site.site';
const PAGE = 'collection-types/api::page.page';

/** Of each kind of change; there are five. */
const ROUNDS = 40;
const WARM_UP = 3;
/** A change that isn't seen within this many milliseconds has failed. */
const PATIENCE = 10_000;

interface Stored {
  documentId: string;
  navigation: { id: number; label: string }[];
}

/** A change of what visitors see: makes it, and tells when that was begun and how one knows that they do. */
type Change = (
  round: number,
) => Promise<{ path: string; begunAt: number; isSeen: (page: Response) => Promise<boolean> }>;

/**
 * Publishes through the admin's API as marketing does, and asks for the page until it shows the change: from asking the CMS to the
 * answer's last byte.
 */
export async function measureLive(site: RunningSite): Promise<Measure[]> {
  const times: Record<string, number[]> = {};
  for (const [what, change] of Object.entries(await changes(site))) {
    const taken: number[] = [];
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      const { path, begunAt, isSeen } = await change(round + WARM_UP);
      while (!(await isSeen(await fetch(site.url + path))))
        if (performance.now() - begunAt > PATIENCE) throw new Error(`Nobody saw the change of ${what}.`);
      if (round >= 0) taken.push(performance.now() - begunAt);
    }
    times[what] = taken;
  }
  const all = Object.values(times).flat();
  const told = (values: number[]): string =>
    [50, 95, 100].map((rank) => percentile(values, rank).toFixed(0)).join(', ');
  return [
    atMost(`Publish to next visitor, ${all.length} changes: p95`, percentile(all, 95), 300, 'ms'),
    {
      what: '… p50, p95 and the longest; by kind',
      measured: `${told(all)} ms; ${Object.entries(times)
        .map(([what, taken]) => `${what} ${told(taken)}`)
        .join('; ')}`,
      bound: '',
    },
  ];
}

async function changes(site: RunningSite): Promise<Record<string, Change>> {
  const ask = await asMarketing(site);
  const content = (path: string) => `/content-manager/${path}`;
  const { results } = await ask<{ results: (Stored & { key: string })[] }>(content(FIGURE));
  const figure = results.find(({ key }) => key === 'educators')?.documentId ?? '';
  const { data: menu } = await ask<{ data: Stored }>(content(SITE));
  const { data: page } = await ask<{ data: Stored }>(content(PAGE), {
    title: 'Here today',
    slug: 'here-today',
    sections: [],
  });
  await ask(content(`${PAGE}/${page.documentId}/actions/publish`), {});
  const saying =
    (words: string) =>
    async (answer: Response): Promise<boolean> =>
      (await answer.text()).includes(words);
  const answering =
    (status: number) =>
    async (answer: Response): Promise<boolean> => {
      await answer.arrayBuffer();
      return answer.status === status;
    };
  const now = async (act: () => Promise<unknown>): Promise<number> => {
    const begun = performance.now();
    await act();
    return begun;
  };

  return {
    'a figure': async (round) => {
      const value = 10_001 + round;
      const begunAt = await now(() =>
        ask(content(`${FIGURE}/${figure}/actions/publish`), { value: `${value}` }),
      );
      return { path: '/deep-dive', begunAt, isSeen: saying(value.toLocaleString('en-US')) };
    },
    'the price': async (round) => {
      const pricePerPerson = 401 + round;
      const begunAt = await now(() => ask(content(`${PRICING}/actions/publish`), { pricePerPerson }));
      return { path: '/deep-dive', begunAt, isSeen: saying(`$${pricePerPerson}`) };
    },
    'a menu': async (round) => {
      const label = `Entry ${round}`;
      const navigation = menu.navigation.map(({ id }, index) => (index === 0 ? { id, label } : { id }));
      const begunAt = await now(() => ask(content(`${SITE}/actions/publish`), { navigation }));
      return { path: '/deep-dive', begunAt, isSeen: saying(label) };
    },
    'a page that comes': async () => {
      await ask(content(`${PAGE}/${page.documentId}/actions/unpublish`), {});
      await fetch(`${site.url}/here-today`);
      const begunAt = await now(() => ask(content(`${PAGE}/${page.documentId}/actions/publish`), {}));
      return { path: '/here-today', begunAt, isSeen: answering(200) };
    },
    'a page that goes': async () => {
      await ask(content(`${PAGE}/${page.documentId}/actions/publish`), {});
      await fetch(`${site.url}/here-today`);
      const begunAt = await now(() => ask(content(`${PAGE}/${page.documentId}/actions/unpublish`), {}));
      return { path: '/here-today', begunAt, isSeen: answering(404) };
    },
  };
}

/** Asks the admin's API as the demonstration's marketing account. Rejects with what it answers when it refuses. */
async function asMarketing({ cmsUrl, demoPassword }: RunningSite) {
  const send = async <Answer>(
    path: string,
    body: unknown,
    method: string,
    headers: Record<string, string>,
  ): Promise<Answer> => {
    const answer = await fetch(cmsUrl + path, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as Answer;
  };
  const { data } = await send<{ data: { token: string } }>(
    '/admin/login',
    { email: 'marketing@demo.test', password: demoPassword },
    'POST',
    {},
  );
  const credentials = { authorization: `Bearer ${data.token}`, 'x-opening': 'bench' };
  return <Answer>(path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST') =>
    send<Answer>(path, body, method, credentials);
}
