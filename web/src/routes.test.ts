import { createCmsClient, NotFoundError } from '@deep-dive/shared-types';
import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { pageNamed, site, workshop } from '../server/testing/fake-cms';
import { createQueryReader } from './queries/query-reader';
import { isPagePath, matchRoute } from './routes';
import type { RouteRequest, View } from './routing/route';

const config = { siteUrl: 'https://example.org', mapboxToken: null };
const seo = { id: 1, title: 'Deep Dive for teachers', description: 'One day.', image: null };
const noList = { pageSize: 20, near: null, virtual: null, beyond: [], partners: [] };
const answers: Record<string, unknown> = {
  '/api/site': site,
  '/api/pages/deep-dive': pageNamed('deep-dive', 'Deep Dive'),
  '/api/pages/compare': { ...pageNamed('compare', 'Compare'), seo },
  '/api/workshops': { ...noList, total: 0, page: 1, pageCount: 0, workshops: [] },
  '/api/workshops?page=2': { ...noList, total: 25, page: 2, pageCount: 2, workshops: [workshop] },
  '/api/workshops?page=3': { ...noList, total: 25, page: 3, pageCount: 2, workshops: [] },
  '/api/workshops?near=Boise,+ID': { ...noList, total: 1, page: 1, pageCount: 1, workshops: [workshop] },
  [`/api/workshops/${workshop.slug}`]: workshop,
};

async function visit(path: string, search = '', changes: Record<string, unknown> = {}): Promise<View> {
  const cms = createCmsClient({
    baseUrl: '',
    fetch: async (input) => {
      const answer = { ...answers, ...changes }[String(input)];
      return answer ? Response.json(answer) : Response.json({}, { status: 404 });
    },
  });
  const queries = createQueryReader({ queryClient: new QueryClient(), staleTime: 60_000, onError: () => {} });
  const match = matchRoute(path);
  if (!match) throw new NotFoundError(path);
  const request: RouteRequest = {
    cms,
    queries,
    config,
    slug: match.slug,
    search: match.route.search(search),
  };
  await match.route.load(request);
  return match.route.view(request);
}

describe('matchRoute', () => {
  it.each([
    ['/', '/', ''],
    ['/deep-dive', '/:slug', 'deep-dive'],
    ['/workshops', '/workshops', ''],
    ['/embed/workshops', '/embed/workshops', ''],
    ['/quote', '/quote', ''],
    ['/workshops/boise', '/workshops/:slug', 'boise'],
    ['/partners/idaho', '/partners/:slug', 'idaho'],
  ])('%s is %s', (path, pattern, slug) => {
    const match = matchRoute(path);
    expect([match?.route.path, match?.slug]).toEqual([pattern, slug]);
  });

  it.each(['', 'deep-dive', '/a/b', '/workshops/a/b', '/workshops/', '/..', '/a%20b', '/a b', '/é'])(
    '%j is no page’s address',
    (path) => {
      expect(matchRoute(path)).toBeUndefined();
    },
  );
});

it('leaves files, feeds and the form to the browser', () => {
  expect(isPagePath('/workshops/boise')).toBe(true);
  for (const path of [
    '/workshops.ics',
    '/workshops/boise.ics',
    '/uploads/one-pager_1a.pdf',
    '/api/site',
    '/robots.txt',
    '/contact',
    '/inquiries/token',
    '/alerts',
    '/alerts/token',
  ])
    expect(isPagePath(path), path).toBe(false);
});

