import {
  type CmsClient,
  CmsUnavailableError,
  filtersOf,
  formatQuoteQuery,
  formatWorkshopSearch,
  InvalidRequestError,
  MovedError,
  NotFoundError,
  onePagerSlug,
  type Page,
  type Pricing,
  parseQuoteQuery,
  parseWorkshopSearch,
  type Quote,
  type Site,
  type WorkshopFeed,
} from '@deep-dive/shared-types';
import type { SiteConfig } from '../src/config';
import { movedPath } from '../src/navigation/moved';
import { BUILT_IN_SITE } from '../src/queries/built-in-site';
import type { RouteMatch } from '../src/routing/route';
import { isSlug } from '../src/routing/slug';
import { isOneOfMany, resolveApiRequest } from './api-routes';
import { Entry, type Filled, patienceOf, type ResponseCache } from './cache';
import type { ResponseContent } from './cached-response';
import type { CmsApi, Usage } from './cms-api';
import type { Served } from './counts/served';
import { calendarFeed, calendarFile } from './feeds/calendar';
import { type FeedInfo, feedInfo, feedSearch } from './feeds/feed';
import { geoJsonFeed } from './feeds/geojson';
import { rssFeed } from './feeds/rss';
import { Press } from './one-pager/press';
import type { Renderer } from './renderer';
import { sitemapXml } from './sitemap';
import { fetchPicture, isPicturePath, versionIn } from './uploads';
import type { Upstream } from './upstream/upstream';

/** The finder for other sites to show in a frame; no other address may be framed. */
export const EMBED_PATH = '/embed/workshops';

/** The upcoming workshops in the formats of other programs, by address. */
const FEEDS = new Map<string, (feed: WorkshopFeed, info: FeedInfo) => ResponseContent>([
  ['/workshops.ics', calendarFeed],
  ['/workshops.rss', rssFeed],
  ['/workshops.geojson', geoJsonFeed],
]);

/** Something the cache keeps: how to find it and how to make it. */
export interface Resource {
  /** How it is sent. */
  kind: 'page' | 'embed' | 'feed' | 'paper' | 'suggestions' | 'picture' | 'version';
  /** What it is to be served this, where that is counted. */
  served?: Served;
  /** The entry that can be sent at once. */
  peek(): Entry | undefined;
  /** Rejects with `NotFoundError`, or with why it cannot be made. */
  get(): Promise<Entry>;
}

export interface ResourcesOptions {
  api: CmsApi;
  upstream: Upstream;
  cacheTtlMs: number;
  apiCache: ResponseCache;
  /** Rendered pages and what else is made from answers of the CMS. */
  pageCache: ResponseCache;
  /** For what there is a great many of: searches of every kind. */
  transientCache: ResponseCache;
  /** False renders every page anew, for development. */
  cachePages: boolean;
  config: SiteConfig;
  renderer: () => Promise<Renderer>;
  /** Told of every part of a page that was left out. */
  onRenderError: (path: string, error: unknown) => void;
}

/** `patience` resolves when what only adds to it is to be waited for no longer; undefined when nobody waits. */
type Make = (cms: CmsClient, patience?: Promise<void>) => Promise<ResponseContent & { complete?: boolean }>;

interface MadeOptions {
  kind?: Resource['kind'];
  served?: Served;
  cached?: boolean;
  /** The address as a pattern, when what it is made from can move: "/workshops/:slug.ics". */
  pattern?: string;
}

/** What a page is for could not be had. An older page is better; without one, this says so in the site's own layout. */
export class UnavailablePageError extends CmsUnavailableError {
  override name = 'UnavailablePageError';
  readonly content: ResponseContent;

  constructor(path: string, content: ResponseContent) {
    super(`The CMS could not answer what ${path} is for`);
    this.content = content;
  }
}

/** Every cached thing this server answers with, by address. */
export class Resources {
  readonly #options: ResourcesOptions;
  readonly #press = new Press();
  #renderer: Renderer | undefined;

