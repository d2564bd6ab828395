import {
  type CmsClient,
  formatParsedSearch,
  formatWhen,
  formatWorkshopSearch,
  type Media,
  NotFoundError,
  parseWorkshopSearch,
  type Section,
  type Site,
  type WorkshopSearch,
} from '@deep-dive/shared-types';
import type { ReactElement } from 'react';
import type { SiteConfig } from './config';
import { insteadOf, isBeyondEnd } from './finder/listing';
import type { Head } from './head/head';
import { breadcrumbJsonLd, siteJsonLd, workshopJsonLd } from './head/json-ld';
import type { QueryReader } from './navigation/query-reader';
import { ContentPage } from './pages/ContentPage';
import { EmbedPage } from './pages/EmbedPage';
import { NotFoundPage } from './pages/NotFoundPage';
import { PartnerPage } from './pages/PartnerPage';
import { WorkshopPage } from './pages/WorkshopPage';
import { WorkshopsPage } from './pages/WorkshopsPage';
import { pageQuery } from './queries/page';
import { partnerQuery } from './queries/partners';
import { loadSite, readSite } from './queries/site';
import { workshopQuery, workshopsQuery } from './queries/workshops';
import { insteadQueries, type SectionQuery, sectionQueries } from './sections/registry';
import { isSlug } from './slug';
import { calendarFilePath } from './workshops/calendar-links';
import { otherWorkshopsQuery } from './workshops/OtherWorkshops';

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
  /** 503 when what the page is for could not be had. */
  status: 200 | 404 | 503;
  head: Head;
  element: ReactElement;
  /** Made for a frame on someone else's site: without the site's header and footer. */
  isEmbedded?: boolean;
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
const finderSearch = (query: string): string => formatParsedSearch(parseWorkshopSearch(query));

