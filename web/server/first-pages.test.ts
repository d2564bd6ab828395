import type { SitemapEntries } from '@deep-dive/shared-types';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Entry } from './cache';
import { makeFirstPages } from './first-pages';
import type { Resource, Resources } from './resources';

const entries = (name: string, count: number) =>
  Array.from({ length: count }, (_, number) => ({ slug: `${name}-${number}`, updatedAt: '' }));
const sitemap: SitemapEntries = {
  pages: entries('page', 1),
  partners: entries('partner', 1),
  workshops: entries('workshop', 15),
};
const kept = { body: Buffer.from(JSON.stringify(sitemap)) } as Entry;

/** Resources of which each is made so. */
function resourcesMade(get: (path: string) => Promise<Entry>) {
  const asked: string[] = [];
  const resolve = (path: string): Partial<Resource> => {
    asked.push(path);
    return { get: () => get(path) };
  };
  return { resources: { resolve } as unknown as Resources, asked };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('the first pages are the home page, the finder, the feeds, and a dozen of each kind', async () => {
  const { resources, asked } = resourcesMade(async () => kept);
  await makeFirstPages(resources, kept);
  expect(asked).toEqual([
    '/',
    '/workshops',
    '/sitemap.xml',
    '/workshops.ics',
    '/workshops.rss',
    '/workshops.geojson',
    '/page-0',
    '/partners/partner-0',
    ...entries('workshop', 12).map(({ slug }) => `/workshops/${slug}`),
  ]);
});

it('without a sitemap there is nothing to do', async () => {
  const { resources, asked } = resourcesMade(async () => kept);
  await makeFirstPages(resources, undefined);
  expect(asked).toEqual([]);
});

it('one that can’t be made is told of, and keeps no other from being made', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { resources, asked } = resourcesMade(async (path) => {
    if (path === '/page-0') throw new Error('the CMS is away');
    return kept;
  });
  await makeFirstPages(resources, kept);
  expect(log.mock.calls).toEqual([['/page-0 could not be made ready: the CMS is away']]);
  expect(asked).toHaveLength(20);
});

it('a start is put off for a second at most', async () => {
  const { resources } = resourcesMade(() => new Promise(() => {}));
  let isStarted = false;
  const made = makeFirstPages(resources, kept).then(() => {
    isStarted = true;
  });
  await vi.advanceTimersByTimeAsync(999);
  expect(isStarted).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await made;
  expect(isStarted).toBe(true);
});
