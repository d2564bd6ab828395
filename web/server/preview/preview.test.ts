import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PreviewAbout } from '@deep-dive/shared-types';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderNotFound, renderPage } from '../../src/entry-server';
import { renderLocatorSvg } from '../../src/map/picture/locator';
import { renderWorkshopsSvg } from '../../src/map/picture/svg';
import { renderTerritorySvg } from '../../src/map/picture/territory';
import { matchRoute } from '../../src/routes';
import { ask } from '../testing/ask';
import { pageNamed, site, startFakeCms, workshop } from '../testing/fake-cms';
import { startSite, type TestSite } from '../testing/start-site';

const NAME = 'aaa.bbb.ccc';
const SECRET_WORDS = 'Nobody knows this yet';
const about: PreviewAbout = {
  title: '“Deep Dive” (Page)',
  path: '/deep-dive',
  form: 'https://cms.example.org/admin/content-manager/collection-types/api::page.page/1',
  version: null,
  problems: ['Section 1: “Heading” is missing.'],
  until: Date.now() + 3_600_000,
};

/** What a CMS with drafts answers a preview; everybody else is answered by another. */
const DRAFTS: Record<string, unknown> = {
  '/about': about,
  '/revision': { revision: 7 },
  '/marks/deep-dive': { sections: [] },
  '/card': { admin: 'https://cms.example.org' },
  '/site': site,
  '/pages/deep-dive': pageNamed('deep-dive', 'Deep Dive', SECRET_WORDS),
  '/workshops/boise-2027-03-06': { ...workshop, title: SECRET_WORDS },
  '/workshop-places': { places: [[-116, 43, 1, 0]] },
};