/** Every page of the site. An earlier route wins. */
export const routes: Route[] = [
  {
    path: '/',
    search: finderSearch,
    async load(request) {
      await loadSite(request.cms, request.queries);
      await loadContentPage({ ...request, slug: homeSlug(readSite(request.cms, request.queries)) });
    },
    view(request) {
      return contentView({ ...request, slug: homeSlug(readSite(request.cms, request.queries)) });
    },
  },
  {
    path: '/workshops',
    search: finderSearch,
    load: loadFinder,
    view(request) {
      const { cms, queries, config } = request;
      const { search } = parseWorkshopSearch(request.search);
      const site = readSite(cms, queries);
      const title = search.page ? `Find a workshop, page ${search.page}` : 'Find a workshop';
      const url = `${config.siteUrl}/workshops`;
      return {
        status: finderStatus(request),
        element: <WorkshopsPage />,
        head: {
          ...headDefaults(site, title),
          description: 'Upcoming professional learning workshops near you: dates, places and what they cost.',
          canonical: url + formatWorkshopSearch({ page: search.page }),
          alternates: feedsOf(search),
          jsonLd: [breadcrumbs(site, config, title, url)],
          robots: search.near || search.bbox ? 'noindex' : null,
        },
      };
    },
  },
  {
    path: '/embed/workshops',
    search: finderSearch,
    load: loadFinder,
    view(request) {
      const site = readSite(request.cms, request.queries);
      return {
        status: finderStatus(request),
        element: <EmbedPage siteName={site.name} />,
        isEmbedded: true,
        head: { ...headDefaults(site, 'Find a workshop'), robots: 'noindex' },
      };
    },
  },
  {
    path: '/workshops/:slug',
    search: noSearch,
    async load({ cms, queries, slug }) {
      const [workshop] = await Promise.all([queries.fetch(workshopQuery(cms, slug)), loadSite(cms, queries)]);
      await queries.tryFetchExtra(otherWorkshopsQuery(cms, workshop));
    },
    view({ cms, queries, config, slug }) {
      const site = readSite(cms, queries);
      const workshop = queries.read(workshopQuery(cms, slug));
      const url = `${config.siteUrl}/workshops/${slug}`;
      const isPrivate = workshop.visibility === 'private';
      const name = workshop.status === 'cancelled' ? `Cancelled: ${workshop.title}` : workshop.title;
      const where = workshop.place ? `in ${workshop.place.city}, ${workshop.place.state}` : 'online';
      return {
        status: 200,
        element: <WorkshopPage slug={slug} />,
        head: {
          ...headDefaults(site, workshop.title),
          description: `${name}. ${formatWhen(workshop)}, ${where}. Hosted by ${workshop.partner.name}.`,
          canonical: url,
          alternates: isPrivate
            ? []
            : [{ type: 'text/calendar', href: calendarFilePath(slug), title: workshop.title }],
          jsonLd: [
            ...(isPrivate ? [] : [workshopJsonLd(workshop, url)]),
            breadcrumbs(site, config, workshop.title, url),
          ],
          robots: isPrivate ? 'noindex' : null,
        },
      };
    },
  },
  {
    path: '/partners/:slug',
    search: noSearch,
    async load({ cms, queries, slug }) {
      await Promise.all([
        loadSite(cms, queries),
        queries.fetch(partnerQuery(cms, slug)),
        queries.tryFetch(workshopsQuery(cms, { partner: slug })),
      ]);
    },
    view({ cms, queries, config, slug }) {
      const site = readSite(cms, queries);
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
  { path: '/:slug', search: finderSearch, load: loadContentPage, view: contentView },
];

/** A search as feeds, which know no pages and no order of their own. */
function feedsOf({ page: _page, sort: _sort, ...search }: WorkshopSearch): Head['alternates'] {
  const query = formatWorkshopSearch(search);
  return [
    { type: 'text/calendar', href: `/workshops.ics${query}`, title: 'Workshops, as a calendar' },
    { type: 'application/rss+xml', href: `/workshops.rss${query}`, title: 'New workshops' },
  ];
}

async function loadFinder({ cms, queries, search }: RouteRequest): Promise<void> {
  await Promise.all([loadSite(cms, queries), loadList(cms, queries, parseWorkshopSearch(search).search)]);
}

/** A list of workshops; where it can't be had, what is listed in its place. */
async function loadList(cms: CmsClient, queries: QueryReader, listed: WorkshopSearch): Promise<void> {
  await queries.tryFetch(workshopsQuery(cms, listed));
  const instead = insteadOf(listed);
  if (instead && !queries.peek(workshopsQuery(cms, listed)))
    await queries.tryFetch(workshopsQuery(cms, instead));
}

function finderStatus({ cms, queries, search }: RouteRequest): View['status'] {
  const list = queries.peek(workshopsQuery(cms, parseWorkshopSearch(search).search));
  if (!list) return 503;
  return isBeyondEnd(list) ? 404 : 200;
}

async function loadContentPage({ cms, queries, slug, search: query }: RouteRequest): Promise<void> {
  const { search } = parseWorkshopSearch(query);
  const [page] = await Promise.all([queries.fetch(pageQuery(cms, slug)), loadSite(cms, queries)]);
  const askAll = (asked: SectionQuery[]) => Promise.all(asked.map((query) => queries.tryFetch(query)));
  const load = async (section: Section): Promise<void> => {
    const asked = sectionQueries(cms, section, search);
    await askAll(asked);
    if (asked.some((query) => queries.peek(query) === undefined))
      await askAll(insteadQueries(cms, section, search));
  };
  await Promise.all(page.sections.map(load));
}

function contentView({ cms, queries, config, slug }: RouteRequest): View {
  const site = readSite(cms, queries);
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

/** The view of an address nothing answers to. Call it after `loadSite`. */
export function notFoundView({ cms, queries }: Pick<RouteRequest, 'cms' | 'queries'>): View {
  const site = readSite(cms, queries);
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
    alternates: [],
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
