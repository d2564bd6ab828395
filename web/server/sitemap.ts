import type { SitemapEntries } from '@deep-dive/shared-types';
import { escapeHtml } from '../src/escape';
import type { ResponseContent } from './cached-response';

/** Every page's canonical address, as https://www.sitemaps.org/protocol.html has it. The home page is "/". */
export function sitemapXml(
  { pages, workshops, partners }: SitemapEntries,
  homeSlug: string | undefined,
  siteUrl: string,
): ResponseContent {
  const urls = [
    ...pages.map(({ slug, updatedAt }) => entry(slug === homeSlug ? '/' : `/${slug}`, updatedAt)),
    entry('/workshops'),
    ...workshops.map(({ slug, updatedAt }) => entry(`/workshops/${slug}`, updatedAt)),
    ...partners.map(({ slug, updatedAt }) => entry(`/partners/${slug}`, updatedAt)),
  ];
  function entry(path: string, updatedAt?: string): string {
    const lastmod = updatedAt ? `<lastmod>${escapeHtml(updatedAt)}</lastmod>` : '';
    return `<url><loc>${escapeHtml(siteUrl + path)}</loc>${lastmod}</url>`;
  }
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`;
  return { status: 200, contentType: 'application/xml; charset=utf-8', body: Buffer.from(xml) };
}