describe('a preview', () => {
  let cms: Awaited<ReturnType<typeof startFakeCms>>;
  let site: TestSite;
  let stop: () => void;
  /** What the CMS was asked for previews, and with which headers. */
  let asked: { path: string; headers: IncomingHttpHeaders }[];
  /** The status with which it answers them. */
  let status: number;

  beforeAll(async () => {
    cms = await startFakeCms();
    const front = createServer(async (request, response) => {
      const path = request.url ?? '';
      if (path.startsWith('/api/preview')) {
        asked.push({ path, headers: request.headers });
        const known = DRAFTS[path.slice('/api/preview'.length).split('?')[0] ?? ''];
        const answered = status === 200 && known === undefined ? 404 : status;
        response.writeHead(answered, { 'content-type': 'application/json', 'set-cookie': 'a=b' });
        response.end(JSON.stringify(known ?? { error: {} }));
        return;
      }
      const { status: given, headers, body } = await ask(cms.url, path);
      response.writeHead(given, headers).end(body);
    });
    await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
    stop = () => front.close();
    const { port } = front.address() as AddressInfo;
    const code = {
      renderPage,
      renderNotFound,
      matchRoute,
      renderWorkshopsSvg,
      renderLocatorSvg,
      renderTerritorySvg,
    };
    site = await startSite(code, `http://127.0.0.1:${port}`);
  });
  afterAll(async () => {
    await site.close();
    stop();
    await cms.close();
  });
  beforeEach(() => {
    asked = [];
    status = 200;
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });

  const get = (path: string) => ask(site.url, path);

  it('shows the draft in the site’s own layout, made anew each time', async () => {
    const { status, text } = await get(`/preview/${NAME}/page/deep-dive`);
    expect(status).toBe(200);
    expect(text).toContain(SECRET_WORDS);
    const before = asked.length;
    await get(`/preview/${NAME}/page/deep-dive`);
    expect(asked.length).toBe(2 * before);
    expect(new Set(asked.map(({ headers }) => headers['x-preview']))).toEqual(new Set([NAME]));
  });

  it.each(['', '/page', '/page/deep-dive', '/page/gone', '/api/pages/deep-dive', '/api/about', '/nothing'])(
    'is kept by nobody, found by nobody, framed by nobody else, and told to no other site: %s',
    async (rest) => {
      const { headers } = await get(`/preview/${NAME}${rest}`);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['x-robots-tag']).toBe('noindex, nofollow');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['content-security-policy']).toContain("frame-ancestors 'self'");
      expect(headers.etag).toBeUndefined();
      expect(headers['set-cookie']).toBeUndefined();
    },
  );

  it('leaves nothing of the draft behind for visitors, whatever they ask', async () => {
    const paths = ['/deep-dive', '/', '/workshops', '/workshops/boise-2027-03-06', '/sitemap.xml'];
    const feeds = ['/api/pages/deep-dive', '/workshops.ics', '/workshops.rss', '/workshops.svg'];
    const all = [...paths, ...feeds];
    const before = await Promise.all(all.map(async (path) => (await get(path)).status));
    const seen = await Promise.all(
      ['/page/deep-dive', '/page/workshops/boise-2027-03-06', '/api/pages/deep-dive', ''].map((rest) =>
        get(`/preview/${NAME}${rest}`),
      ),
    );
    expect(seen.filter(({ text }) => text.includes(SECRET_WORDS))).toHaveLength(3);
    for (const [index, path] of all.entries()) {
      const { status, text } = await get(path);
      expect([path, status]).toEqual([path, before[index]]);
      expect(text).not.toContain(SECRET_WORDS);
    }
    expect((await get('/robots.txt')).text).toContain('Disallow: /preview/');
  });

  it('says what is shown, and frames its page', async () => {
    const { status, text, headers } = await get(`/preview/${NAME}~live~5`);
    expect(status).toBe(200);
    expect(text).toContain('“Deep Dive” (Page)');
    expect(text).toContain('One thing keeps it from being published');
    expect(text).toContain(`src="/preview/${NAME}~live~5/page/deep-dive"`);
    expect(headers['content-security-policy']).toContain("frame-src 'self'");
    expect(asked[0]?.headers['x-preview']).toBe(`${NAME}~live~5`);
  });

  it('lends the frame of a workshop’s card to the admin alone, and to nobody without its credential', async () => {
    const { status: answered, text, headers } = await get(`/preview/${NAME}/card`);
    expect(answered).toBe(200);
    expect(headers['content-security-policy']).toMatch(/frame-ancestors https:\/\/cms\.example\.org$/);
    expect(headers['cache-control']).toBe('no-store');
    expect(text).toContain('{"admin":"https://cms.example.org"}');
    expect(asked.map(({ path }) => path)).toEqual(['/api/preview/card']);
    status = 401;
    const refused = await get(`/preview/${NAME}/card`);
    expect(refused.status).toBe(403);
    expect(refused.headers['content-security-policy']).toContain("frame-ancestors 'self'");
  });

  it('leads on within itself, before any script has begun', async () => {
    const { text } = await get(`/preview/${NAME}/page/workshops`);
    const attributes = (name: string) =>
      [...text.matchAll(new RegExp(` ${name}="(/[^"]*)"`, 'g'))].map(([, to]) => to ?? '');
    const links = attributes('href');
    expect(links).toContain(`/preview/${NAME}/page`);
    expect(links).toContain(`/preview/${NAME}/page/workshops`);
    expect(attributes('action').every((to) => to.startsWith(`/preview/${NAME}/page/workshops`))).toBe(true);
    expect(links.filter((to) => /\.(ics|rss|css)$/.test(to)).every((to) => !to.startsWith('/preview'))).toBe(
      true,
    );
  });

  it('draws its pictures of what it shows', async () => {
    const { text } = await get(`/preview/${NAME}/page/workshops/boise-2027-03-06`);
    expect(text).toContain(` src="/preview/${NAME}/workshops/boise-2027-03-06.svg"`);
    const picture = await get(`/preview/${NAME}/workshops/boise-2027-03-06.svg`);
    expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/svg+xml']);
    expect((await get(`/preview/${NAME}/workshops.svg?kind=intro`)).status).toBe(200);
    expect(asked.at(-1)?.path).toBe('/api/preview/workshop-places?kind=intro');
  });

  it.each([401, 403])('has ended when the CMS says %s', async (answered) => {
    status = answered;
    for (const rest of ['', '/page/deep-dive']) {
      const { status, text } = await get(`/preview/${NAME}${rest}`);
      expect([rest, status]).toEqual([rest, 403]);
      expect(text).toContain('This preview has ended');
    }
    expect((await get(`/preview/${NAME}/api/revision`)).status).toBe(401);
  });

  it('is taking a break while the CMS is away, and no log has its credential', async () => {
    status = 500;
    expect((await get(`/preview/${NAME}`)).status).toBe(503);
    expect((await get(`/preview/${NAME}/api/revision`)).status).toBe(503);
    const { status: ofPage } = await get(`/preview/${NAME}/page/deep-dive`);
    expect(ofPage).toBe(503);
    expect(JSON.stringify(vi.mocked(console.error).mock.calls)).not.toContain(NAME);
  });

  it.each([
    '/preview/x/page/deep-dive',
    `/preview/${NAME}~dead`,
    `/preview/${NAME}~live~x/api/about`,
    `/preview/${'a'.repeat(2000)}.b.c`,
    '/preview/https:/evil.example/page',
    `/preview/${NAME}/elsewhere`,
  ])('is not what no CMS signed: %s', async (path) => {
    const { status, headers } = await get(path);
    expect([401, 403]).toContain(status);
    expect(headers.location).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('leads nowhere else', async () => {
    for (const path of [
      `/preview/${NAME}/page//evil.example`,
      `/preview/${NAME}/page/https://evil.example`,
    ]) {
      const { status, headers } = await get(path);
      expect([path, status, headers.location]).toEqual([path, 404, undefined]);
    }
  });
});
