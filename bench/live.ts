import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { LiveSite } from './live-sites.ts';
import { atMost, type Measure, percentile } from './report.ts';

const FIGURE_TYPE = 'api::figure.figure';
const FIGURE = `collection-types/${FIGURE_TYPE}`;
const PRICING = 'single-types/api::pricing.pricing';
const SITE = 'single-types/api::site.site';
const PAGE = 'collection-types/api::page.page';

/** Of each kind of change that is made by asking; there are six. */
const ROUNDS = 30;
const WARM_UP = 3;
/** Of what goes live by itself, at its time. */
const SCHEDULED = 20;
/** Milliseconds from one to the next, and until the first: each process of the CMS looks each second for what was put down. */
const APART = 600;
const AHEAD = 1500;
/** Milliseconds until one asks again for a page that doesn't show the change yet. */
const AGAIN_AFTER = 5;
/** A change that isn't seen within this many milliseconds has failed. */
const PATIENCE = 10_000;
/** Shows nothing of what is changed but the menu. */
const STEADY = '/stays-as-it-is';

interface Stored {
  documentId: string;
  revision: number;
  navigation: { id: number; label: string }[];
}

type Seen = (page: Response) => Promise<boolean>;

/** A change of what visitors see: makes it, and tells when that was begun (`performance.now`) and how one knows that they do. */
interface Change {
  make: (round: number) => Promise<{ path: string; begunAt: number; isSeen: Seen }>;
  rounds: number;
  warmUp: number;
  /** Whether a page that doesn't show the change has to be made anew all the same. */
  isEverywhere?: boolean;
}

/**
 * Changes what visitors see through the admin's API, as marketing does, and asks every process of the site for the page until the
 * last shows the change: from asking the CMS, or from the time that was put down, to the answer's last byte.
 */
export async function measureLive(site: LiveSite): Promise<Measure[]> {
  const times: Record<string, number[]> = {};
  const steady: number[] = [];
  for (const [what, { make, rounds, warmUp, isEverywhere }] of Object.entries(await changes(site))) {
    const taken: number[] = [];
    for (let round = 0; round < warmUp + rounds; round++) {
      const { path, begunAt, isSeen } = await make(round);
      await Promise.all(
        site.urls.map(async (url) => {
          while (!(await isSeen(await fetch(url + path)))) {
            if (performance.now() - begunAt > PATIENCE) throw new Error(`Nobody saw the change of ${what}.`);
            await pause(AGAIN_AFTER);
          }
        }),
      );
      if (round >= warmUp) taken.push(performance.now() - begunAt);
      const askedAt = performance.now();
      await (await fetch(site.urls[0] + STEADY)).arrayBuffer();
      if (round >= warmUp && !isEverywhere) steady.push(performance.now() - askedAt);
    }
    times[what] = taken;
  }
  const all = Object.values(times).flat();
  const told = (values: number[], ranks = [50, 95, 100]): string =>
    ranks.map((rank) => percentile(values, rank).toFixed(0)).join(', ');
  return [
    atMost(
      `Change to next visitor, ${site.what}, ${all.length} changes: p95`,
      percentile(all, 95),
      300,
      'ms',
    ),
    {
      what: '… p50, p75, p90, p95, p99 and the longest; of each kind p50, p95 and the longest',
      measured: `${told(all, [50, 75, 90, 95, 99, 100])} ms; ${Object.entries(times)
        .map(([what, taken]) => `${what} ${told(taken)}`)
        .join('; ')}`,
      bound: '',
    },
    {
      what: '… a page that doesn’t show the change, right after it: p50, p95',
      measured: `${percentile(steady, 50).toFixed(1)}, ${percentile(steady, 95).toFixed(1)} ms`,
      bound: '',
    },
  ];
}

