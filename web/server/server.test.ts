import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderNotFound, renderPage } from '../src/entry-server';
import { renderLocatorSvg } from '../src/map/picture/locator';
import { renderWorkshopsSvg } from '../src/map/picture/svg';
import { renderTerritorySvg } from '../src/map/picture/territory';
import { matchRoute } from '../src/routes';
import { ask as askAt, type Question, type Reply } from './testing/ask';
import {
  type FakeCms,
  list,
  pageNamed,
  startFakeCms,
  tile as tileOfTheCms,
  workshop,
} from './testing/fake-cms';
import { SECRET, startSite, type TestSite } from './testing/start-site';

let cms: FakeCms;
let site: TestSite;
const log = vi.spyOn(console, 'error').mockImplementation(() => {});

beforeEach(async () => {
  cms = await startFakeCms();
  site = await startSite(
    { renderPage, renderNotFound, matchRoute, renderWorkshopsSvg, renderLocatorSvg, renderTerritorySvg },
    cms.url,
  );
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
    expect(JSON.parse(state)).toMatchObject({ isFound: true, config: { siteUrl: 'https://example.org' } });
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
    expect(page.text).not.toContain('"@type":"Offer"');
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
    expect(endless.text).toContain('Send the tags with a Content-Length.');
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

  it('a search that cannot be made says so in the site’s own layout, and is not kept', async () => {
    cms.remove('/api/workshops');
    await ask('/deep-dive');
    cms.fail();
    const page = await ask('/workshops');
    expect(page.status).toBe(503);
    expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'retry-after': '10' });
    expect(page.text).toContain('Every student in every school.');
    cms.set('/api/workshops', list);
    cms.recover();
    expect((await ask('/workshops')).status).toBe(200);
  });

  it('searches seen before are served, but not kept for a restart', async () => {
    await ask('/workshops?near=80202');
    await ask('/workshops?kind=intro');
    cms.fail();
    await invalidate(['*']);
    expect((await ask('/workshops?near=80202')).status).toBe(200);
    await site.restart();
    expect((await ask('/workshops?near=80202')).status).toBe(503);
    expect((await ask('/workshops?kind=intro')).status).toBe(200);
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

describe('on another site', () => {
  const framing = ({ headers }: Reply): string | undefined =>
    /frame-ancestors ([^;]+)/.exec(String(headers['content-security-policy']))?.[1];
  const hostile = [
    '?',
    '?near=%00',
    '?frame-ancestors=x',
    `?kind=${'x'.repeat(5_000)}`,
    '?near=%0d%0aX:1',
    '?%',
  ];

  it('the finder may be shown in a frame, may ask where the visitor is, and is not found by itself', async () => {
    for (const query of ['', '?near=80202&kind=deep-dive', ...hostile, ...hostile]) {
      const page = await ask(`/embed/workshops${query}`);
      expect(page.status, query).toBe(200);
      expect(framing(page), query).toBe('*');
      expect(page.headers['permissions-policy']).toContain('geolocation=(self)');
      expect(page.headers['x-robots-tag']).toBe('noindex');
      expect(page.headers['x-frame-options']).toBeUndefined();
    }
  });

  it('it says in its frame that its partner is nobody, until somebody is', async () => {
    const frame = '/embed/workshops?partner=idaho-partner';
    expect((await ask(frame)).text).toContain('We don’t know this Regional Partner');
    const rest = { logo: null, about: null, territory: [], discounts: [], groupPrices: [] };
    cms.set('/api/partners/idaho-partner', { ...workshop.contact, ...rest });
    await invalidate(['regional-partner']);
    const known = await ask(frame);
    expect([known.status, framing(known)]).toEqual([200, '*']);
    expect(known.text).not.toContain('We don’t know this Regional Partner');
    expect(known.text).toContain('<form');
  });

  it('it says in its frame where its partner has moved', async () => {
    cms.move('/api/partners/old', 'idaho-partner');
    expect((await ask('/embed/workshops?partner=old')).text).toContain('These workshops have moved');
  });

  it('it says in its frame when it has nothing to show', async () => {
    cms.fail();
    const page = await ask('/embed/workshops');
    expect([page.status, framing(page)]).toEqual([503, '*']);
  });

  it.each([
    '/',
    '/deep-dive',
    '/workshops',
    `/workshops/${workshop.slug}`,
    '/embed',
    '/embed/',
    '/embed/workshops/x',
    '/embed/workshop%73',
    '/EMBED/workshops',
    '/embed.js',
    '/workshops.rss',
    '/api/site',
    '/no-such-page',
  ])('%s may not', async (path) => {
    await ask('/embed/workshops');
    for (const query of ['', ...hostile]) {
      const page = await ask(path + query);
      expect(framing(page), query).toBe("'none'");
      expect(page.headers['x-robots-tag']).toBeUndefined();
    }
  });

  it('the script that shows it may be loaded', async () => {
    const script = await ask('/embed.js');
    expect(script.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=3600',
    });
    expect((await ask('/favicon.svg')).headers['cross-origin-resource-policy']).toBeUndefined();
  });

  it('says of a page’s own script no more than concerns a script, and everything of what is opened by itself', async () => {
    const [script, drawing] = [await ask('/assets/index-abc.js'), await ask('/favicon.svg')];
    expect(script.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'strict-transport-security': 'max-age=31536000',
    });
    expect(script.headers['content-security-policy']).toBeUndefined();
    expect(script.headers['permissions-policy']).toBeUndefined();
    expect(drawing.headers['content-security-policy']).toContain("default-src 'none'");
  });
});

