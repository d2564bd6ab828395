import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderNotFound, renderPage } from '../src/entry-server';
import { renderWorkshopsSvg } from '../src/map/svg';
import { matchRoute } from '../src/routes';
import { ask as askAt, type Question } from './testing/ask';
import { type FakeCms, pageNamed, startFakeCms, workshop } from './testing/fake-cms';
import { SECRET, startSite, type TestSite } from './testing/start-site';

let cms: FakeCms;
let site: TestSite;
const log = vi.spyOn(console, 'error').mockImplementation(() => {});

beforeEach(async () => {
  cms = await startFakeCms();
  site = await startSite({ renderPage, renderNotFound, matchRoute, renderWorkshopsSvg }, cms.url);
  log.mockClear();
});
afterEach(async () => {
  await site.close();
  await cms.close();
});

const ask = (path: string, question?: Question) => askAt(site.url, path, question);
const asked = (path: string) => cms.asked.filter(({ url }) => url === path).length;
const invalidate = (tags: unknown, secret = SECRET) =>
  ask('/_internal/invalidate', {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ tags }),
  });

describe('a page', () => {
  it('comes whole from the server, with what the browser needs to take over', async () => {
    const page = await ask('/deep-dive');
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.text).toContain('Come and learn with us.');
    expect(page.text).toContain('<title>Deep Dive | Professional Learning</title>');
    const state = /<script type="application\/json" id="state">(.*?)<\/script>/.exec(page.text)?.[1] ?? '';
    expect(JSON.parse(state)).toMatchObject({ status: 200, config: { siteUrl: 'https://example.org' } });
  });

  it('holds no script but the bundle and data', async () => {
    const { text } = await ask('/deep-dive');
    for (const [, attributes] of text.matchAll(/<script([^>]*)>/g))
      expect(attributes).toMatch(/type="(application\/(ld\+)?json|module)"/);
  });

  it('is the home page at "/", which is also its canonical address', async () => {
    for (const path of ['/', '/deep-dive']) {
      const page = await ask(path);
      expect(page.status).toBe(200);
      expect(page.text).toContain('<link rel="canonical" href="https://example.org/">');
    }
  });

  it('says what a workshop is to search engines', async () => {
    const page = await ask(`/workshops/${workshop.slug}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('"@type":"EducationEvent"');
    expect(page.text).not.toContain('"price"');
  });

  it('cannot be broken out of by what somebody wrote', async () => {
    cms.set('/api/pages/odd', pageNamed('odd', 'Odd', '</script><script>alert(1)</script>'));
    const { text } = await ask('/odd');
    expect(text).not.toContain('<script>alert(1)');
  });

  it('is asked of the CMS once, whatever is added to its address', async () => {
    await ask('/deep-dive');
    await ask('/deep-dive?utm_source=mail');
    await ask(`/deep-dive?x=${'y'.repeat(10_000)}`);
    expect(asked('/api/pages/deep-dive')).toBe(1);
  });

  it('goes without its CMS’s cookies, and the CMS without the visitor’s', async () => {
    const page = await ask('/api/pages/deep-dive', { headers: { cookie: 'a=b', authorization: 'Bearer x' } });
    expect(page.status).toBe(200);
    expect(page.headers['set-cookie']).toBeUndefined();
    expect(cms.asked.at(-1)?.headers).not.toHaveProperty('cookie');
    expect(cms.asked.at(-1)?.headers).not.toHaveProperty('authorization');
  });
});

describe('a change', () => {
  it('shows on the next load', async () => {
    await ask('/deep-dive');
    cms.set('/api/pages/deep-dive', pageNamed('deep-dive', 'Deep Dive', 'New words.'), 'page,page:1');
    expect((await ask('/deep-dive')).text).toContain('Come and learn');
    expect((await invalidate(['page:1'])).status).toBe(204);
    expect((await ask('/deep-dive')).text).toContain('New words.');
  });

  it('shows though the page was being made from the old words when it came', async () => {
    const release = cms.hold();
    const early = ask('/deep-dive');
    await vi.waitFor(() => expect(asked('/api/pages/deep-dive')).toBe(1));
    cms.set('/api/pages/deep-dive', pageNamed('deep-dive', 'Deep Dive', 'New words.'), 'page,page:1');
    await invalidate(['page:1']);
    release();
    await early;
    expect((await ask('/deep-dive')).text).toContain('New words.');
  });

  it('of a missing page to a published one shows too, and back', async () => {
    expect((await ask('/soon')).status).toBe(404);
    cms.set('/api/pages/soon', pageNamed('soon', 'Soon'));
    await invalidate(['page']);
    expect((await ask('/soon')).status).toBe(200);
    cms.remove('/api/pages/soon');
    await invalidate(['page']);
    expect((await ask('/soon')).status).toBe(404);
  });

  it('is announced with the secret, in the right shape, and by POST', async () => {
    expect((await invalidate(['page'], 'wrong')).status).toBe(401);
    expect((await invalidate([])).status).toBe(400);
    expect((await invalidate('page')).status).toBe(400);
    expect((await invalidate(['*'])).status).toBe(204);
    const get = await ask('/_internal/invalidate');
    expect([get.status, get.headers.allow]).toEqual([405, 'POST']);
    const large = await invalidate(['x'.repeat(300_000)]);
    expect(large.status).toBe(413);
    const empty = await ask('/_internal/invalidate', { method: 'POST' });
    expect(empty.status).toBe(401);
    const endless = await ask('/_internal/invalidate', {
      method: 'POST',
      headers: { authorization: `Bearer ${SECRET}`, 'transfer-encoding': 'chunked' },
      body: '{"tags":["page"]}',
    });
    expect(endless.status).toBe(411);
  });
});

describe('while the CMS is away', () => {
  it('pages seen before are served, even changed ones', async () => {
    await ask('/deep-dive');
    cms.fail();
    await invalidate(['*']);
    const page = await ask('/deep-dive');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Come and learn with us.');
  });

  it('pages seen before are served after a restart', async () => {
    await ask('/deep-dive');
    await cms.close();
    await site.restart();
    const page = await ask('/deep-dive');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Come and learn with us.');
    const ready = await ask('/readyz');
    expect([ready.status, JSON.parse(ready.text).cms]).toEqual([200, 'unreachable']);
  });

  it('pictures seen before are served after a restart, compressed', async () => {
    cms.set(
      '/uploads/hero_1a2b.svg',
      `<svg xmlns="http://www.w3.org/2000/svg">${'<path d="M0 0h1"/>'.repeat(100)}</svg>`,
    );
    const before = await ask('/uploads/hero_1a2b.svg');
    await cms.close();
    await site.restart();
    const after = await ask('/uploads/hero_1a2b.svg', { headers: { 'accept-encoding': 'br' } });
    expect(after.status).toBe(200);
    expect(after.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(after.body).equals(before.body)).toBe(true);
  });

  it('a page never seen is no 404: nobody knows', async () => {
    await ask('/deep-dive');
    cms.fail();
    const page = await ask('/never-seen');
    expect(page.status).toBe(503);
    expect(page.headers['retry-after']).toBeDefined();
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.text).toContain('<h1>');
    expect(page.text).not.toContain('<script');
  });

  it('the site starts, says that it cannot serve, and serves as soon as the CMS is there', async () => {
    cms.fail();
    const ready = await ask('/readyz');
    expect(ready.status).toBe(503);
    expect(JSON.parse(ready.text).message).toContain('The CMS cannot be reached and nothing is cached yet');
    expect((await ask('/healthz')).status).toBe(200);
    expect((await ask('/deep-dive')).status).toBe(503);
    cms.recover();
    expect((await ask('/deep-dive')).status).toBe(200);
  });
});

describe('bad input', () => {
  it('an unknown address gets the 404 page in the site’s own layout', async () => {
    cms.set('/api/workshops?page=99', { total: 1, page: 99, pageSize: 20, pageCount: 1, workshops: [] });
    for (const path of ['/no-such-page', '/workshops/no-such-workshop', '/a/b/c', '/workshops?page=99']) {
      const page = await ask(path);
      expect(page.status, path).toBe(404);
      expect(page.text).toContain('<meta name="robots" content="noindex">');
      expect(page.text).toContain('Every student in every school.');
    }
  });

  it('a missing page is remembered as missing', async () => {
    await ask('/no-such-page');
    await ask('/no-such-page');
    expect(asked('/api/pages/no-such-page')).toBe(1);
  });

  it.each([
    '/%E0%A4%A',
    '/a%00b',
    '/..%2f',
    '/..%2f..%2fetc%2fpasswd',
    '/%2e%2e/x',
    '/a\\b',
    '//example.com/',
    '/workshops/%F0%9F%98%80',
    `/${'x'.repeat(5_000)}`,
    '/constructor',
    '/__proto__',
    '/uploads/../api/site',
    '/uploads/%2e%2e%2fadmin',
    '/api/pages/..%2f..%2fadmin',
    '/api/inquiries',
    '/api/pages/%E0%A4%A',
    '/assets/no-such-file.js',
  ])('%s is refused or not found, never an error', async (path) => {
    expect([400, 404]).toContain((await ask(path)).status);
    expect(cms.asked.every(({ url }) => /^\/api\/(site|pages\/[\w.-]+)$/.test(url))).toBe(true);
  });

  it('a query string longer than a server takes is refused by name', async () => {
    expect((await ask(`/deep-dive?x=${'y'.repeat(20_000)}`)).status).toBe(431);
  });

  it('an ETag that cannot be read is ignored', async () => {
    await ask('/deep-dive');
    for (const header of ['nonsense', '"half', '"\u00e9', 'W/', ',,,', 'x'.repeat(5_000)])
      expect((await ask('/deep-dive', { headers: { 'if-none-match': header } })).status).toBe(200);
  });

  it('a part that cannot be drawn is left out alone, and logged', async () => {
    const page = pageNamed('broken', 'Still here');
    const [hero] = page.sections;
    cms.set('/api/pages/broken', {
      ...page,
      sections: [
        hero,
        { __component: 'sections.from-the-future', id: 2 },
        { ...hero, id: 3, body: { not: 'a list' } },
      ],
    });
    const reply = await ask('/broken');
    expect(reply.status).toBe(200);
    expect(reply.text).toContain('Come and learn with us.');
    expect(log).toHaveBeenCalled();
  });

  it('a method that changes things is refused', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
      const reply = await ask('/deep-dive', { method });
      expect([reply.status, reply.headers.allow], method).toEqual([405, 'GET, HEAD']);
    }
  });

  it('a slash at the end leads to the address without, and never to another site', async () => {
    const reply = await ask('/deep-dive/?a=b');
    expect([reply.status, reply.headers.location]).toEqual([308, '/deep-dive?a=b']);
    expect((await ask('//example.com/')).status).toBe(400);
  });
});

describe('the wire', () => {
  it('carries what the visitor’s browser takes', async () => {
    const plain = await ask('/deep-dive');
    const brotli = await ask('/deep-dive', { headers: { 'accept-encoding': 'gzip, br' } });
    const gzip = await ask('/deep-dive', { headers: { 'accept-encoding': 'gzip' } });
    expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
    expect(gzip.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect(plain.headers).toMatchObject({ vary: 'Accept-Encoding' });
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    expect(new Set([plain, brotli, gzip].map(({ headers }) => headers.etag)).size).toBe(3);
  });

  it('carries nothing twice', async () => {
    const { headers } = await ask('/deep-dive');
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate, stale-if-error=86400');
    const again = await ask('/deep-dive', { headers: { 'if-none-match': `"other", W/${headers.etag}` } });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, headers.etag]);
  });

  it.each([
    '/deep-dive',
    '/api/pages/deep-dive',
    '/workshops.geojson',
    '/assets/index-abc.js',
    '/robots.txt',
  ])('answers HEAD %s like GET, without the body', async (path) => {
    for (const turn of ['first', 'from memory']) {
      const head = await ask(path, { method: 'HEAD' });
      const get = await ask(path);
      expect(head.body.length, turn).toBe(0);
      expect(head.status).toBe(200);
      expect(head.headers['content-length']).toBe(String(get.body.length));
      expect(head.headers.etag).toBe(get.headers.etag);
    }
  });

  it('keeps hashed files for good', async () => {
    const file = await ask('/assets/index-abc.js', { headers: { 'accept-encoding': 'br' } });
    expect(file.headers).toMatchObject({
      'content-type': 'text/javascript',
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  it('is protected on every answer', async () => {
    const paths = [
      '/',
      '/no-such-page',
      '/healthz',
      '/robots.txt',
      '/api/site',
      '/api/nothing',
      '/deep-dive/',
    ];
    for (const path of [...paths, ...paths]) {
      const { headers } = await ask(path);
      expect(headers['content-security-policy'], path).toContain("default-src 'none'; script-src 'self';");
      expect(headers['content-security-policy']).not.toContain('mapbox');
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'cross-origin-opener-policy': 'same-origin',
        'strict-transport-security': 'max-age=31536000',
      });
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });
});

describe('feeds and files', () => {
  it('gives the workshops as GeoJSON and as a picture', async () => {
    const geoJson = await ask('/workshops.geojson?kind=deep-dive&utm_source=x');
    expect(geoJson.headers['content-type']).toBe('application/geo+json; charset=utf-8');
    expect(JSON.parse(geoJson.text).features[0].properties.slug).toBe(workshop.slug);
    expect(asked('/api/workshops.geojson?kind=deep-dive')).toBe(1);
    const svg = await ask('/workshops.svg');
    expect(svg.headers['content-type']).toBe('image/svg+xml');
    expect(svg.text).toMatch(/^<svg/);
  });

  it('tells search engines every page, the home page by its canonical address', async () => {
    const { headers, text } = await ask('/sitemap.xml');
    expect(headers['content-type']).toBe('application/xml; charset=utf-8');
    expect(text).toContain('<loc>https://example.org/</loc>');
    expect(text).toContain(`<loc>https://example.org/workshops/${workshop.slug}</loc>`);
    expect(text).not.toContain('/deep-dive</loc>');
    expect((await ask('/robots.txt')).text).toContain('Sitemap: https://example.org/sitemap.xml');
  });

  it('passes pictures on, and lets none of them run a script', async () => {
    cms.set('/uploads/hero_1a2b.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const picture = await ask('/uploads/hero_1a2b.svg');
    expect(picture.status).toBe(200);
    expect(picture.headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    );
    expect(picture.headers['cache-control']).toContain('immutable');
    expect((await ask('/uploads/none.svg')).status).toBe(404);
  });

  it('passes a large picture on without keeping it', async () => {
    cms.set('/uploads/large_1a2b.svg', `<svg>${' '.repeat(1_100_000)}</svg>`);
    expect((await ask('/uploads/large_1a2b.svg')).body).toHaveLength(1_100_011);
    cms.fail();
    expect((await ask('/uploads/large_1a2b.svg')).status).toBe(503);
  });
});
