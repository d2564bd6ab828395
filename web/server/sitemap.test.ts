import { expect, it } from 'vitest';
import { sitemapXml } from './sitemap';

const at = '2027-03-06T17:00:00.000Z';

it('the sitemap names every page at its own address, the home page at the site’s, and says when each changed', () => {
  const { status, contentType, body } = sitemapXml(
    {
      pages: [
        { slug: 'deep-dive', updatedAt: at },
        { slug: 'about', updatedAt: at },
      ],
      workshops: [{ slug: 'boise', updatedAt: at }],
      partners: [{ slug: 'codes', updatedAt: at }],
    },
    'deep-dive',
    'https://example.org',
  );
  expect([status, contentType]).toEqual([200, 'application/xml; charset=utf-8']);
  const lastmod = `<lastmod>${at}</lastmod>`;
  expect(body.toString()).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://example.org/</loc>${lastmod}</url>
<url><loc>https://example.org/about</loc>${lastmod}</url>
<url><loc>https://example.org/workshops</loc></url>
<url><loc>https://example.org/workshops/boise</loc>${lastmod}</url>
<url><loc>https://example.org/partners/codes</loc>${lastmod}</url>
</urlset>
`);
});
