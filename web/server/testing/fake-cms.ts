import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import type {
  Page,
  PlaceSuggestions,
  Site,
  SitemapEntries,
  WorkshopDetail,
  WorkshopFeed,
  WorkshopFeedEntry,
  WorkshopList,
} from '@deep-dive/shared-types';

const action = (id: number, label: string, url: string) =>
  ({ id, label, style: 'link', page: null, url, file: null }) as const;

export const site: Site = {
  name: 'Professional Learning',
  homePage: { slug: 'deep-dive', title: 'Deep Dive' },
  description: 'Workshops for teachers.',
  navigation: [action(1, 'Find a workshop', '/workshops')],
  footerText: 'Every student in every school.',
  footerLinks: [],
  nationalContact: null,
  postalAddress: null,
  countVisits: null,
  notice: null,
};

/** A page with one section of words. */
export const pageNamed = (slug: string, title: string, words = 'Come and learn with us.'): Page => ({
  slug,
  title,
  seo: null,
  onePager: null,
  sections: [
    {
      __component: 'sections.hero',
      id: 1,
      heading: title,
      body: [{ type: 'paragraph', children: [{ type: 'text', text: words }] }],
      image: null,
      actions: [],
    },
  ],
});

export const workshop: WorkshopDetail = {
  id: 'boise-march',
  slug: 'boise-2027-03-06',
  title: 'CS Fundamentals: Deep Dive',
  kind: 'deep-dive',
  format: 'in-person',
  status: 'scheduled',
  sessions: [{ startsAt: '2027-03-06T16:00:00Z', endsAt: '2027-03-06T23:00:00Z' }],
  timeZone: 'America/Boise',
  place: {
    venue: 'Boise Public Library',
    city: 'Boise',
    state: 'ID',
    zip: '83702',
    latitude: 43.61,
    longitude: -116.2,
  },
  capacity: 30,
  placesLeft: null,
  fee: { type: 'ask' },
  price: { perPersonCents: null, reason: 'Idaho Partner', whose: 'partner', group: null },
  hasScholarship: false,
  visibility: 'public',
  updatedAt: '2027-01-02T03:04:05Z',
  partner: { name: 'Idaho Partner', slug: 'idaho-partner' },
  registrationUrl: 'https://register.example.org/boise',
  notes: null,
  street: '715 S Capitol Blvd',
  directions: null,
  contact: {
    name: 'Idaho Partner',
    slug: 'idaho-partner',
    contactName: null,
    email: 'hello@idaho.example.org',
    phone: null,
    website: 'https://idaho.example.org',
    costNote: null,
  },
};

/** What a search finds: one workshop. */
export const list: WorkshopList = {
  total: 1,
  page: 1,
  pageSize: 20,
  pageCount: 1,
  workshops: [{ ...workshop, distanceMiles: null }],
  near: null,
  virtual: null,
  beyond: [],
  partners: [],
  joinable: [],
  demand: null,
};

/** A feed of some workshops, wherever they are. */
export const feedOf = (...workshops: WorkshopFeedEntry[]): WorkshopFeed => ({
  total: workshops.length,
  workshops,
  near: null,
});

const suggestions: PlaceSuggestions = {
  suggestions: [{ kind: 'city', label: 'Boise, ID', detail: 'Ada County' }],
};

const sitemap: SitemapEntries = {
  pages: [{ slug: 'deep-dive', updatedAt: '2027-01-02T03:04:05Z' }],
  workshops: [{ slug: workshop.slug, updatedAt: '2027-01-02T03:04:05Z' }],
  partners: [],
};

/** A vector tile with a layer of the workshops, without any: long enough to be compressed. */
export const tile = Buffer.concat(
  Array.from({ length: 100 }, () => {
    const layer = Buffer.from('\x0a\x09workshops\x78\x02', 'latin1');
    return Buffer.from([0x1a, layer.length, ...layer]);
  }),
);

/** How the CMS says that there is nothing: the shape is Strapi's. */
export const notFound = {
  data: null,
  error: { status: 404, name: 'NotFoundError', message: 'Not Found', details: {} },
};

interface Answer {
  body: unknown;
  tags?: string;
  /** Of a file: the version it says it is. */
  version?: string;
}

const FILE_TYPES: Record<string, string> = { '.pdf': 'application/pdf', '.png': 'image/png' };

const notFoundAt = (movedTo?: string) => ({
  ...notFound,
  error: { ...notFound.error, details: movedTo === undefined ? {} : { movedTo } },
});

/**
 * How a request fares: `fail` is answered with 503, `hang` is accepted and never answered, `cut` breaks off in the middle,
 * `lie` is answered with 200 and what a CMS would never say, and a number is answered after so many milliseconds.
 */
export type Behaviour = 'fail' | 'hang' | 'cut' | 'lie' | number;

/** Where programs ask whether it is ready; not among what the site asks for. */
const READY = '/readyz';

/** An answer as it goes over the wire, whatever was asked for. */
export interface Lie {
  status?: number;
  contentType?: string;
  body: string | Buffer;
  /** Breaks the connection off after the body. */
  isCut?: boolean;
}