async function changes(site: LiveSite): Promise<Record<string, Change>> {
  const { askFirst, ask } = await asMarketing(site);
  const content = (path: string) => `/content-manager/${path}`;
  const { results } = await askFirst<{ results: (Stored & { key: string })[] }>(content(FIGURE));
  const figure = content(`${FIGURE}/${results.find(({ key }) => key === 'educators')?.documentId}`);
  const { data: menu } = await askFirst<{ data: Stored }>(content(SITE));
  const makePage = async (title: string, slug: string): Promise<string> => {
    const { data } = await askFirst<{ data: Stored }>(content(PAGE), { title, slug, sections: [] });
    const page = content(`${PAGE}/${data.documentId}`);
    await askFirst(`${page}/actions/publish`, {});
    return page;
  };
  await makePage('Stays as it is', STEADY.slice(1));
  const page = await makePage('Here today', 'here-today');
  const visitAll = (path: string) =>
    Promise.all(site.urls.map(async (url) => (await fetch(url + path)).arrayBuffer()));

  const saying =
    (words: string): Seen =>
    async (answer) =>
      (await answer.text()).includes(words);
  const answering =
    (status: number): Seen =>
    async (answer) => {
      await answer.arrayBuffer();
      return answer.status === status;
    };
  const now = async (act: () => Promise<unknown>): Promise<number> => {
    const begun = performance.now();
    await act();
    return begun;
  };
  const asked = (make: Change['make'], isEverywhere = false): Change => ({
    make,
    rounds: ROUNDS,
    warmUp: WARM_UP,
    isEverywhere,
  });

  return {
    'a figure': asked(async (round) => {
      const value = 10_001 + round;
      const begunAt = await now(() => ask(`${figure}/actions/publish`, { value: `${value}` }));
      return { path: '/deep-dive', begunAt, isSeen: saying(value.toLocaleString('en-US')) };
    }),
    'the price': asked(async (round) => {
      const pricePerPerson = 401 + round;
      const begunAt = await now(() => ask(content(`${PRICING}/actions/publish`), { pricePerPerson }));
      return { path: '/deep-dive', begunAt, isSeen: saying(`$${pricePerPerson}`) };
    }),
    'a menu': asked(async (round) => {
      const label = `Entry ${round}`;
      const navigation = menu.navigation.map(({ id }, index) => (index === 0 ? { id, label } : { id }));
      const begunAt = await now(() => ask(content(`${SITE}/actions/publish`), { navigation }));
      return { path: '/deep-dive', begunAt, isSeen: saying(label) };
    }, true),
    'a page that comes': asked(async () => {
      await askFirst(`${page}/actions/unpublish`, {});
      await visitAll('/here-today');
      const begunAt = await now(() => ask(`${page}/actions/publish`, {}));
      return { path: '/here-today', begunAt, isSeen: answering(200) };
    }),
    'one that is unpublished': asked(async () => {
      await askFirst(`${page}/actions/publish`, {});
      await visitAll('/here-today');
      const begunAt = await now(() => ask(`${page}/actions/unpublish`, {}));
      return { path: '/here-today', begunAt, isSeen: answering(404) };
    }),
    'one that is deleted': asked(async (round) => {
      const path = `/gone-tomorrow-${round}`;
      const lost = await makePage('Gone tomorrow', path.slice(1));
      await visitAll(path);
      const begunAt = await now(() => ask(lost, undefined, 'DELETE'));
      return { path, begunAt, isSeen: answering(404) };
    }),
    'a figure at its time': await scheduled(site, {
      save: async (value) => (await askFirst<{ data: Stored }>(figure, { value }, 'PUT')).data,
      saying,
    }),
  };
}

/** Each a version of one figure, all put down before the first is due. What was saved last stays a draft. */
async function scheduled(
  site: LiveSite,
  { save, saying }: { save: (value: string) => Promise<Stored>; saying: (words: string) => Seen },
): Promise<Change> {
  const values = Array.from({ length: SCHEDULED }, (_, index) => 20_001 + index);
  let firstAt = 0;
  return {
    rounds: SCHEDULED,
    warmUp: 0,
    async make(round) {
      if (round === 0) {
        const saved: Stored[] = [];
        for (const value of values) saved.push(await save(`${value}`));
        firstAt = Date.now() + AHEAD;
        await site.putDown(
          saved.map(({ documentId, revision }, index) => ({
            uid: FIGURE_TYPE,
            documentId,
            version: revision,
            at: firstAt + index * APART,
          })),
        );
      }
      const wait = firstAt + round * APART - Date.now();
      const begunAt = performance.now() + wait;
      if (wait > 0) await pause(wait);
      return { path: '/deep-dive', begunAt, isSeen: saying((20_001 + round).toLocaleString('en-US')) };
    },
  };
}

/**
 * Asks the admin's API as the demonstration's marketing account: the first process of the CMS, or all in turn. Rejects with what it
 * answers when it refuses.
 */
async function asMarketing({ cmsUrls, demoPassword }: LiveSite) {
  const send = async <Answer>(
    url: string,
    body: unknown,
    method: string,
    headers: Record<string, string>,
  ): Promise<Answer> => {
    const answer = await fetch(url, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${text}`);
    return JSON.parse(text) as Answer;
  };
  const { data } = await send<{ data: { token: string } }>(
    `${cmsUrls[0]}/admin/login`,
    { email: 'marketing@demo.test', password: demoPassword },
    'POST',
    {},
  );
  const credentials = { authorization: `Bearer ${data.token}`, 'x-opening': 'bench' };
  const asking =
    (next: () => number) =>
    <Answer>(path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST') =>
      send<Answer>(`${cmsUrls[next()]}${path}`, body, method, credentials);
  let turn = 0;
  return { askFirst: asking(() => 0), ask: asking(() => turn++ % cmsUrls.length) };
}
