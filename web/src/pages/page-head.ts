import { type Media, pageTitle, type Site } from '@deep-dive/shared-types';
import type { SiteConfig } from '../config';
import type { Head } from '../head/head';
import { breadcrumbJsonLd } from '../head/json-ld';

/** What the heads of all pages have in common. */
export function headDefaults(site: Site, title: string): Head {
  return {
    title: pageTitle(site.name, title),
    description: null,
    canonical: null,
    siteName: site.name,
    image: null,
    alternates: [],
    jsonLd: [],
    robots: null,
  };
}

export function shareImage(image: Media | null, { siteUrl }: SiteConfig): Head['image'] {
  return image && { url: new URL(image.url, `${siteUrl}/`).href, alt: image.alternativeText };
}

/** The way from the home page to a page one step below it. */
export function breadcrumbs(site: Site, { siteUrl }: SiteConfig, name: string, url: string) {
  return breadcrumbJsonLd([
    { name: site.name, url: `${siteUrl}/` },
    { name, url },
  ]);
}
