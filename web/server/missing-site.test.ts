import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderNotFound, renderPage } from '../src/entry-server';
import { renderLocatorSvg } from '../src/map/picture/locator';
import { renderWorkshopsSvg } from '../src/map/picture/svg';
import { renderTerritorySvg } from '../src/map/picture/territory';
import { matchRoute } from '../src/routes';
import { ask as askAt } from './testing/ask';
import { type FakeCms, site as published, startFakeCms, workshop } from './testing/fake-cms';
import { SECRET, startSite, type TestSite } from './testing/start-site';

let cms: FakeCms;
let site: TestSite;
vi.setConfig({ testTimeout: 30_000 });
vi.spyOn(console, 'error').mockImplementation(() => {});

beforeEach(async () => {
  cms = await startFakeCms();
  site = await startSite(
    { renderPage, renderNotFound, matchRoute, renderWorkshopsSvg, renderLocatorSvg, renderTerritorySvg },
    cms.url,
  );
});
afterEach(async () => {
  await site.close();
  await cms.close();
});

const ask = (path: string) => askAt(site.url, path);
const siteChanges = () =>
  askAt(site.url, '/_internal/invalidate', {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' },
    body: JSON.stringify({ tags: ['site'] }),
  });

const NAME = 'Code.org Professional Learning';
const PAGES = ['/', '/deep-dive', '/workshops', '/embed/workshops', `/workshops/${workshop.slug}`];
const FEEDS = ['/workshops.ics', '/workshops.rss', '/workshops.geojson', '/sitemap.xml'];

describe('while Site is not published', () => {
  it.each([...PAGES, ...FEEDS])('%s stays what it is, in a plain frame', async (path) => {
    expect((await ask(path)).status).toBe(200);
    cms.remove('/api/site');
    await siteChanges();
    const { status, text } = await ask(path);
    expect(status).toBe(200);
    expect(text).not.toContain('Every student in every school.');
    if (PAGES.includes(path)) expect(text).toContain(NAME);
  });

  it('an address nothing answers to is a 404 in that frame, also for a kind of page there is', async () => {
    cms.remove('/api/site');
    for (const path of ['/no-such-page', '/workshops/no-such-workshop', '/a/b/c']) {
      const { status, text } = await ask(path);
      expect([path, status]).toEqual([path, 404]);
      expect(text).toContain(NAME);
      expect(text).toContain('We can’t find that page');
    }
  });

  it('a browser is told what the site is, and asks nothing in vain', async () => {
    cms.remove('/api/site');
    const { status, text } = await ask('/api/site');
    expect([status, JSON.parse(text).name]).toEqual([200, NAME]);
    expect((await ask('/deep-dive')).text).toContain('"queryKey":["site"]');
  });

  it('comes back as soon as it is published', async () => {
    cms.remove('/api/site');
    expect((await ask('/deep-dive')).text).not.toContain('Every student');
    cms.set('/api/site', published, 'site');
    await siteChanges();
    expect((await ask('/deep-dive')).text).toContain('Every student in every school.');
  });
});

describe('while the CMS is away and never said what the site is', () => {
  it.each([
    ['/deep-dive', '/api/pages/deep-dive'],
    ['/workshops.rss', '/api/workshop-feed'],
  ])('%s is made from what is known, and not kept', async (path, answer) => {
    expect((await ask(answer)).status).toBe(200);
    cms.fail();
    const { status, text } = await ask(path);
    expect(status).toBe(200);
    expect(text).toContain(NAME);
    cms.recover();
    await siteChanges();
    expect((await ask(path)).text).not.toContain(NAME);
  });

  it('an address no page can have is a 404, and one that might be a page a 503', async () => {
    cms.fail();
    expect((await ask('/a/b/c')).status).toBe(404);
    const away = await ask('/may-be-a-page');
    expect(away.status).toBe(503);
    expect(away.text).toContain('rel="stylesheet"');
  });
});

it('while the CMS is away, the site is what it last was', async () => {
  await ask('/api/pages/deep-dive');
  await ask('/api/site');
  cms.fail();
  await siteChanges();
  expect((await ask('/deep-dive')).text).toContain('Every student in every school.');
  expect((await ask('/a/b/c')).text).toContain('Every student in every school.');
});

it('a not-found page that cannot be made is a 404 all the same', async () => {
  const broken = await startSite(
    {
      renderPage,
      renderNotFound: () => Promise.reject(new Error('broken')),
      matchRoute,
      renderWorkshopsSvg,
      renderLocatorSvg,
      renderTerritorySvg,
    },
    cms.url,
  );
  try {
    const { status, text } = await askAt(broken.url, '/a/b/c');
    expect([status, text.includes('We can’t find that page')]).toEqual([404, true]);
  } finally {
    await broken.close();
  }
});
