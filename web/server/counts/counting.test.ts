import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CountHandOver, WorkshopList } from '@deep-dive/shared-types';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask, type Question } from '../testing/ask';
import { type FakeCms, list, site as siteBody, startFakeCms, workshop } from '../testing/fake-cms';
import { SECRET, startSite, type TestSite } from '../testing/start-site';
import { code } from '../testing/visitors';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const HERE = { 'sec-fetch-site': 'same-origin', origin: 'https://example.org' };
const NOTHING: WorkshopList = {
  ...{ ...list, total: 0, workshops: [], pageCount: 0 },
  near: {
    status: 'found',
    place: {
      ...{ kind: 'zip', label: 'Yakima, WA 98901', state: 'WA', zip: '98901' },
      ...{ latitude: 46.6, longitude: -120.5, bounds: null },
    },
    others: [],
    alsoAbroad: false,
  },
};

describe('what visitors do', () => {
  let cms: FakeCms;
  let front: Awaited<ReturnType<typeof startFront>>;
  let site: TestSite;

  beforeEach(async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    cms = await startFakeCms();
    cms.set('/api/site', { ...siteBody, countVisits: true }, 'site');
    cms.set('/api/workshops?near=98901', NOTHING);
    cms.setFile('/uploads/flyer_1a.pdf', '%PDF-1.7', '1');
    cms.setFile('/uploads/room_1b.png', 'png', '1');
    front = await startFront(cms.url);
    site = await startSite(code, front.url);
    // Site is known from the first page on.
    await ask(site.url, '/deep-dive');
  });
  afterEach(async () => {
    await site.close();
    await front.close();
    await cms.close();
  });

  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    ask(site.url, path, { method, headers: { 'user-agent': FIREFOX, ...headers } });
  const tell = (body: string, changes: Question = {}) =>
    ask(site.url, '/counts/told', {
      ...{ method: 'POST', body, ...changes },
      headers: { 'user-agent': FIREFOX, ...HERE, 'content-length': String(body.length), ...changes.headers },
    });
  /** All that was counted until now, as one reads it. */
  const counted = async (): Promise<string[]> => {
    await site.restart();
    return front.taken
      .flatMap(({ counts }) => counts)
      .map(({ kind, subject, count }) => `${count} ${kind} ${subject}`)
      .sort();
  };

  it('is counted where people look at pages, also at what they have already', async () => {
    const { headers } = await get('/deep-dive', { 'sec-fetch-dest': 'document' });
    await get('/deep-dive', { 'if-none-match': String(headers.etag) });
    await get(`/workshops/${workshop.slug}`);
    await get('/');
    await get('/contact?partner=idaho-partner');
    await get('/alerts');
    expect(await counted()).toEqual([
      '1 contact /partners/idaho-partner',
      '1 view /',
      '1 view /alerts',
      '1 view /contact',
      `1 view /workshops/${workshop.slug}`,
      '2 view /deep-dive',
    ]);
  });

  it('is not where nobody looks: HEAD, what isn’t there, programs, prefetches, scripts, and who asks not to be', async () => {
    await get('/deep-dive', {}, 'HEAD');
    await get('/nowhere');
    await get('/DEEP-DIVE');
    await get('/deep-dive', { 'user-agent': 'Googlebot/2.1' });
    await get('/deep-dive', { 'sec-purpose': 'prefetch' });
    await get('/deep-dive', { 'sec-fetch-dest': 'empty' });
    await get('/deep-dive', { 'sec-gpc': '1' });
    await get('/contact', { dnt: '1' });
    await get('/api/pages/deep-dive');
    await get('/sitemap.xml');
    expect(await counted()).toEqual([]);
  });

  it('tells where a search finds nothing by three digits, on a page or asked by one, and never as it was typed', async () => {
    await get('/workshops?near=98901');
    await get('/workshops?near=98901');
    await get('/api/workshops?near=98901', { 'sec-fetch-dest': 'empty' });
    await get('/api/workshops', { 'sec-fetch-dest': 'empty' });
    expect(await counted()).toEqual(['2 view /workshops', '3 nothing 989-WA']);
    expect(JSON.stringify(front.taken)).not.toContain('98901');
  });

  it('tells what is downloaded, once for each time, and no pictures', async () => {
    await get('/uploads/flyer_1a.pdf');
    await get('/uploads/flyer_1a.pdf?v=1', { range: 'bytes=0-100' });
    await get('/uploads/flyer_1a.pdf', { range: 'bytes=101-' });
    await get('/uploads/room_1b.png');
    await get('/deep-dive/one-pager.pdf');
    expect(await counted()).toEqual([
      '1 download /deep-dive/one-pager.pdf',
      '2 download /uploads/flyer_1a.pdf',
    ]);
  });

  it('is no download where a player fetches captions, or asks whether it can have a file in parts', async () => {
    cms.setFile('/uploads/captions_1d.vtt', 'WEBVTT', '1');
    await get('/uploads/captions_1d.vtt', { 'sec-fetch-dest': 'track' });
    await get('/uploads/captions_1d.vtt');
    await get('/uploads/flyer_1a.pdf', { range: 'bytes=0-1' });
    await get('/uploads/flyer_1a.pdf', { range: 'bytes=0-11' });
    expect(await counted()).toEqual(['1 download /uploads/flyer_1a.pdf']);
  });

  it('is told by browsers of what the server doesn’t see', async () => {
    for (const what of [
      'view /workshops',
      `register /workshops/${workshop.slug}`,
      'contact /partners/idaho-partner',
      'contact /contact',
      'download /media/flyer_1a.pdf',
    ])
      expect((await tell(what)).status).toBe(204);
    expect(await counted()).toEqual([
      '1 contact /contact',
      '1 contact /partners/idaho-partner',
      '1 download /media/flyer_1a.pdf',
      `1 register /workshops/${workshop.slug}`,
      '1 view /workshops',
    ]);
  });

  it('is not believed from elsewhere, nor in other words, nor at length', async () => {
    expect((await tell('view /workshops', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await tell('x'.repeat(300))).status).toBe(413);
    for (const what of [
      '',
      'nothing 989-WA',
      'view',
      'view /no/such/page',
      'register /deep-dive',
      'view /workshops\nview /',
      'contact //x',
    ])
      expect([what, (await tell(what)).status]).toEqual([what, 204]);
    await tell('view /workshops', { headers: { 'sec-gpc': '1' } });
    await tell('view /workshops', { headers: { 'user-agent': 'curl/8' } });
    expect((await get('/counts/told')).status).toBe(405);
    expect(await counted()).toEqual([]);
  });

  it('is counted no more than one network may tell', async () => {
    await site.close();
    site = await startSite(code, front.url, {}, undefined, { counted: { points: 2, seconds: 600 } });
    await ask(site.url, '/deep-dive');
    const statuses = [];
    for (let time = 0; time < 3; time++) statuses.push((await tell('view /workshops')).status);
    expect(statuses).toEqual([204, 204, 429]);
  });

  it('is handed over as numbers alone, with the secret of the site', async () => {
    await get('/deep-dive', {
      cookie: 'a=b',
      referer: 'https://else.example/',
      'x-forwarded-for': '203.0.113.9',
    });
    await counted();
    expect(front.asked[0]?.headers.authorization).toBe(`Bearer ${SECRET}`);
    expect(Object.keys(front.taken[0] ?? {})).toEqual(['key', 'counts']);
    expect(front.taken[0]?.counts.map((each) => Object.keys(each))).toEqual([
      ['day', 'kind', 'subject', 'count'],
    ]);
    expect(JSON.stringify(front.taken)).not.toMatch(/203\.0|else\.example|Firefox|a=b/);
  });

  it('is not counted, nor sent, where it is switched off or nobody has said', async () => {
    cms.set('/api/site', { ...siteBody, countVisits: false }, 'site');
    await ask(site.url, '/_internal/invalidate', {
      method: 'POST',
      headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' },
      body: JSON.stringify({ tags: ['site'] }),
    });
    await get('/deep-dive');
    await get('/deep-dive');
    await tell('view /workshops');
    front.asked.length = 0;
    expect(await counted()).toEqual([]);
    expect(front.asked).toEqual([]);
  });
});

/** The CMS's door for counts, in front of the fake CMS that answers all else. */
async function startFront(cmsUrl: string) {
  const taken: CountHandOver[] = [];
  const asked: Pick<IncomingMessage, 'headers'>[] = [];
  const server = createServer(async (request, response) => {
    const { url = '', method, headers } = request;
    if (url !== '/api/counts') {
      const { status, headers: told, body } = await ask(cmsUrl, url, { method });
      response.writeHead(headers.range ? 206 : status, told).end(body);
      return;
    }
    let text = '';
    for await (const part of request.setEncoding('utf8')) text += part;
    asked.push({ headers });
    taken.push(JSON.parse(text) as CountHandOver);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"taken":true}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    asked,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