/** A CMS to test against: a real HTTP server on loopback that answers from a table, and can go away and come back. */
export async function startFakeCms() {
  const answers = new Map<string, Answer>([
    ['/api/site', { body: site, tags: 'site' }],
    ['/api/pages/deep-dive', { body: pageNamed('deep-dive', 'Deep Dive'), tags: 'page,page:1,figure' }],
    ['/api/workshops', { body: list }],
    [`/api/workshops/${workshop.slug}`, { body: workshop }],
    ['/api/workshop-feed', { body: feedOf(workshop) }],
    ['/api/workshop-places', { body: { places: [[-116.2, 43.61, 1, 0]] } }],
    ['/api/workshop-tiles/0/0/0', { body: tile }],
    ['/api/places', { body: suggestions }],
    ['/api/partners', { body: [], tags: 'regional-partner' }],
    ['/api/pricing', { body: { pricePerPerson: 300, statement: 'It is {price}.', includes: [] } }],
    ['/api/scholarships', { body: [], tags: 'scholarship' }],
    ['/api/sitemap', { body: sitemap }],
  ]);
  const moved = new Map<string, string>();
  const asked: { url: string; headers: Record<string, unknown> }[] = [];
  let behaviour: { how: Behaviour; where: RegExp } | undefined;
  let lie: Lie | undefined;
  let held: Promise<void> | undefined;
  let running = 0;
  let mostAtOnce = 0;
  const server = createServer(async (request, response) => {
    const url = request.url ?? '';
    const how = behaviour?.where.test(url) ? behaviour.how : undefined;
    if (url !== READY) {
      asked.push({ url, headers: request.headers });
      running++;
      mostAtOnce = Math.max(mostAtOnce, running);
      response.once('close', () => running--);
    }
    if (how === 'hang') return;
    if (how === 'fail' || how === 'lie') {
      response.writeHead(how === 'fail' ? 503 : 200, { 'content-type': 'application/json' }).end('{}');
      return;
    }
    if (how === 'cut') {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1_000 }).write('{"na');
      setImmediate(() => response.destroy());
      return;
    }
    if (url === READY) {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok"}');
      return;
    }
    if (how !== undefined) await new Promise((resolve) => setTimeout(resolve, how));
    if (lie) {
      const { status = 200, contentType = 'application/json; charset=utf-8', body, isCut = false } = lie;
      const length = Buffer.byteLength(body) + (isCut ? 100 : 0);
      response.writeHead(status, { 'content-type': contentType, 'content-length': length });
      if (isCut) response.write(body, () => response.destroy());
      else response.end(body);
      return;
    }
    const [path = ''] = url.split('?');
    const answer = answers.get(url) ?? answers.get(path);
    const isTile = Buffer.isBuffer(answer?.body);
    const body = isTile ? answer.body : JSON.stringify(answer?.body ?? notFoundAt(moved.get(path)));
    await held;
    if (path.startsWith('/uploads/') && answer) {
      const picture = Buffer.isBuffer(answer.body) ? answer.body : Buffer.from(String(answer.body));
      response
        .writeHead(200, {
          'content-type': FILE_TYPES[extname(path)] ?? 'image/svg+xml',
          'content-length': picture.length,
          etag: `"${answer.version}"`,
          ...(answer.tags ? { 'cache-tag': answer.tags } : {}),
          ...(answer.version ? { 'media-version': answer.version } : {}),
        })
        .end(picture);
      return;
    }
    response
      .writeHead(answer ? 200 : 404, {
        'content-type': isTile ? 'application/vnd.mapbox-vector-tile' : 'application/json; charset=utf-8',
        'set-cookie': 'session=1',
        ...(answer?.tags ? { 'cache-tag': answer.tags } : {}),
      })
      .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    /** Every request it got, but those whether it is ready. */
    asked,
    /** How many requests it had to answer at the same time, at most. */
    get mostAtOnce() {
      return mostAtOnce;
    },
    /** Publishes an answer under a path. */
    set: (path: string, body: unknown, tags?: string) => void answers.set(path, { body, tags }),
    /** Puts a file into the media library, or a new version in its place. */
    setFile: (path: string, body: string, version: string) =>
      void answers.set(path, { body, version, tags: `media:${path}` }),
    remove: (path: string) => void answers.delete(path),
    /** What was there is found at another slug from now on, under which it has to be set. */
    move: (path: string, slug: string) => {
      answers.delete(path);
      moved.set(path, slug);
    },
    /** It answers every request with 503 from now on. */
    fail: () => {
      behaviour = { how: 'fail', where: /^/ };
    },
    /** From now on, requests for addresses like `where` fare differently. */
    behave: (how: Behaviour, where = /^/) => {
      behaviour = { how, where };
    },
    recover: () => {
      behaviour = undefined;
      lie = undefined;
    },
    /** It answers every request with this from now on. */
    lie: (told: Lie) => {
      lie = told;
    },
    /** A good answer, as it would go over the wire. */
    bodyOf: (path: string): string | Buffer => {
      const body = answers.get(path)?.body;
      return Buffer.isBuffer(body) ? body : JSON.stringify(body);
    },
    /** Holds answers back, as they are now, until the returned function is called. */
    hold: () => {
      let release = (): void => {};
      held = new Promise((resolve) => {
        release = () => {
          held = undefined;
          resolve();
        };
      });
      return release;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type FakeCms = Awaited<ReturnType<typeof startFakeCms>>;
