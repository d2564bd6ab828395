import { CmsUnavailableError, NotFoundError } from '@deep-dive/shared-types';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BUILT_IN_SITE } from '../src/queries/built-in-site';
import { resolveApiRequest } from './api-routes';
import { ResponseCache } from './cache';
import { CmsApi } from './cms-api';
import { notFound, pageNamed, site } from './testing/fake-cms';
import type { Upstream } from './upstream/upstream';

const TTL = 60_000;
/** What the CMS answers, by address; nothing at all where it is away. */
let answers: Map<string, () => Response>;
let api: CmsApi;
let cache: ResponseCache;

const json = (value: unknown, tags: string) => (): Response =>
  new Response(JSON.stringify(value), {
    headers: { 'content-type': 'application/json', 'cache-tag': tags },
  });

beforeEach(() => {
  answers = new Map([
    ['/api/site', json(site, 'site, media:logo')],
    ['/api/places?q=boise', json({ suggestions: [] }, 'place')],
    ['/api/pages/deep-dive', json(pageNamed('deep-dive', 'Deep Dive'), 'page,page:1,figure')],
  ]);
  const upstream = {
    ask: async (path: string, _question: unknown, read: (response: Response) => Promise<unknown>) => {
      const answer = answers.get(path);
      if (!answer) throw new CmsUnavailableError('away');
      return read(answer());
    },
  } as unknown as Upstream;
  cache = new ResponseCache({ maxBytes: 1_000_000 });
  const transientCache = new ResponseCache({ maxBytes: 1_000_000 });
  api = new CmsApi({ upstream, cacheTtlMs: TTL, cache, transientCache });
});

describe('what a page was made from', () => {
  it('is as fresh as the answer that is first past its time, whichever was asked first', async () => {
    const asking = [
      ['site', 'places'],
      ['places', 'site'],
    ];
    for (const order of asking) {
      const before = Date.now();
      const { cms, usage } = api.client(before);
      for (const each of order) await (each === 'site' ? cms.site() : cms.placeSuggestions('boise'));
      expect(usage.freshUntil - before).toBeGreaterThan(TTL - 10_000);
      expect(usage.freshUntil - before).toBeLessThan(TTL + 10_000);
    }
  });

  it('names all it depends on, by its kind and by what the CMS says', async () => {
    const { cms, usage } = api.client(0);
    await Promise.all([cms.site(), cms.page('deep-dive')]);
    expect([...usage.tags].sort()).toEqual(['figure', 'media:logo', 'page', 'page:1', 'site']);
    expect(usage.upToDate).toBe(true);
    expect(usage.late.size).toBe(0);
  });

  it('is not up to date when an old answer had to do', async () => {
    await api.client(0).cms.page('deep-dive');
    answers.clear();
    cache.invalidate(['page:1']);
    for (const waitingSince of [performance.now(), null]) {
      const { cms, usage } = api.client(waitingSince);
      expect((await cms.page('deep-dive')).title).toBe('Deep Dive');
      expect(usage.upToDate).toBe(false);
    }
  });

  it('is nothing that is no part of the API', async () => {
    const { cms, usage } = api.client(0);
    await expect(cms.page('..')).rejects.toThrow(new NotFoundError('The CMS has no /api/pages/..'));
    expect(usage.tags.size).toBe(0);
  });
});

describe('an answer of the CMS', () => {
  const get = (path: string) => {
    const request = resolveApiRequest(path, '');
    if (!request) throw new Error(`${path} is no part of the API`);
    return api.get(request);
  };

  it.each([
    [500, 'application/json', 'answered 500 (application/json) to /api/site'],
    [403, '', 'answered 403 (no type) to /api/site; check its public permissions and CMS_TOKEN'],
  ])('%i is none', async (status, type, words) => {
    const headers = type ? { 'content-type': type } : undefined;
    answers.set('/api/site', () => new Response(new Uint8Array(), { status, headers }));
    await expect(get('/api/site')).rejects.toThrow(words);
  });

  it('that breaks off is none', async () => {
    const body = () =>
      new ReadableStream({
        pull(controller) {
          controller.error(new Error('socket hang up'));
        },
      });
    answers.set('/api/site', () => new Response(body(), { headers: { 'content-type': 'application/json' } }));
    await expect(get('/api/site')).rejects.toThrow(
      'The CMS broke off its answer to /api/site: socket hang up',
    );
  });

  const none = () =>
    new Response(JSON.stringify(notFound), {
      status: 404,
      headers: { 'content-type': 'application/json' },
    });

  it('that there is no Site yet is the one the site is built with', async () => {
    answers.set('/api/site', none);
    const { status, body, tags } = await get('/api/site');
    expect([status, JSON.parse(body.toString()), tags]).toEqual([200, BUILT_IN_SITE, ['site']]);
  });

  it('that there is no such page is kept as that, until the next page', async () => {
    answers.set('/api/pages/summer', none);
    const { status, body, tags } = await get('/api/pages/summer');
    expect([status, JSON.parse(body.toString()), tags]).toEqual([404, notFound, ['page']]);
  });

  it('that is one of a great many is kept apart, but for what is to be there while the CMS is away', async () => {
    const request = resolveApiRequest('/api/places', 'q=boise');
    if (!request) throw new Error('places are part of the API');
    await api.get(request);
    expect(cache.kept(request.key)).toBeUndefined();
    expect(api.peek(request)?.status).toBe(200);
    await api.keep(request);
    expect(cache.kept(request.key)).toBeDefined();
    expect(api.peek(request)).toBe(cache.kept(request.key));
  });

  it('that is not in its shape is none', async () => {
    answers.set('/api/site', json({}, 'site'));
    await expect(get('/api/site')).rejects.toThrow('The CMS’s answer to /api/site is refused: ');
  });

  it('of a page will do without the section that is not in its shape, unless a better copy is kept', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const whole = pageNamed('deep-dive', 'Deep Dive');
    const flawed = { ...whole, sections: [...whole.sections, { __component: 'sections.hero', heading: 5 }] };
    answers.set('/api/pages/deep-dive', json(flawed, 'page'));
    const first = await get('/api/pages/deep-dive');
    expect([JSON.parse(first.body.toString()), first.tags]).toEqual([whole, ['page', 'incomplete']]);
    answers.set('/api/pages/deep-dive', json(whole, 'page'));
    cache.invalidate(['page']);
    expect((await get('/api/pages/deep-dive')).tags).toEqual(['page']);
    answers.set('/api/pages/deep-dive', json(flawed, 'page'));
    cache.invalidate(['page']);
    expect((await get('/api/pages/deep-dive')).tags).toEqual(['page']);
  });
});