  constructor(options: ResourcesOptions) {
    this.#options = options;
  }

  /**
   * The resource at an address; undefined when there is none. Only the parts of the query string that matter tell
   * resources apart.
   */
  resolve(path: string, query: string): Resource | undefined {
    if (path.startsWith('/api/')) return this.#api(path, query);
    if (path.startsWith('/uploads/')) return isPicturePath(path) ? this.#picture(path, query) : undefined;
    if (path === '/sitemap.xml') return this.#sitemap(path);
    if (path === '/workshops.svg') return this.#map(path, query);
    const [, partner = ''] = /^\/partners\/([^/]+)\.svg$/.exec(path) ?? [];
    if (isSlug(partner)) return this.#territory(path, partner);
    const [, slug = '', type] = /^\/workshops\/([^/]+)\.(ics|svg)$/.exec(path) ?? [];
    if (isSlug(slug)) return type === 'ics' ? this.#calendarFile(path, slug) : this.#locator(path, slug);
    const page = onePagerSlug(path);
    if (page !== undefined && isSlug(page)) return this.#onePager(path, page, query);
    return this.#feed(path, query) ?? this.#page(path, query);
  }

  /** The page that a path can be of. */
  match(path: string): RouteMatch | undefined {
    return this.#renderer?.matchRoute(path);
  }

  /** The page that says there is none: the same for every address. */
  notFound(): Resource {
    return this.#rendered('renderNotFound', 'not-found', '');
  }

  /** Loads the site's code, so that the first visitor need not wait for it. */
  async prepare(): Promise<Renderer> {
    const renderer = await this.#options.renderer();
    this.#renderer = renderer;
    return renderer;
  }

