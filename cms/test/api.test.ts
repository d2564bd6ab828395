import type { WorkshopFeed, WorkshopPlaces } from '@deep-dive/shared-types';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import {
  documents,
  type Fields,
  makePartner,
  PARTNER,
  publishThenMove,
  publishWorkshop,
  seattle,
  sendInquiry,
  session,
  WORKSHOP,
} from './stories';

interface Listed {
  title: string;
  slug: string;
}

onEachDatabase('what a visitor can read', (database) => {
  let cms: RunningCms;
  const json = async (path: string) => (await (await cms.get(path)).json()) as Fields;
  const listed = async (query = '') =>
    ((await json(`/api/workshops${query}`)).workshops as Listed[]).map(({ title }) => title);
  const feed = async (query = '') => (await json(`/api/workshop-feed${query}`)) as unknown as WorkshopFeed;
  const announced = async () => (await feed()).workshops.map(({ title }) => title);

  beforeAll(async () => {
    cms = await startCms({ database });
    const users = cms.strapi.admin.services as unknown as {
      user: { create(user: Fields): Promise<{ id: number }> };
    };
    const { id } = await users.user.create({ email: 'secret@admin.test', firstname: 'Secret', roles: [] });
    const partner = await makePartner(cms, 'Puget Codes', {
      admins: [id],
      email: 'hello@puget.test',
      territory: [{ state: 'WA' }],
    });
    const workshop = (title: string, fields: Fields = {}) =>
      publishWorkshop(cms, seattle(partner, { title, ...fields }));
    await workshop('Upcoming');
    await workshop('Full', { availability: 'full', sessions: [session(12)], kind: 'intro' });
    await workshop('Cancelled', { availability: 'cancelled', sessions: [session(11)] });
    await workshop('Private', { visibility: 'private' });
    await workshop('Hidden', { visibility: 'hidden' });
    await publishThenMove(cms, seattle(partner, { title: 'Past' }), [session(-10)]);
    await publishThenMove(cms, seattle(partner, { title: 'Under way' }), [session(-1), session(6)]);
    await workshop('Online', {
      format: 'virtual',
      virtualTimeZone: 'Hawaii',
      venue: null,
      sessions: [session(14)],
    });
    await documents(cms, WORKSHOP).create({ data: seattle(partner, { title: 'Draft' }) });
    const taken = await workshop('Taken down');
    await documents(cms, WORKSHOP).unpublish({ documentId: taken });
    await sendInquiry(cms, {
      purpose: 'other',
      name: 'Vic Visitor',
      email: 'vic@visitor.test',
      message: 'Hello',
    });
  });
  afterAll(() => cms?.stop());

  it('lists and maps upcoming public workshops, soonest first, and no others', async () => {
    expect(await listed()).toEqual(['Under way', 'Upcoming', 'Full', 'Online']);
    const { places } = (await json('/api/workshop-places')) as unknown as WorkshopPlaces;
    expect(places).toEqual([[expect.closeTo(-122.33, 1), expect.closeTo(47.61, 1), 2, 1]]);
    expect(await listed('?kind=intro')).toEqual(['Full']);
    expect(await listed('?format=virtual')).toEqual(['Online']);
    const sitemap = await json('/api/sitemap');
    expect((sitemap.workshops as Listed[]).map(({ slug }) => slug)).toHaveLength(4);
  });

  it('opens the page of a public or private workshop, also when it is over or cancelled, and of no other', async () => {
    const slugOf = async (title: string) =>
      (await documents(cms, WORKSHOP).findFirst({ filters: { title } }))?.slug as string;
    for (const title of ['Upcoming', 'Full', 'Cancelled', 'Past', 'Under way', 'Online'])
      expect(await json(`/api/workshops/${await slugOf(title)}`)).toMatchObject({
        title,
        visibility: 'public',
      });
    for (const title of ['Hidden', 'Draft', 'Taken down'])
      expect((await cms.get(`/api/workshops/${await slugOf(title)}`)).status).toBe(404);

    const answer = await cms.get(`/api/workshops/${await slugOf('Private')}`);
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({
      visibility: 'private',
      place: { city: 'Seattle', state: 'WA', venue: null, latitude: null, longitude: null },
      contact: { email: 'hello@puget.test' },
    });
    for (const secret of ['Central Library', '1000 4th Ave', '47.6', '122.3'])
      expect(text).not.toContain(secret);
  });

  it('is told in feeds of cancelled workshops too, until they would have ended', async () => {
    const { total, workshops } = await feed();
    expect(workshops.map(({ title, status }) => [title, status])).toEqual([
      ['Under way', 'scheduled'],
      ['Upcoming', 'scheduled'],
      ['Cancelled', 'cancelled'],
      ['Full', 'full'],
      ['Online', 'scheduled'],
    ]);
    expect(total).toBe(5);
  });

  it('has no place for a virtual workshop, and its sessions in the zone chosen by hand', async () => {
    const online = (await feed()).workshops.at(-1);
    expect(online).toMatchObject({ title: 'Online', timeZone: 'Pacific/Honolulu', place: null });
    expect(online?.sessions[0]?.startsAt).toMatch(/T19:00:00Z$/);
  });

  it.each([
    '/api/workshops?status=draft',
    '/api/workshop-feed?status=draft',
    '/api/workshop-places?kind=other',
    '/api/workshop-tiles/0/0/0?filters=1',
    '/api/workshop-tiles/12/0/0',
    '/api/workshop-tiles/3/8/0',
    '/api/workshop-tiles/3/0/-1',
    '/api/workshop-tiles/1.5/0/0',
    '/api/workshop-tiles/0/0/0.mvt',
    '/api/pages/deep-dive?status=draft',
    '/api/pages/deep-dive?populate=*',
    '/api/partners?populate=admins',
    '/api/site?fields[0]=createdAt',
    '/api/workshops?filters[visibility]=private',
    '/api/workshops?kind=other',
    '/api/workshops?page=0',
    `/api/workshops?kind=${'x'.repeat(10_000)}`,
    `/api/pages/${'x'.repeat(300)}`,
    '/api/pages/%00',
  ])('asks in vain with %s', async (path) => {
    const response = await cms.get(path);
    expect(response.status).toBe(400);
    const { error } = (await response.json()) as { error: Fields };
    expect(error).toMatchObject({ status: 400, message: expect.stringMatching(/\S/) });
  });

  it('is told the names of the parameters that can’t be used', async () => {
    const { error } = (await json('/api/pages/deep-dive?status=draft&populate=*')) as { error: Fields };
    expect(error.message).toContain('“status”, “populate”');
  });

  it.each(['nowhere', '%F0%9F%98%80', '..%2f..%2fetc', "'%20or%201=1", '__proto__'])(
    'finds no page at %s',
    async (slug) => {
      for (const type of ['pages', 'partners', 'workshops'])
        expect((await cms.get(`/api/${type}/${slug}`)).status).toBe(404);
    },
  );

  it('never makes the server stumble with a broken address', async () => {
    for (const path of ['/api/pages/%E0%A4%A', '/api/workshops?kind=%E0%A4%A', '/api/workshops?%'])
      expect((await cms.get(path)).status).toBeLessThan(500);
  });

  it('never gets who wrote it, who acts for a partner, inquiries or drafts', async () => {
    const { workshops } = (await json('/api/workshops')) as { workshops: Listed[] };
    const paths = [
      '/api/site',
      '/api/pages/deep-dive',
      '/api/pricing',
      '/api/scholarships',
      '/api/partners',
      '/api/partners/puget-codes',
      '/api/territories/puget-codes',
      '/api/workshops',
      '/api/workshop-feed',
      '/api/workshop-places',
      '/api/workshop-tiles/0/0/0',
      '/api/quote?near=98101&people=12',
      '/api/sitemap',
      ...workshops.map(({ slug }) => `/api/workshops/${slug}`),
    ];
    for (const path of paths) {
      const response = await cms.get(path);
      expect({ path, status: response.status }).toEqual({ path, status: 200 });
      const text = await response.text();
      for (const secret of [
        'createdBy',
        'updatedBy',
        'publishedAt',
        'documentId',
        'admins',
        'secret@admin.test',
        'Secret',
        'vic@visitor.test',
        'Hidden',
        'Private',
        '"visible"',
        'provider',
        'hash',
      ])
        expect({ path, secret, found: text.includes(secret) }).toEqual({ path, secret, found: false });
    }
  });

  it.each(['inquiries', 'inquiry', 'figures', 'users', 'auth/local', 'upload/files', 'regional-partners'])(
    'cannot reach /api/%s',
    async (path) => {
      expect([401, 403, 404, 405]).toContain((await cms.get(`/api/${path}`)).status);
    },
  );

  it('can only read', async () => {
    for (const path of ['/api/workshops', '/api/pages/deep-dive', '/api/inquiries'])
      for (const method of ['POST', 'PUT', 'DELETE'])
        expect([401, 404, 405]).toContain((await fetch(`${cms.url}${path}`, { method, body: '{}' })).status);
  });

  it('gets answers a cache can keep, and 304 for what it has', async () => {
    const first = await cms.get('/api/pages/deep-dive');
    const [etag, tags] = [first.headers.get('etag') ?? '', first.headers.get('cache-tag')];
    expect(tags).toMatch(/^page,page:[a-z0-9]+,figure$/);
    expect(first.headers.get('cache-control')).toBe('no-cache');
    expect((await cms.get('/api/pages/deep-dive', { 'if-none-match': etag })).status).toBe(304);
    expect((await cms.get('/api/pages/deep-dive', { 'if-none-match': 'not"an,etag' })).status).toBe(200);
    expect((await cms.get('/api/workshops')).headers.get('cache-tag')).toBe(
      'workshop,regional-partner,scholarship,pricing',
    );
    expect((await cms.get('/api/workshops/nowhere')).headers.get('cache-tag')).toBe('workshop');
    const tile = await cms.get('/api/workshop-tiles/0/0/0');
    expect(tile.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile');
    const known = { 'if-none-match': tile.headers.get('etag') ?? '' };
    expect((await cms.get('/api/workshop-tiles/0/0/0', known)).status).toBe(304);
    const empty = await cms.get('/api/workshop-tiles/5/0/0');
    expect([empty.status, await empty.text()]).toEqual([200, '']);
  });

  it('is answered with strict headers, and told nothing across origins', async () => {
    const ours = ["default-src 'none'", "frame-ancestors 'none'"];
    const strapis = ["frame-ancestors 'none'", "connect-src 'self'", "script-src 'self'"];
    for (const [path, expected] of Object.entries({ '/api/site': ours, '/_health': strapis })) {
      const { headers } = await cms.get(path, { origin: 'https://elsewhere.example' });
      expect(headers.get('access-control-allow-origin') || null).toBeNull();
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      const policy = headers.get('content-security-policy')?.split(/; ?/);
      expect(policy).toEqual(expect.arrayContaining(expected));
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  it('finds the CMS alive and ready', async () => {
    expect((await cms.get('/healthz')).status).toBe(200);
    expect((await cms.get('/readyz')).status).toBe(200);
  });

  it('gets every workshop in the feed, beyond the API’s limit, without a query for each', async () => {
    const partner = await documents(cms, PARTNER).findFirst({ filters: { slug: 'puget-codes' } });
    const limit = cms.strapi.config.get('api.rest.maxLimit') as number;
    const template = seattle(partner?.documentId ?? '', { title: 'One of many' });
    await cms.strapi.db.transaction(async () => {
      for (let made = 0; made < limit + 1; made++) await publishWorkshop(cms, template);
    });
    const count = async (): Promise<number> => {
      let queries = 0;
      const heard = (): void => void queries++;
      cms.strapi.db.connection.on('query', heard);
      const titles = await announced();
      cms.strapi.db.connection.removeListener('query', heard);
      expect(titles.filter((title) => title === 'One of many')).toHaveLength(limit + 1);
      return queries;
    };
    // Strapi still reads each workshop for its events for a while after they were published.
    await vi.waitFor(async () => expect(await count()).toBeLessThan(12), 30_000);
    const list = await json('/api/workshops?page=6');
    expect(list).toMatchObject({ total: limit + 5, page: 6, pageSize: 20, pageCount: 6 });
    expect(list.workshops).toHaveLength(5);
  });
});
