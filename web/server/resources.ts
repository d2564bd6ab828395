import {
  formatWorkshopSearch,
  parseWorkshopSearch,
  type WorkshopFeatureCollection,
} from '@deep-dive/shared-types';
import type { SiteConfig } from '../src/config';
import { resolveApiRequest } from './api-routes';
import { Entry, type Filled, type ResponseCache } from './cache';
import type { ResponseContent } from './cached-response';
import type { CmsApi, Usage } from './cms-api';
import type { Renderer } from './renderer';
import { sitemapXml } from './sitemap';
import { fetchPicture, isPicturePath } from './uploads';

/** Something the cache keeps: how to find it and how to make it. */
export interface Resource {
  /** How it is sent. */
  kind: 'page' | 'picture';
  /** The entry that can be sent at once. */
  peek(): Entry | undefined;
  /** Rejects with `NotFoundError`, or with why it cannot be made. */
  get(): Promise<Entry>;
}

export interface ResourcesOptions {
  api: CmsApi;
  cmsUrl: string;
  cacheTtlMs: number;
  apiCache: ResponseCache;
  /** Rendered pages and what else is made from answers of the CMS. */
  pageCache: ResponseCache;
  /** False renders every page anew, for development. */
  cachePages: boolean;
  config: SiteConfig;
  renderer: () => Promise<Renderer>;
  /** Told of every part of a page that was left out. */
  onRenderError: (path: string, error: unknown) => void;
}

type Make = (
  client: ReturnType<CmsApi['client']>['cms'],
) => Promise<ResponseContent & { complete?: boolean }>;

/** Every cached thing this server answers with, by address. */
export class Resources {
  readonly #options: ResourcesOptions;
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
    if (path.startsWith('/uploads/')) return isPicturePath(path) ? this.#picture(path) : undefined;
    switch (path) {
      case '/workshops.geojson':
      case '/workshops.svg': {
        const { search } = parseWorkshopSearch(query);
        const key = path + formatWorkshopSearch(search);
        return this.#made(key, async (cms) => {
          const features = await cms.workshopFeatures(search);
          return path.endsWith('.svg') ? this.#svg(features) : geoJson(features);
        });
      }
      case '/sitemap.xml':
        return this.#made(path, async (cms) => {
          const [site, entries] = await Promise.all([cms.site(), cms.sitemap()]);
          return sitemapXml(entries, site.homePage?.slug, this.#options.config.siteUrl);
        });
      default:
        return this.#page(path, query);
    }
  }

  /** The page that says there is none: the same for every address. */
  notFound(): Resource {
    return this.#rendered('not-found', 'renderNotFound', '/not-found', '');
  }

  /** Loads the site's code, so that the first visitor need not wait for it. */
  async prepare(): Promise<Renderer> {
    const renderer = await this.#options.renderer();
    this.#renderer = renderer;
    return renderer;
  }

  #api(path: string, query: string): Resource | undefined {
    const { api, apiCache } = this.#options;
    const request = resolveApiRequest(path, query);
    return request && { kind: 'page', peek: () => apiCache.peek(request.key), get: () => api.get(request) };
  }

  #picture(path: string): Resource {
    const { apiCache, cmsUrl, cacheTtlMs } = this.#options;
    const fill = (): Promise<Filled> => fetchPicture(cmsUrl, path, cacheTtlMs);
    return { kind: 'picture', peek: () => apiCache.peek(path), get: () => apiCache.get(path, fill) };
  }

  #page(path: string, query: string): Resource | undefined {
    const match = this.#renderer?.matchRoute(path);
    if (!match) return undefined;
    return this.#rendered(path + match.route.search(query), 'renderPage', path, match.route.search(query));
  }

  #rendered(key: string, render: 'renderPage' | 'renderNotFound', path: string, search: string): Resource {
    const { config, cachePages, onRenderError } = this.#options;
    const make: Make = async (cms) => {
      const renderer = cachePages ? (this.#renderer ?? (await this.prepare())) : await this.prepare();
      const onError = (error: unknown): void => onRenderError(path, error);
      const page = await renderer[render]({ cms, config, path, search, onError });
      return {
        status: page.status,
        contentType: 'text/html; charset=utf-8',
        body: Buffer.from(renderer.template(page)),
        complete: page.complete,
      };
    };
    return this.#made(key, make, cachePages);
  }

  /** Something made from answers of the CMS. It is as fresh as they are, and dropped when one of them is. */
  #made(key: string, make: Make, cached = true): Resource {
    const { api, pageCache } = this.#options;
    const fill = async (): Promise<Filled> => {
      const { cms, usage } = api.client();
      const { complete = true, ...content } = await make(cms);
      return { ...content, ...freshness(usage), upToDate: usage.upToDate && complete };
    };
    return {
      kind: 'page',
      peek: () => (cached ? pageCache.peek(key) : undefined),
      get: async () => (cached ? pageCache.get(key, fill) : new Entry(await fill(), Date.now())),
    };
  }

  async #svg(features: WorkshopFeatureCollection): Promise<ResponseContent> {
    const { renderWorkshopsSvg } = this.#renderer ?? (await this.prepare());
    return { status: 200, contentType: 'image/svg+xml', body: Buffer.from(renderWorkshopsSvg(features)) };
  }
}

function freshness({ tags, freshUntil }: Usage): { tags: string[]; freshUntil: number } {
  return { tags: [...tags], freshUntil };
}

function geoJson(features: WorkshopFeatureCollection): ResponseContent {
  const body = Buffer.from(JSON.stringify(features));
  return { status: 200, contentType: 'application/geo+json; charset=utf-8', body };
}