describe('the head of a page', () => {
  it('says that the home page’s address is "/", under both of its addresses', async () => {
    for (const path of ['/', '/deep-dive']) {
      const { head } = await visit(path);
      expect(head).toMatchObject({
        title: 'Deep Dive | Professional Learning',
        canonical: 'https://example.org/',
      });
      expect(head.jsonLd.map((thing) => JSON.parse(JSON.stringify(thing))['@type'])).toEqual([
        'Organization',
        'WebSite',
      ]);
    }
  });

  it('uses what the author wrote for search engines', async () => {
    expect((await visit('/compare')).head).toMatchObject({
      title: 'Deep Dive for teachers',
      description: 'One day.',
      canonical: 'https://example.org/compare',
    });
  });

  it('tells when and where a workshop is', async () => {
    const { head } = await visit(`/workshops/${workshop.slug}`);
    expect(head.description).toContain('Boise, ID');
    expect(head.description).toContain('Mar 6, 2027');
    expect(head.canonical).toBe(`https://example.org/workshops/${workshop.slug}`);
    expect(head.alternates).toMatchObject([
      { type: 'text/calendar', href: `/workshops/${workshop.slug}.ics` },
    ]);
    expect(JSON.stringify(head.jsonLd)).toContain('EducationEvent');
  });

  it('tells first that a workshop is cancelled', async () => {
    const cancelled = { [`/api/workshops/${workshop.slug}`]: { ...workshop, status: 'cancelled' } };
    const { head } = await visit(`/workshops/${workshop.slug}`, '', cancelled);
    expect(head.description).toMatch(/^Cancelled: /);
  });

  it('keeps a private workshop from search engines', async () => {
    const hushed = { [`/api/workshops/${workshop.slug}`]: { ...workshop, visibility: 'private' } };
    const { head } = await visit(`/workshops/${workshop.slug}`, '', hushed);
    expect(head).toMatchObject({ robots: 'noindex', alternates: [] });
    expect(JSON.stringify(head.jsonLd)).not.toContain('EducationEvent');
  });
});

it('has no home page until one is chosen', async () => {
  await expect(visit('/', '', { '/api/site': { ...site, homePage: null } })).rejects.toThrow(NotFoundError);
});

it('lists workshops as far as there are any', async () => {
  expect((await visit('/workshops')).status).toBe(200);
  expect((await visit('/workshops', '?page=2&utm_source=x')).head.canonical).toBe(
    'https://example.org/workshops?page=2',
  );
  expect((await visit('/workshops', '?page=3')).status).toBe(404);
});

it('answers what a group would pay, or says what is wrong with the question', async () => {
  const answer = { people: 12, perPersonCents: null, place: { label: 'Bozeman, MT 59715' } };
  const known = { '/api/quote?near=59715&people=12': answer };
  const quoted = await visit('/quote', '?people=12&near=59715&utm_source=mail', known);
  expect(quoted).toMatchObject({
    status: 200,
    head: {
      title: 'What it costs for 12 people from Bozeman, MT 59715 | Professional Learning',
      robots: 'noindex',
      canonical: 'https://example.org/quote',
    },
  });
  const refused = await visit('/quote', '?near=59715&people=many');
  expect([refused.status, refused.head.title]).toEqual([
    400,
    'Please check: What will it cost? | Professional Learning',
  ]);
  expect(await visit('/quote')).toMatchObject({ status: 200, head: { robots: null } });
});

it('has one spelling for each search, and names what it left out', () => {
  const route = matchRoute('/workshops')?.route;
  expect(route?.search('?sort=date&near=Boise,%20ID&radius=7&utm_source=x')).toBe(
    '?near=Boise,+ID&ignored=radius',
  );
  expect(route?.search('?near=&radius=50')).toBe('');
  for (const path of ['/', '/deep-dive', '/embed/workshops'])
    expect(matchRoute(path)?.route.search('?near=83702'), path).toBe('?near=83702');
});

it('keeps what somebody searched for to itself', async () => {
  const { head } = await visit('/workshops', '?near=Boise,+ID');
  expect(head).toMatchObject({ robots: 'noindex', canonical: 'https://example.org/workshops' });
});

it('shows the finder for a frame bare, and keeps it from search engines', async () => {
  const { isEmbedded, head } = await visit('/embed/workshops');
  expect(isEmbedded).toBe(true);
  expect(head).toMatchObject({ robots: 'noindex', canonical: null });
});

it('says so when the list can’t be had, and shows the finder all the same', async () => {
  for (const path of ['/workshops', '/embed/workshops'])
    expect((await visit(path, '', { '/api/workshops': undefined })).status, path).toBe(503);
});
