import type { SitemapEntries } from '@deep-dive/shared-types';
import type { Entry } from './cache';
import { messageOf } from './messages';
import type { Resources } from './resources';

/** How long a start may be put off for them, in milliseconds. */
const MOST_MS = 1_000;
const SINGLE = ['/', '/workshops', '/sitemap.xml', '/workshops.ics', '/workshops.rss', '/workshops.geojson'];
/** So many of each collection. */
const OF_EACH = 12;

/**
 * Makes pages from what an earlier run kept, before the first visitor comes: code that has never run is several times as
 * slow, so that the first twenty visitors would wait for each other. Never rejects; without a sitemap there is nothing to do.
 */
export async function makeFirstPages(resources: Resources, sitemap: Entry | undefined): Promise<void> {
  if (!sitemap) return;
  const { pages, partners, workshops } = JSON.parse(sitemap.body.toString('utf8')) as SitemapEntries;
  const of = (prefix: string, entries: { slug: string }[]): string[] =>
    entries.slice(0, OF_EACH).map(({ slug }) => `${prefix}${slug}`);
  const paths = [
    ...SINGLE,
    ...of('/', pages),
    ...of('/partners/', partners),
    ...of('/workshops/', workshops),
  ];
  const made = Promise.all(
    paths.map((path) =>
      resources
        .resolve(path, '')
        ?.get()
        .catch((error: unknown) => console.error(`${path} could not be made ready: ${messageOf(error)}`)),
    ),
  );
  await Promise.race([made, new Promise((resolve) => setTimeout(resolve, MOST_MS).unref())]);
}