  #api(path: string, query: string): Resource | undefined {
    const { api } = this.#options;
    const request = resolveApiRequest(path, query);
    const kind = path === '/api/places' ? 'suggestions' : 'page';
    const served = request?.answer === '/api/workshops' ? 'search' : undefined;
    return request && { kind, served, peek: () => api.peek(request), get: () => api.get(request) };
  }

  #sitemap(path: string): Resource {
    return this.#made(path, '', async (cms) => {
      const [{ site, complete }, entries] = await Promise.all([siteFrom(cms), cms.sitemap()]);
      return { ...sitemapXml(entries, site.homePage?.slug, this.#options.config.siteUrl), complete };
    });
  }

  #feed(path: string, query: string): Resource | undefined {
    const format = FEEDS.get(path);
    if (!format) return undefined;
    const search = feedSearch(parseWorkshopSearch(query).search);
    const make: Make = async (cms) => {
      const [{ site, complete }, feed] = await Promise.all([siteFrom(cms), cms.workshopFeed(search)]);
      return { ...format(feed, feedInfo(site, this.#options.config.siteUrl, search, feed.near)), complete };
    };
    return this.#made(path, formatWorkshopSearch(search), make, { kind: 'feed' });
  }

  /** Every workshop on a map of the states. */
  #map(path: string, query: string): Resource {
    const filters = filtersOf(parseWorkshopSearch(query).search);
    return this.#made(path, formatWorkshopSearch(filters), async (cms) => {
      const [{ renderWorkshopsSvg }, places] = await Promise.all([this.code(), cms.workshopPlaces(filters)]);
      return svg(renderWorkshopsSvg(places));
    });
  }

  #calendarFile(path: string, slug: string): Resource {
    const make: Make = async (cms) => calendarFile(await cms.workshop(slug), this.#options.config.siteUrl);
    return this.#made(path, '', make, { pattern: '/workshops/:slug.ics' });
  }

  /** Where one workshop is. */
  #locator(path: string, slug: string): Resource {
    const make: Make = async (cms) => {
      const [{ renderLocatorSvg }, { place }] = await Promise.all([this.code(), cms.workshop(slug)]);
      if (!place || place.latitude === null || place.longitude === null)
        throw new NotFoundError(`${slug} has no place on a map`);
      const { latitude, longitude, city, state } = place;
      return svg(renderLocatorSvg({ latitude, longitude, label: `${city}, ${state}` }));
    };
    return this.#made(path, '', make, { pattern: '/workshops/:slug.svg' });
  }

  /** Where one Regional Partner serves. */
  #territory(path: string, slug: string): Resource {
    const make: Make = async (cms) => {
      const [{ renderTerritorySvg }, { name }, territory] = await Promise.all([
        this.code(),
        cms.partner(slug),
        cms.territory(slug),
      ]);
      const picture = renderTerritorySvg(territory, name);
      if (!picture) throw new NotFoundError(`${slug} has no territory on a map`);
      return svg(picture);
    };
    return this.#made(path, '', make, { pattern: '/partners/:slug.svg' });
  }

  /**
   * A page on one sheet of paper: the file that marketing uploaded, or else one made from what the page is made from. A place
   * that isn't understood adds nothing: the sheet is right without.
   */
  #onePager(path: string, slug: string, query: string): Resource {
    const search = placeOf(query);
    const make: Make = async (cms) => {
      const [page, { site, complete }] = await Promise.all([cms.page(slug), siteFrom(cms)]);
      if (page.onePager) return leadTo(page.onePager.url);
      const [{ pricing, isMissing }, quote] = await Promise.all([
        pricingFor(page, search, cms),
        quoteAt(search, cms),
      ]);
      const { renderOnePager } = await this.code();
      const facts = { page, site, pricing, quote, siteUrl: this.#options.config.siteUrl };
      const body = await this.#press.print(() => renderOnePager(facts, Date.now()));
      const isComplete = complete && !isMissing;
      return { ...PDF, body, fileName: `${slug}-one-pager.pdf`, complete: isComplete };
    };
    return this.#made(path, search, make, {
      kind: 'paper',
      served: 'download',
      pattern: '/:slug/one-pager.pdf',
    });
  }

  /** A version that nobody has is never kept: made-up ones can't push out what pages are made from. */
  #picture(path: string, query: string): Resource {
    const { apiCache, upstream, cacheTtlMs } = this.#options;
    const version = versionIn(query);
    const key = version === undefined ? path : `${path}?v=${version}`;
    const fill = (isRefresh: boolean): Promise<Filled> =>
      fetchPicture(upstream, { path, version, cacheTtlMs, isRefresh });
    return {
      kind: version === undefined ? 'picture' : 'version',
      peek: () => apiCache.peek(key),
      get: () => apiCache.get(key, fill),
    };
  }

  #page(path: string, query: string): Resource | undefined {
    const match = this.match(path);
    return match && this.#rendered('renderPage', path, match.route.search(query), match.route.path);
  }

  #rendered(
    render: 'renderPage' | 'renderNotFound',
    path: string,
    search: string,
    pattern?: string,
  ): Resource {
    const { config, cachePages, onRenderError } = this.#options;
    const make: Make = async (cms, patience) => {
      const renderer = await this.code();
      const onError = (error: unknown): void => onRenderError(path, error);
      const page = await renderer[render]({ cms, config, path, search, onError, patience });
      const { status, complete } = page;
      const body = Buffer.from(renderer.template(page));
      const content = { status, contentType: 'text/html; charset=utf-8', body };
      if (status === 503) throw new UnavailablePageError(path, content);
      return { ...content, complete };
    };
    return this.#made(path, search, make, {
      kind: path === EMBED_PATH ? 'embed' : 'page',
      served: 'view',
      cached: cachePages,
      pattern,
    });
  }

  /** Something made from answers of the CMS. It is as fresh as they are, and dropped when one of them is. */
  #made(
    path: string,
    search: string,
    make: Make,
    { kind = 'page', served, cached = true, pattern }: MadeOptions = {},
  ): Resource {
    const { api, upstream, pageCache, transientCache } = this.#options;
    const cache = isOneOfMany(search) ? transientCache : pageCache;
    const key = path + search;
    const fill = async (isRefresh: boolean): Promise<Filled> => {
      const since = isRefresh ? null : performance.now();
      const { cms, usage } = api.client(since);
      const patience = since === null ? undefined : patienceOf(upstream, since);
      const { complete = true, ...content } = await make(cms, patience).catch((error: unknown) => {
        if (error instanceof MovedError && pattern) return moved(cms, pattern, error.slug);
        throw error;
      });
      return { ...content, ...freshness(usage), upToDate: usage.upToDate && complete };
    };
    return {
      kind,
      served,
      peek: () => (cached ? cache.peek(key) : undefined),
      get: async () => (cached ? cache.get(key, fill) : new Entry(await fill(false), Date.now())),
    };
  }

  /** The site's code, in development as it is now. */
  async code(): Promise<Renderer> {
    return (this.#options.cachePages && this.#renderer) || this.prepare();
  }
}

