import { Agent, get } from 'node:http';
import {
  formatQuoteQuery,
  formatWorkshopSearch,
  RADII,
  TILE_MAX_ZOOM,
  type WorkshopList,
  type WorkshopSearch,
  type WorkshopSummary,
  workshopTilesUrl,
} from '@deep-dive/shared-types';
import { dayAfter, gazetteer, Random } from './cms.ts';
import { atMost, type Measure, percentile } from './report.ts';

const CONCURRENCY = 8;
const WARM_UP = 500;
const SEARCHES = 4000;
const SUGGESTIONS = 4000;
const TILES = 1500;
const QUOTES = 4000;
/** A map of usual size, moved a few times. */
const TILES_OF_ONE = 30;

const random = new Random(98101);

/**
 * Asks the CMS itself, over connections that stay open, what people ask of the finder. It must list at least so many workshops,
 * and have been started with `server-timing.cjs`.
 */
export async function measureSearching(cmsUrl: string, workshops: number): Promise<Measure[]> {
  // A name costs a look-up, and may stand for two addresses of which one refuses.
  const ask = asker(cmsUrl.replace('localhost', '127.0.0.1'));
  const { total } = JSON.parse((await ask('/api/workshops')).body) as WorkshopList;
  if (total < workshops) throw new Error(`The CMS lists ${total} workshops, and ${workshops} were expected.`);

  await timeAll(ask, searches(), WARM_UP);
  const found = await timeAll(ask, searches(), SEARCHES);
  const byKind = Object.keys(kindsOfSearch)
    .map((kind) => ({ kind, p95: p95(found.filter((timing) => timing.kind === kind)) }))
    .sort((a, b) => b.p95 - a.p95);
  const suggested = await timeAll(ask, suggestions(), SUGGESTIONS);
  const drawn = await timeAll(ask, tiles(), TILES);
  const upcoming = await upcomingWorkshops(ask);
  await timeAll(ask, quotes(upcoming), WARM_UP);
  const quoted = await timeAll(ask, quotes(upcoming), QUOTES);

  const atOnce = `${CONCURRENCY} at a time`;
  return [
    atMost(
      `Searches among ${total.toLocaleString('en-US')} workshops, ${atOnce}: p95`,
      p95(found),
      25,
      'ms',
      1,
    ),
    atMost(`… of the slowest kind (${byKind[0]?.kind}): p95`, byKind[0]?.p95 ?? Number.NaN, 25, 'ms', 1),
    {
      what: '… p50 and maximum; p95 of the other kinds',
      measured: `${spread(found)}; ${byKind
        .slice(1)
        .map(({ kind, p95 }) => `${kind} ${p95.toFixed(1)}`)
        .join(', ')}`,
      bound: '',
    },
    atMost(`Suggestions, letter by letter, ${atOnce}: p95`, p95(suggested), 10, 'ms', 1),
    { what: '… p50 and maximum', measured: spread(suggested), bound: '' },
    atMost(
      `Prices for a group, by place or workshop, ${atOnce}: p95 in the server`,
      percentile(
        quoted.map(({ server }) => server),
        95,
      ),
      5,
      'ms',
      1,
    ),
    {
      what: '… from asking to the last byte: p95, p50 and maximum',
      measured: `${p95(quoted).toFixed(1)} ms, ${spread(quoted)}`,
      bound: '',
    },
    {
      what: `Map tiles, ${atOnce}: p95; p50 and maximum`,
      measured: `${p95(drawn).toFixed(1)} ms; ${spread(drawn)}`,
      bound: '',
    },
  ];
}

interface Question {
  kind: string;
  path: string;
}

interface Timing {
  kind: string;
  /** From asking to the answer's last byte. */
  ms: number;
  /** For how long the server had it, in milliseconds. */
  server: number;
}

interface Answer {
  body: string;
  server: number;
}

type Ask = (path: string) => Promise<Answer>;

const p95 = (timings: Timing[]): number =>
  percentile(
    timings.map(({ ms }) => ms),
    95,
  );

function spread(timings: Timing[]): string {
  const all = timings.map(({ ms }) => ms);
  return `${percentile(all, 50).toFixed(1)} ms, ${Math.max(...all).toFixed(1)} ms`;
}

/** Times questions from asking to the answer's last byte, so many at once. */
async function timeAll(ask: Ask, questions: Generator<Question, never>, count: number): Promise<Timing[]> {
  const timings: Timing[] = [];
  let asked = 0;
  const keepAsking = async (): Promise<void> => {
    while (asked++ < count) {
      const { kind, path } = questions.next().value;
      const from = performance.now();
      const { server } = await ask(path);
      timings.push({ kind, ms: performance.now() - from, server });
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, keepAsking));
  return timings;
}