describe('bad input', () => {
  it('an unknown address gets the 404 page in the site’s own layout', async () => {
    for (const path of ['/no-such-page', '/workshops/no-such-workshop', '/a/b/c']) {
      const page = await ask(path);
      expect(page.status, path).toBe(404);
      expect(page.text).toContain('<meta name="robots" content="noindex">');
      expect(page.text).toContain('Every student in every school.');
    }
  });

  it('a list ends where it ends', async () => {
    cms.set('/api/workshops?page=99', { ...list, page: 99, workshops: [] });
    expect((await ask('/workshops?page=99')).status).toBe(404);
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
    '/workshops.ics',
    '/workshops.rss',
    `/workshops/${workshop.slug}.ics`,
    '/api/workshop-tiles/0/0/0',
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
  it.each([
    ['/workshops.ics', 'text/calendar; charset=utf-8', /^BEGIN:VCALENDAR\r\n/],
    ['/workshops.rss', 'application/rss+xml; charset=utf-8', /^<\?xml/],
    ['/workshops.geojson', 'application/geo+json; charset=utf-8', /^\{"type":"FeatureCollection"/],
  ])('offers %s to other programs, with the finder’s own filters', async (path, contentType, start) => {
    const feed = await ask(`${path}?near=80202&kind=deep-dive&page=2&utm_source=x`);
    expect(feed.status).toBe(200);
    expect(feed.headers['content-type']).toBe(contentType);
    expect(feed.headers['access-control-allow-origin']).toBe('*');
    expect(feed.headers['content-disposition']).toBeUndefined();
    expect(feed.text).toMatch(start);
    expect(feed.text).toContain(workshop.title);
    expect(asked('/api/workshop-feed?near=80202&kind=deep-dive')).toBe(1);
    const again = await ask(`${path}?kind=deep-dive&near=80202`, {
      headers: { 'if-none-match': String(feed.headers.etag) },
    });
    expect(again.status).toBe(304);
  });

  it('gives one workshop’s sessions as a file to save', async () => {
    const file = await ask(`/workshops/${workshop.slug}.ics`);
    expect(file.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${workshop.slug}.ics"`,
    });
    expect(file.text).toContain('BEGIN:VEVENT');
    expect(file.headers['access-control-allow-origin']).toBeUndefined();
    expect((await ask('/workshops/no-such-workshop.ics')).status).toBe(404);
  });

  it('draws where the workshops are, and where one is', async () => {
    const map = await ask('/workshops.svg?kind=deep-dive&near=80202');
    expect(map.headers['content-type']).toBe('image/svg+xml');
    expect(map.text).toMatch(/^<svg/);
    expect(asked('/api/workshop-places?kind=deep-dive')).toBe(1);
    const locator = await ask(`/workshops/${workshop.slug}.svg`);
    expect(locator.headers['content-type']).toBe('image/svg+xml');
    expect(locator.text).toContain('Boise, ID');
    cms.set('/api/workshops/online', { ...workshop, slug: 'online', place: null });
    expect((await ask('/workshops/online.svg')).status).toBe(404);
  });

  it('draws where a partner serves; for one who serves nowhere yet there is no picture', async () => {
    const partner = {
      ...workshop.contact,
      logo: null,
      about: null,
      territory: [],
      discounts: [],
      groupPrices: [],
    };
    cms.set('/api/partners/idaho-partner', partner);
    cms.set('/api/territories/idaho-partner', { wholeStates: ['ID'], zips: [], states: ['ID'] });
    const picture = await ask('/partners/idaho-partner.svg');
    expect(picture.headers['content-type']).toBe('image/svg+xml');
    expect(picture.text).toMatch(/<title id="title">Where Idaho Partner serves<\/title>.*>Idaho</);
    cms.set('/api/territories/nowhere', { wholeStates: [], zips: [], states: [] });
    cms.set('/api/partners/nowhere', { ...partner, name: 'Nowhere', slug: 'nowhere' });
    expect((await ask('/partners/nowhere.svg')).status).toBe(404);
  });

  it('passes the map’s tiles on, compressed', async () => {
    const tile = await ask('/api/workshop-tiles/0/0/0?page=2', { headers: { 'accept-encoding': 'br' } });
    expect(tile.headers).toMatchObject({
      'content-type': 'application/vnd.mapbox-vector-tile',
      'content-encoding': 'br',
    });
    expect(brotliDecompressSync(tile.body).equals(tileOfTheCms)).toBe(true);
    expect((await ask('/api/workshop-tiles/0/0/1')).status).toBe(404);
  });

  it('lets browsers keep the places to offer, but not that there are none to be had', async () => {
    const places = await ask('/api/places?q=Boi');
    expect(JSON.parse(places.text).suggestions[0].label).toBe('Boise, ID');
    expect(places.headers['cache-control']).toBe('public, max-age=3600');
    await ask('/api/places?q=%20bOI');
    expect(asked('/api/places?q=boi')).toBe(1);
    cms.remove('/api/places');
    expect((await ask('/api/places?q=x')).headers['cache-control']).toContain('max-age=0');
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
    expect((await ask('/uploads/none.svg')).status).toBe(404);
  });

  it('passes a large picture on without keeping it', async () => {
    cms.set('/uploads/large_1a2b.svg', `<svg>${' '.repeat(1_100_000)}</svg>`);
    expect((await ask('/uploads/large_1a2b.svg')).body).toHaveLength(1_100_011);
    cms.fail();
    expect((await ask('/uploads/large_1a2b.svg')).status).toBe(503);
  });
});
