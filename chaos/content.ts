import { type Answer, visit } from './visiting.ts';

interface SitemapEntries {
  pages: { slug: string }[];
  workshops: { slug: string }[];
  partners: { slug: string }[];
}

export const FEEDS = ['/workshops.ics', '/workshops.rss', '/workshops.geojson', '/sitemap.xml'];
/** The page that quotes the figure below. */
export const QUOTING_PAGE = '/deep-dive';
export const FIGURE = 'educators';

/** How a page quotes the figure. */
export const quoteOf = (value: number): string => `over ${value.toLocaleString('en-US')} educators`;

/** Every address that is published, by kind. */
export async function publishedAddresses(
  cmsUrl: string,
): Promise<{ pages: string[]; workshops: string[]; partners: string[] }> {
  const { status, body } = await visit(cmsUrl, '/api/sitemap');
  if (status !== 200) throw new Error(`The CMS answered ${status} to /api/sitemap.`);
  const entries = JSON.parse(body) as SitemapEntries;
  return {
    pages: ['/', '/workshops', ...entries.pages.map(({ slug }) => `/${slug}`)],
    workshops: entries.workshops.map(({ slug }) => `/workshops/${slug}`),
    partners: entries.partners.map(({ slug }) => `/partners/${slug}`),
  };
}

/** Of each kind some: what visitors have seen before things go wrong. */
export async function someAddresses(cmsUrl: string, workshops: number): Promise<string[]> {
  const published = await publishedAddresses(cmsUrl);
  return [
    ...published.pages,
    ...FEEDS,
    ...published.partners.slice(0, 10),
    ...published.workshops.slice(0, workshops),
  ];
}

/** The tiles a map of the 48 states asks for first, on a phone as on a large screen. */
export function firstTiles(): string[] {
  const tiles: string[] = [];
  for (const zoom of [2, 3, 4]) {
    const [left, top] = tileAt(-124.7, 49.3, zoom);
    const [right, bottom] = tileAt(-67, 24.6, zoom);
    for (let x = left; x <= right; x++)
      for (let y = top; y <= bottom; y++) tiles.push(`/api/workshop-tiles/${zoom}/${x}/${y}`);
  }
  return tiles;
}

/** https://wiki.openstreetmap.org/wiki/Slippy_map_tilenames */
function tileAt(longitude: number, latitude: number, zoom: number): [number, number] {
  const northing = Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI;
  return [Math.floor(((longitude + 180) / 360) * 2 ** zoom), Math.floor(((1 - northing) / 2) * 2 ** zoom)];
}

/** Addresses of searches that nobody has made before, so many. */
export function freshSearches(count: number, beginning: number): string[] {
  const day = (index: number): string => new Date(Date.now() + index * 86_400_000).toISOString().slice(0, 10);
  return Array.from(
    { length: count },
    (_, index) => `/workshops?from=${day(1)}&to=${day(beginning + index)}`,
  );
}

/** What makes an answer the one it is: its heading, or its first line when it is no page. */
export function gistOf({ body }: Answer): string {
  const [, heading] = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(body) ?? [];
  return heading ?? body.slice(0, 40);
}
