import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { renderNotFound, renderPage } from '../src/entry-server';
import { renderLocatorSvg } from '../src/map/picture/locator';
import { renderWorkshopsSvg } from '../src/map/picture/svg';
import { renderTerritorySvg } from '../src/map/picture/territory';
import { matchRoute } from '../src/routes';
import { firstTiles } from './first-tiles';
import { ask as askAt } from './testing/ask';
import { type FakeCms, pageNamed, startFakeCms, tile, workshop } from './testing/fake-cms';
import { SECRET, startSite, type TestSite } from './testing/start-site';
import type { WarmingBudget } from './warm';

let cms: FakeCms;
let site: TestSite;
vi.setConfig({ testTimeout: 30_000 });
vi.spyOn(console, 'error').mockImplementation(() => {});

const partner = {
  name: 'Idaho Partner',
  slug: 'idaho-partner',
  contactName: null,
  email: null,
  phone: null,
  website: null,
  logo: {
    url: '/uploads/logo_1a2b.svg',
    alternativeText: 'Idaho Partner',
    width: 10,
    height: 10,
    mime: 'image/svg+xml',
    name: 'logo.svg',
    size: 1,
    sizes: [],
  },
  about: null,
  territory: [],
  costNote: null,
  discounts: [],
  groupPrices: [],
};
const finderSection = {
  __component: 'sections.workshop-finder',
  id: 1,
  heading: 'Find one',
  kind: null,
  body: null,
  afterword: null,
  actions: [],
};
const listed = (...slugs: string[]) => slugs.map((slug) => ({ slug, updatedAt: '2027-01-02T03:04:05Z' }));
const publish = (...slugs: string[]): void => {
  for (const slug of slugs) cms.set(`/api/pages/${slug}`, pageNamed(slug, slug));
  cms.set('/api/sitemap', {
    pages: listed('deep-dive', 'find', ...slugs),
    workshops: listed(workshop.slug),
    partners: listed(partner.slug),
  });
};

const start = (warming: Partial<WarmingBudget> = {}): Promise<TestSite> =>
  startSite(
    { renderPage, renderNotFound, matchRoute, renderWorkshopsSvg, renderLocatorSvg, renderTerritorySvg },
    cms.url,
    { production: true },
    { pause: 0, settle: 1, retry: 20, ...warming },
  );

beforeEach(async () => {
  cms = await startFakeCms();
  publish('about');
  cms.set('/api/partners/idaho-partner', partner);
  cms.set('/api/pages/find', { ...pageNamed('find', 'Find'), sections: [finderSection] });
  cms.set(partner.logo.url, '<svg xmlns="http://www.w3.org/2000/svg"/>');
  for (const address of firstTiles()) cms.set(`/api/workshop-tiles/${address}`, tile);
});
afterEach(async () => {
  await site.close();
  await cms.close();
});

const ask = (path: string) => askAt(site.url, path);
const asked = (path: string): number => cms.asked.filter(({ url }) => url === path).length;
const invalidate = (tags: string[]) =>
  askAt(site.url, '/_internal/invalidate', {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' },
    body: JSON.stringify({ tags }),
  });
/** What is asked for last. */
const LAST = `/api/workshops/${workshop.slug}`;
const isReady = (times = 1) =>
  vi.waitFor(() => expect(asked(LAST)).toBeGreaterThanOrEqual(times), { timeout: 20_000 });

const FIRST = [
  '/',
  '/about',
  '/workshops',
  '/workshops?kind=intro',
  '/embed/workshops',
  `/workshops/${workshop.slug}`,
  `/workshops/${workshop.slug}.ics`,
  '/partners/idaho-partner',
  '/workshops.svg',
  '/workshops.svg?kind=deep-dive',
  '/workshops.ics',
  '/workshops.rss?kind=intro',
  '/workshops.geojson',
  '/sitemap.xml',
  `/api/workshop-tiles/${firstTiles()[0]}`,
  `/api/workshop-tiles/${firstTiles().at(-1)}?kind=deep-dive`,
  '/api/workshops?partner=idaho-partner',
  partner.logo.url,
];

it('what nobody asked for yet is there while the CMS is away, and after a restart', async () => {
  site = await start();
  await isReady();
  cms.fail();
  for (const path of FIRST) expect([path, (await ask(path)).status]).toEqual([path, 200]);
  await site.restart();
  for (const path of FIRST) expect([path, (await ask(path)).status]).toEqual([path, 200]);
});

it('a search nobody made before says so, and lists all workshops', async () => {
  site = await start();
  await isReady();
  cms.fail();
  for (const path of [
    '/workshops?near=80202',
    '/embed/workshops?near=80202&kind=intro',
    '/workshops?page=2',
  ]) {
    const { status, text, headers } = await ask(path);
    expect([path, status, headers['cache-control']]).toEqual([path, 503, 'no-store']);
    expect(text.replaceAll('<!-- -->', '')).toContain(
      'We can’t search right now. Until we can, here are all upcoming',
    );
    expect(text).toContain(`/workshops/${workshop.slug}"`);
  }
  const page = await ask('/find?near=80202');
  expect(page.status).toBe(200);
  expect(page.text.replaceAll('<!-- -->', '')).toContain('here are all upcoming workshops:');
});

it('a page is there as soon as it is published, and what has not changed is not asked for again', async () => {
  site = await start();
  await isReady();
  publish('about', 'news');
  await invalidate(['page']);
  await vi.waitFor(() => expect(asked('/api/pages/news')).toBe(1), { timeout: 20_000 });
  cms.fail();
  expect((await ask('/news')).status).toBe(200);
  expect(asked('/api/pages/about')).toBe(2);
  expect(asked('/api/workshop-feed')).toBe(1);
  expect(asked(partner.logo.url)).toBe(1);
});

it('asks for two things at a time, also when it begins with a full cache', async () => {
  site = await start();
  await isReady();
  await site.restart();
  await isReady(2);
  expect(cms.mostAtOnce).toBeLessThanOrEqual(2);
});

it('leaves a CMS alone that is not well, and goes on when it is', async () => {
  cms.fail();
  site = await start({ retry: 300 });
  await vi.waitFor(() => expect(cms.asked.length).toBeGreaterThan(0));
  cms.recover();
  const before = cms.asked.length;
  expect(before).toBeLessThanOrEqual(2);
  await isReady();
});

it('stops at its budget', async () => {
  site = await start({ maxCount: 5 });
  await vi.waitFor(() => expect(cms.asked.length).toBe(6));
  publish('about', 'news');
  await invalidate(['page']);
  // The sitemap, and what is within the budget of it.
  await vi.waitFor(() => expect(asked('/api/sitemap')).toBe(2));
  expect(asked(LAST)).toBe(0);
});
