import {
  type CmsClient,
  formatWhen,
  formatWorkshopSearch,
  type Media,
  NotFoundError,
  parseWorkshopSearch,
  type Site,
} from '@deep-dive/shared-types';
import type { ReactElement } from 'react';
import type { SiteConfig } from './config';
import type { Head } from './head/head';
import { breadcrumbJsonLd, siteJsonLd, workshopJsonLd } from './head/json-ld';
import type { QueryReader } from './navigation/query-reader';
import { ContentPage } from './pages/ContentPage';
import { NotFoundPage } from './pages/NotFoundPage';
import { PartnerPage } from './pages/PartnerPage';
import { WorkshopPage } from './pages/WorkshopPage';
import { WorkshopsPage } from './pages/WorkshopsPage';
import { pageQuery } from './queries/page';
import { partnerQuery } from './queries/partners';
import { siteQuery } from './queries/site';
import { workshopQuery, workshopsQuery } from './queries/workshops';
import { sectionQueries } from './sections/registry';
import { isSlug } from './slug';

/** Where a visitor is, or wants to go. */
export interface RouteRequest {
  cms: CmsClient;
  queries: QueryReader;
  config: SiteConfig;
  /** The slug in the path; empty when the route has none. */
  slug: string;
  /** The query string, with or without its "?". */
  search: string;
}

/** What is shown there. */
export interface View {
  status: 200 | 404;
  head: Head;
  element: ReactElement;
}

/** One kind of page: its address, the queries it needs, and what it shows once they are answered. */
export interface Route {
  /** "/", "/workshops", "/workshops/:slug" … */
  path: string;
  /** The part of the query string that changes the page, in one fixed spelling ("?kind=intro", or empty). */
  search(query: string): string;
  /** Asks every query of the page. Rejects with `NotFoundError` when there is no such page. */
  load(request: RouteRequest): Promise<void>;
  /** Call it after `load`, or with queries that came with the page. */
  view(request: RouteRequest): View;
}

const noSearch = (): string => '';

/** Every page of the site. An earlier route wins. */
export const routes: Route[] = [
  {
    path: '/',
    search: noSearch,
    async load(request) {
      const site = await request.queries.fetch(siteQuery(request.cms));
      await loadContentPage({ ...request, slug: homeSlug(site) });
    },
    view(request) {
      return contentView({ ...request, slug: homeSlug(request.queries.read(siteQuery(request.cms))) });
    },
  },
  {
    path: '/workshops',
    search: (query) => formatWorkshopSearch(parseWorkshopSearch(query).search),
    async load({ cms, queries, search }) {
      const [, list] = await Promise.all([
        queries.fetch(siteQuery(cms)),
        queries.fetch(workshopsQuery(cms, parseWorkshopSearch(search).search)),
      ]);
      if (list.page > Math.max(1, list.pageCount))
        throw new NotFoundError(`The list of workshops ends at page ${list.pageCount}`);
    },
    view({ cms, queries, config, search: query }) {
      const { search } = parseWorkshopSearch(query);
      const site = queries.read(siteQuery(cms));
      const title = search.page ? `Find a workshop, page ${search.page}` : 'Find a workshop';
      const url = `${config.siteUrl}/workshops`;
      return {
        status: 200,
        element: <WorkshopsPage search={search} />,
        head: {
          ...headDefaults(site, title),
          description: 'Upcoming professional learning workshops near you: dates, places and what they cost.',
          canonical: url + formatWorkshopSearch({ page: search.page }),
          jsonLd: [breadcrumbs(site, config, title, url)],
        },
      };
    },
  },
  {
    path: '/workshops/:slug',
    search: noSearch,
    async load({ cms, queries, slug }) {
      await Promise.all([queries.fetch(siteQuery(cms)), queries.fetch(workshopQuery(cms, slug))]);
    },
    view({ cms, queries, config, slug }) {
      const site = queries.read(siteQuery(cms));
      const workshop = queries.read(workshopQuery(cms, slug));
      const url = `${config.siteUrl}/workshops/${slug}`;
      const where = workshop.place ? ` in ${workshop.place.city}, ${workshop.place.state}` : ', online';
      return {
        status: 200,
        element: <WorkshopPage slug={slug} />,
        head: {
          ...headDefaults(site, workshop.title),
          description: `${workshop.title}${where}. ${formatWhen(workshop)}. Hosted by ${workshop.partner.name}.`,
          canonical: url,
          jsonLd: [workshopJsonLd(workshop, url), breadcrumbs(site, config, workshop.title, url)],
        },
      };
    },
  },
  {
    path: '/partners/:slug',
    search: noSearch,
    async load({ cms, queries, slug }) {
      await Promise.all([queries.fetch(siteQuery(cms)), queries.fetch(partnerQuery(cms, slug))]);
    },
    view({ cms, queries, config, slug }) {
      const site = queries.read(siteQuery(cms));
      const partner = queries.read(partnerQuery(cms, slug));
      const url = `${config.siteUrl}/partners/${slug}`;
      return {
        status: 200,
        element: <PartnerPage slug={slug} />,
        head: {
          ...headDefaults(site, partner.name),
          description: partner.about ?? `Workshops, costs and how to reach ${partner.name}.`,
          canonical: url,
          image: shareImage(partner.logo, config),
          jsonLd: [breadcrumbs(site, config, partner.name, url)],
        },
      };
    },
  },
  { path: '/:slug', search: noSearch, load: loadContentPage, view: contentView },
];