function asker(baseUrl: string): Ask {
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  return (path) =>
    new Promise((resolve, reject) => {
      get(baseUrl + path, { agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const body = Buffer.concat(chunks).toString();
          const server = Number(/dur=([\d.]+)/.exec(String(response.headers['server-timing']))?.[1]);
          if (response.statusCode === 200 || response.statusCode === 204) resolve({ body, server });
          else reject(new Error(`${path} was answered with ${response.statusCode}: ${body.slice(0, 300)}`));
        });
      }).once('error', reject);
    });
}

const place = () => random.pick(gazetteer);
const nearZip = (): WorkshopSearch => ({ near: place().zip, radius: random.pick(RADII) });
const dates = (): WorkshopSearch => {
  const first = random.integer(0, 300);
  const now = new Date();
  return { from: dayAfter(now, first), to: dayAfter(now, first + random.integer(1, 60)) };
};
const filter = (): WorkshopSearch =>
  random.pick<() => WorkshopSearch>([
    () => ({ kind: random.pick(['intro', 'deep-dive']) }),
    () => ({ format: random.pick(['in-person', 'virtual', 'hybrid']) }),
    () => ({ scholarship: true }),
    () => ({ available: true }),
    () => ({ partner: 'evergreen-teaching-collaborative' }),
    dates,
  ])();

/** One of each in turn. */
const kindsOfSearch: Record<string, () => WorkshopSearch> = {
  everywhere: () => ({ page: random.integer(1, 50) }),
  'near a ZIP': nearZip,
  'near a city': () => {
    const { city, state } = place();
    return { ...nearZip(), near: `${city}, ${state}` };
  },
  'any distance, nearest first': () => ({ near: place().zip, radius: 'any', sort: 'distance' }),
  'a state': () => ({ near: place().state }),
  'an area of the map': () => {
    const { latitude, longitude } = place();
    const size = random.pick([0.5, 2, 8]);
    return { bbox: [longitude - size, latitude - size, longitude + size, latitude + size] };
  },
  'a filter': filter,
  'near, with filters': () => ({ ...nearZip(), ...filter(), ...filter(), sort: 'distance' }),
  'every filter': () => ({
    ...nearZip(),
    ...dates(),
    kind: 'deep-dive',
    format: 'in-person',
    scholarship: true,
    available: true,
    partner: 'evergreen-teaching-collaborative',
  }),
  'deep pages': () => ({ page: random.integer(1000, 4500) }),
};

function* searches(): Generator<Question, never> {
  for (;;)
    for (const [kind, make] of Object.entries(kindsOfSearch))
      yield { kind, path: `/api/workshops${formatWorkshopSearch(make())}` };
}

/** What is asked for as people type a ZIP code or a city, one letter more each time. */
function* suggestions(): Generator<Question, never> {
  for (;;) {
    const { zip, city, state } = place();
    const text = random.onceIn(3) ? zip : `${city}, ${state}`;
    for (let length = 1; length <= text.length; length++)
      yield { kind: 'suggestion', path: `/api/places?${new URLSearchParams({ q: text.slice(0, length) })}` };
  }
}

/** Workshops from a few pages of the list. */
async function upcomingWorkshops(ask: Ask): Promise<WorkshopSummary[]> {
  const pages = await Promise.all(
    [1, 2, 3].map((page) => ask(`/api/workshops${formatWorkshopSearch({ page })}`)),
  );
  return pages.flatMap((page) => (JSON.parse(page.body) as WorkshopList).workshops);
}

/** What groups would pay: near a ZIP code, near one where a workshop is, and at a workshop. */
function* quotes(upcoming: WorkshopSummary[]): Generator<Question, never> {
  for (;;) {
    const { zip } = place();
    const { slug, place: venue } = random.pick(upcoming);
    const people = random.integer(1, 40);
    for (const query of [
      { near: zip, people },
      // By ZIP code: not every post office has the name of a town.
      { near: venue?.zip ?? zip, people },
      { near: zip, people, workshop: slug },
    ])
      yield { kind: 'price', path: `/api/quote${formatQuoteQuery(query)}` };
  }
}

/** Tiles with a ZIP code in them, from the country to the street: so many of one visitor's, every second of whom has filters. */
function* tiles(): Generator<Question, never> {
  for (let visitor = 0; ; visitor++) {
    const url = workshopTilesUrl(visitor % 2 === 0 ? {} : filter());
    for (let count = 0; count < TILES_OF_ONE; count++) {
      const { latitude, longitude } = place();
      const zoom = random.integer(3, TILE_MAX_ZOOM);
      // https://wiki.openstreetmap.org/wiki/Slippy_map_tilenames
      const northing = Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI;
      const x = Math.floor(((longitude + 180) / 360) * 2 ** zoom);
      const y = Math.floor(((1 - northing) / 2) * 2 ** zoom);
      yield { kind: 'tile', path: url.replace('{z}/{x}/{y}', `${zoom}/${x}/${y}`) };
    }
  }
}