/** What every page shares; while nobody can say, what the site is built with, and what is made with it is to be made again. */
async function siteFrom(cms: CmsClient): Promise<{ site: Site; complete: boolean }> {
  try {
    return { site: await cms.site(), complete: true };
  } catch (error) {
    if (!(error instanceof CmsUnavailableError)) throw error;
    return { site: BUILT_IN_SITE, complete: false };
  }
}

function freshness({
  tags,
  freshUntil,
  late,
  nothingNear,
}: Usage): Pick<Filled, 'tags' | 'freshUntil' | 'late' | 'nothingNear'> {
  return { tags: [...tags], freshUntil, nothingNear, late: late.size > 0 ? Promise.all(late) : undefined };
}

async function moved(
  cms: CmsClient,
  pattern: string,
  slug: string,
): Promise<ResponseContent & { complete?: boolean }> {
  const { site, complete } = await siteFrom(cms);
  const location = movedPath(pattern, slug, site.homePage?.slug);
  return { status: 308, contentType: 'text/plain; charset=utf-8', body: Buffer.alloc(0), location, complete };
}

const PDF = { status: 200, contentType: 'application/pdf', isShown: true };

/** The visitor's place in a query string, as the question what one person pays there; empty when it names none. */
function placeOf(query: string): string {
  const near = new URLSearchParams(query).get('near') ?? '';
  const asked = parseQuoteQuery(new URLSearchParams({ near }).toString());
  return asked.problems.length > 0 ? '' : formatQuoteQuery(asked.query);
}

async function quoteAt(search: string, cms: CmsClient): Promise<Quote | null> {
  if (!search) return null;
  try {
    return await cms.quote(parseQuoteQuery(search).query);
  } catch (error) {
    if (error instanceof InvalidRequestError || error instanceof NotFoundError) return null;
    throw error;
  }
}

/** The price, where it is told. It is one part of the sheet, which is made again when the part is missing. */
async function pricingFor(
  { sections }: Page,
  search: string,
  cms: CmsClient,
): Promise<{ pricing: Pricing | null; isMissing: boolean }> {
  const isTold = search !== '' || sections.some(({ __component }) => __component === 'sections.cost');
  if (!isTold) return { pricing: null, isMissing: false };
  try {
    return { pricing: await cms.pricing(), isMissing: false };
  } catch (error) {
    if (error instanceof NotFoundError) return { pricing: null, isMissing: false };
    if (error instanceof CmsUnavailableError) return { pricing: null, isMissing: true };
    throw error;
  }
}

/** For now it is found elsewhere. */
const leadTo = (location: string): ResponseContent => ({
  ...{ status: 302, contentType: 'text/plain; charset=utf-8', body: Buffer.alloc(0), location },
});

function svg(picture: string): ResponseContent {
  return { status: 200, contentType: 'image/svg+xml', body: Buffer.from(picture) };
}