async function loadContentPage({ cms, queries, slug }: RouteRequest): Promise<void> {
  const [, page] = await Promise.all([queries.fetch(siteQuery(cms)), queries.fetch(pageQuery(cms, slug))]);
  await Promise.all(
    page.sections.flatMap((section) => sectionQueries(cms, section)).map((query) => queries.tryFetch(query)),
  );
}

function contentView({ cms, queries, config, slug }: RouteRequest): View {
  const site = queries.read(siteQuery(cms));
  const page = queries.read(pageQuery(cms, slug));
  const isHome = site.homePage?.slug === slug;
  const url = `${config.siteUrl}/${isHome ? '' : slug}`;
  return {
    status: 200,
    element: <ContentPage slug={slug} />,
    head: {
      ...headDefaults(site, page.title),
      title: page.seo?.title || pageTitle(site, page.title),
      description: page.seo?.description || site.description,
      canonical: url,
      image: shareImage(page.seo?.image ?? null, config),
      jsonLd: isHome ? siteJsonLd(site, url) : [breadcrumbs(site, config, page.title, url)],
    },
  };
}

/** The view of an address nothing answers to. Needs the site's query. */
export function notFoundView({ cms, queries }: Pick<RouteRequest, 'cms' | 'queries'>): View {
  const site = queries.read(siteQuery(cms));
  return {
    status: 404,
    element: <NotFoundPage />,
    head: { ...headDefaults(site, 'Page not found'), robots: 'noindex' },
  };
}

/** A route and the slug found in a path. */
export interface RouteMatch {
  route: Route;
  slug: string;
}

/**
 * The route a path belongs to. The path as in a URL, still percent-encoded; letter case counts.
 * Undefined when no page can have this address.
 */
export function matchRoute(path: string): RouteMatch | undefined {
  const segments = path.split('/').slice(1);
  for (const route of routes) {
    const pattern = route.path.split('/').slice(1);
    if (pattern.length !== segments.length) continue;
    if (!pattern.every((part, index) => part === ':slug' || part === segments[index])) continue;
    const position = pattern.indexOf(':slug');
    if (position < 0) return { route, slug: '' };
    const slug = segments[position] ?? '';
    if (isSlug(slug)) return { route, slug };
  }
  return undefined;
}

function homeSlug(site: Site): string {
  if (!site.homePage) throw new NotFoundError('The site has no home page; choose one in the CMS under Site');
  return site.homePage.slug;
}

function headDefaults(site: Site, title: string): Head {
  return {
    title: pageTitle(site, title),
    description: null,
    canonical: null,
    siteName: site.name,
    image: null,
    jsonLd: [],
    robots: null,
  };
}

function pageTitle(site: Site, title: string): string {
  return title === site.name ? title : `${title} | ${site.name}`;
}

function shareImage(image: Media | null, { siteUrl }: SiteConfig): Head['image'] {
  return image && { url: new URL(image.url, `${siteUrl}/`).href, alt: image.alternativeText };
}

function breadcrumbs(site: Site, { siteUrl }: SiteConfig, name: string, url: string) {
  return breadcrumbJsonLd([
    { name: site.name, url: `${siteUrl}/` },
    { name, url },
  ]);
}
