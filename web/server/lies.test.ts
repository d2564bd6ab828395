import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderNotFound, renderPage } from '../src/entry-server';
import { renderLocatorSvg } from '../src/map/picture/locator';
import { renderWorkshopsSvg } from '../src/map/picture/svg';
import { renderTerritorySvg } from '../src/map/picture/territory';
import { matchRoute } from '../src/routes';
import { ask as askAt } from './testing/ask';
import {
  type FakeCms,
  feedOf,
  type Lie,
  list,
  notFound,
  pageNamed,
  startFakeCms,
  tile,
  workshop,
} from './testing/fake-cms';
import { SECRET, startSite, type TestSite } from './testing/start-site';

let cms: FakeCms;
let site: TestSite;
// The first page of a run is rendered while the site's code is being compiled.
vi.setConfig({ testTimeout: 30_000 });
vi.spyOn(console, 'error').mockImplementation(() => {});

const PNG = Buffer.from('\x89PNG\r\n\x1a\n picture', 'latin1');

/** One address for each kind of answer, and others that are made from several. */
const JSON_ADDRESSES = [
  '/api/site',
  '/api/pages/deep-dive',
  '/api/pricing',
  '/api/scholarships',
  '/api/partners',
  '/api/partners/idaho-partner',
  '/api/workshops',
  `/api/workshops/${workshop.slug}`,
  '/api/workshop-feed',
  '/api/workshop-places',
  '/api/places',
  '/api/sitemap',
];
const MADE = [
  '/',
  '/deep-dive',
  '/workshops',
  `/workshops/${workshop.slug}`,
  '/workshops.ics',
  '/sitemap.xml',
];
const TILE = '/api/workshop-tiles/0/0/0';
const PICTURE = '/uploads/hero_1a2b.png';
const ADDRESSES = [...JSON_ADDRESSES, ...MADE, TILE, '/workshops.svg', PICTURE];

const json = (value: unknown): Lie => ({ body: JSON.stringify(value) });
const LIES: [string, Lie][] = [
  ['an empty object', json({})],
  ['null', json(null)],
  ['a number', json(42)],
  ['an empty list', json([])],
  ['a list of nothing it knows', json([{}])],
  ['JSON of another program', json({ status: 'ok', uptime: 12 })],
  ['Strapi’s own shape', json({ data: { id: 1, attributes: {} }, meta: {} })],
  ['HTML', { contentType: 'text/html', body: '<!doctype html><title>Welcome to nginx!</title>' }],
  ['HTML that calls itself JSON', { body: '<!doctype html><title>Welcome</title>' }],
  ['HTML that calls itself a picture', { contentType: 'image/png', body: '<!doctype html><p>Hello' }],
  ['nothing', { body: '' }],
  ['half of something', { body: '{"name":"Professional Le' }],
  ['a 404 that is empty JSON', { ...json({}), status: 404 }],
  ['a 404 of another program', { ...json({ error: { status: 404, message: 'Not Found' } }), status: 404 }],
  ['a 404 in HTML', { status: 404, contentType: 'text/html', body: '<h1>Not Found</h1>' }],
  ['a 404 that says 200', json(notFound)],
  ['a 400 that is empty JSON', { ...json({}), status: 400 }],
  ['a broken off answer', { body: '{"name":', isCut: true }],
];

beforeAll(async () => {
  cms = await startFakeCms();
  cms.set('/api/partners/idaho-partner', {
    name: 'Idaho Partner',
    slug: 'idaho-partner',
    contactName: null,
    email: null,
    phone: null,
    website: null,
    logo: null,
    about: null,
    territory: [],
    costNote: null,
    discounts: [],
    groupPrices: [],
  });
  cms.set(PICTURE, PNG);
  const { visibility: _, directions: __, contact: ___, ...entry } = workshop;
  cms.set('/api/workshop-feed', feedOf(entry));
  const { updatedAt: _1, notes: _2, street: _3, ...summary } = entry;
  cms.set('/api/workshops', { ...list, workshops: [{ ...summary, distanceMiles: null }] });
  site = await startSite(
    { renderPage, renderNotFound, matchRoute, renderWorkshopsSvg, renderLocatorSvg, renderTerritorySvg },
    cms.url,
  );
});
beforeEach(() => cms.recover());
afterEach(() => cms.recover());
afterAll(async () => {
  await site.close();
  await cms.close();
});

const ask = (path: string) => askAt(site.url, path);
const invalidate = () =>
  askAt(site.url, '/_internal/invalidate', {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' },
    body: JSON.stringify({ tags: ['*'] }),
  });

/** Every address with its answer; of what is made from answers, and tells when that was, the status. */
async function everything(): Promise<Record<string, readonly [number, string]>> {
  const answers = await Promise.all(
    ADDRESSES.map(async (path) => {
      const { status, body } = await ask(path);
      return [path, [status, MADE.includes(path) ? '' : body.toString('latin1')]] as const;
    }),
  );
  return Object.fromEntries(answers);
}

describe('a CMS that answers every question', () => {
  it.each(LIES)(
    'with %s takes no good copy away, and none is missing after a restart',
    async (_name, lie) => {
      await invalidate();
      const good = await everything();
      for (const [path, [status]] of Object.entries(good)) expect([path, status]).toEqual([path, 200]);
      cms.lie(lie);
      await invalidate();
      expect(await everything()).toEqual(good);
      await site.restart();
      const { [TILE]: _memoryOnly, ...kept } = good;
      expect(await everything()).toMatchObject(kept);
    },
  );

  it('with more than anyone should send takes none away either', async () => {
    await invalidate();
    const good = await ask('/api/site');
    cms.lie({ body: Buffer.alloc(20_000_001, JSON.stringify({ name: 'x' })) });
    await invalidate();
    expect((await ask('/api/site')).text).toBe(good.text);
  });

  it('with tiles takes none either', async () => {
    const good = await everything();
    cms.lie({ contentType: 'application/vnd.mapbox-vector-tile', body: tile });
    await invalidate();
    expect(await everything()).toEqual(good);
  });

  it.each([
    ['cut', tile.subarray(0, -1)],
    ['with something behind it', Buffer.concat([tile, Buffer.from('\x00')])],
    ['of words', Buffer.from('a vector tile. '.repeat(100))],
  ])('with a tile %s keeps the one it has', async (_name, body) => {
    await invalidate();
    const good = await ask(TILE);
    cms.lie({ contentType: 'application/vnd.mapbox-vector-tile', body });
    await invalidate();
    const after = await ask(TILE);
    expect([after.status, after.body.equals(good.body)]).toEqual([200, true]);
  });

  it.each(LIES)(
    'with %s from the beginning makes pages that are away, and nothing that is kept',
    async (_name, lie) => {
      const fresh = await startSite(
        { renderPage, renderNotFound, matchRoute, renderWorkshopsSvg, renderLocatorSvg, renderTerritorySvg },
        cms.url,
      );
      try {
        cms.lie(lie);
        for (const path of ADDRESSES) {
          const { status } = await askAt(fresh.url, path);
          expect([path, status]).toEqual([path, 503]);
        }
        cms.recover();
        for (const path of ADDRESSES)
          expect([path, (await askAt(fresh.url, path)).status]).toEqual([path, 200]);
      } finally {
        await fresh.close();
      }
    },
  );
});

describe('every field of a good answer', () => {
  /** The answer with one field left out, or with something else in its place; each field once. */
  function* variants(value: unknown): Generator<unknown> {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries())
        for (const variant of variants(item)) yield value.with(index, variant);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, field] of Object.entries(value)) {
        const { [key]: _, ...rest } = value as Record<string, unknown>;
        yield rest;
        yield { ...value, [key]: { foreign: true } };
        for (const variant of variants(field)) yield { ...value, [key]: variant };
      }
    }
  }

  it.each(JSON_ADDRESSES)('of %s must be there and of its kind', async (path) => {
    await invalidate();
    const good = await ask(path);
    for (const variant of variants(JSON.parse(good.text))) {
      const body = JSON.stringify(variant);
      cms.lie({ body });
      await invalidate();
      const after = await ask(path);
      expect([after.status, after.text], body).toEqual([200, good.text]);
    }
  });
});

describe('what an older site does not know', () => {
  it('is no reason to refuse an answer: a field, or a section', async () => {
    const page = pageNamed('deep-dive', 'Newer');
    const newer = {
      ...page,
      theme: 'night',
      sections: [...page.sections, { __component: 'sections.from-the-future', id: 2, glow: 3 }],
    };
    cms.lie(json(newer));
    await invalidate();
    expect(JSON.parse((await ask('/api/pages/deep-dive')).text)).toEqual(newer);
  });
});

describe('a page with a section that is not in its shape', () => {
  const flawed = (words: string) => {
    const page = pageNamed('odd', words, words);
    return { ...page, sections: [...page.sections, { ...page.sections[0], id: 3, body: { not: 'a list' } }] };
  };

  it('is shown without it where there is nothing better, and a later one like it takes its place', async () => {
    for (const words of ['First words', 'Second words']) {
      cms.set('/api/pages/odd', flawed(words));
      await invalidate();
      const { status, text } = await ask('/odd');
      expect(status).toBe(200);
      expect(text).toContain(words);
    }
    cms.set('/api/pages/odd', pageNamed('odd', 'Whole', 'Whole words'));
    await invalidate();
    expect((await ask('/odd')).text).toContain('Whole words');
    cms.set('/api/pages/odd', flawed('Third words'));
    await invalidate();
    expect((await ask('/odd')).text).toContain('Whole words');
  });
});
