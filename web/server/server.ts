import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { CHANGES_PATH } from '@deep-dive/shared-types';
import { getRequestListener } from '@hono/node-server';
import { COUNTS_PATH } from '../src/hrefs';
import { addressOf, isReadable } from './address';
import { createApp } from './app';
import { ResponseCache } from './cache';
import { CacheStore } from './cache-store';
import { CachedResponse } from './cached-response';
import { CmsApi } from './cms-api';
import type { ServerConfig } from './config';
import { countsDoor } from './counts/door';
import { countServed } from './counts/served';
import { countingSwitch } from './counts/switch';
import { VisitCounts } from './counts/visit-counts';
import { errorDocument } from './document';
import { makeFirstPages } from './first-pages';
import { IntakeCms } from './intake/intake-cms';
import { type Allowances, IntakeLimits } from './intake/limits';
import { intakeRoutes, isIntakePath } from './intake/routes';
import { listenForChanges } from './invalidation';
import { BAD_ADDRESS, messageOf } from './messages';
import { previewRoutes } from './preview/routes';
import type { Renderer } from './renderer';
import { type Resource, Resources } from './resources';
import { contentHeaders, securityHeaders } from './security-headers';
import { CACHE_CONTROL, type SendOptions, send, sendAtOnce } from './send';
import type { StaticFile } from './static-files';
import { SANDBOX } from './uploads';
import { Upstream } from './upstream/upstream';
import { Warmer, type WarmingBudget } from './warm';

/** Bounds the cache of the CMS's answers and that of pages, in bytes each. */
const CACHE_BYTES = 64_000_000;
/** Bounds the cache of searches, tiles and suggestions: there are more of them than can be kept, and each is quickly made again. */
const TRANSIENT_BYTES = 32_000_000;
/** What other sites' pages load to show the finder. */
const EMBED_SCRIPT = '/embed.js';

export interface SiteServerOptions {
  config: ServerConfig;
  /** The site's code; asked for once in production, for every page in development. */
  renderer: () => Promise<Renderer>;
  files: Map<string, StaticFile>;
  /** Renders pages anew each time, and lets the development server's scripts run. */
  development?: boolean;
  /** What may be asked of the CMS before visitors ask, when it is not the usual. */
  warming?: Partial<WarmingBudget>;
  /** How much may be sent by visitors, when it is not the usual. */
  allowances?: Partial<Allowances>;
}

export interface SiteServer {
  /** Answers one request. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Stops listening for changes and writes what is kept to disk. */
  close(): Promise<void>;
}

/** The site's web server without its socket: what answers each request, and the caches behind it. */
export async function createSiteServer({
  config,
  renderer,
  files,
  development = false,
  warming,
  allowances,
}: SiteServerOptions): Promise<SiteServer> {
  const security = { publicUrl: config.publicUrl, mapbox: config.mapboxToken !== undefined, development };
  const headers = securityHeaders(security);
  const store = new CacheStore({
    directory: path.join(config.dataDir, 'page-cache'),
    source: [...config.cmsUrls].sort().join(),
    onError: (error) => console.error('The page cache could not be written:', error),
  });
  const upstream = new Upstream({ urls: config.cmsUrls, token: config.cmsToken });
  const onRefreshError = (key: string, error: unknown): void =>
    console.error(`${key} could not be refreshed; the old one is served. ${messageOf(error)}`);
  const apiCache = new ResponseCache({
    maxBytes: CACHE_BYTES,
    origin: upstream,
    onRefreshError,
    onChange: (key, entry) => store.note(key, entry),
  });
  const pageCache = new ResponseCache({ maxBytes: CACHE_BYTES, origin: upstream, onRefreshError });
  const transientCache = new ResponseCache({
    maxBytes: TRANSIENT_BYTES,
    origin: upstream,
    onRefreshError,
  });
  for (const { key, filled, storedAt } of await store.load()) apiCache.restore(key, filled, storedAt);

  const api = new CmsApi({
    upstream,
    cacheTtlMs: config.cacheTtlMs,
    cache: apiCache,
    transientCache,
  });
  const siteConfig = { siteUrl: config.publicUrl, mapboxToken: config.mapboxToken ?? null };
  const resources = new Resources({
    api,
    upstream,
    cacheTtlMs: config.cacheTtlMs,
    apiCache,
    pageCache,
    transientCache,
    cachePages: !development,
    config: siteConfig,
    renderer,
    onRenderError: (address, error) => console.error(`A part of ${address} was left out:`, error),
  });
  const { styles } = await resources.prepare();
  const hasAllReady = config.production && !development;
  if (hasAllReady) await makeFirstPages(resources, apiCache.kept('/api/sitemap'));
  const warmer = new Warmer({
    api,
    picture: (path, query) => resources.resolve(path, query)?.get(),
    kept: (key) => apiCache.kept(key),
    budget: warming,
  });
  const warm = (): void => {
    if (hasAllReady) warmer.wake();
  };
  warm();
  const invalidate = (tags: string[]): void => {
    for (const cache of [apiCache, pageCache, transientCache]) cache.invalidate(tags);
    // Whoever tells of a change is back.
    void upstream.nudge();
    warm();
  };
  const { redisUrl, redisPrefix } = config;
  const stopListening = redisUrl ? listenForChanges({ redisUrl, redisPrefix }, invalidate) : () => {};

  const counts = new VisitCounts({
    cms: config.invalidationSecret ? new IntakeCms(upstream, config.invalidationSecret) : null,
    isOn: countingSwitch(() => apiCache.kept('/api/site')),
  });
  const limits = new IntakeLimits({ redisUrl, redisPrefix, secret: config.invalidationSecret, allowances });
  const pictureHeaders = { ...headers, 'content-security-policy': SANDBOX };
  const sendOptions: Record<Resource['kind'], SendOptions> = {
    page: { cacheControl: CACHE_CONTROL.page, headers },
    embed: {
      cacheControl: CACHE_CONTROL.page,
      headers: { ...securityHeaders({ ...security, framed: 'anywhere' }), 'x-robots-tag': 'noindex' },
    },
    // Public facts, which scripts of other sites may read.
    feed: { cacheControl: CACHE_CONTROL.page, headers: { ...headers, 'access-control-allow-origin': '*' } },
    // What a search should find is the page. A policy for documents would keep a browser's viewer from showing it.
    paper: {
      cacheControl: CACHE_CONTROL.page,
      headers: { ...contentHeaders(headers), 'x-robots-tag': 'noindex' },
    },
    suggestions: { cacheControl: CACHE_CONTROL.file, headers },
    picture: { cacheControl: CACHE_CONTROL.revalidated, headers: pictureHeaders },
    version: { cacheControl: CACHE_CONTROL.immutable, headers: pictureHeaders },
  };
  const plainHeaders = contentHeaders(headers);
  const scriptHeaders = { ...headers, 'cross-origin-resource-policy': 'cross-origin' };
  const app = createApp({
    config,
    upstream,
    resources,
    hasCached: () => !apiCache.isEmpty,
    invalidate,
    sendOptions,
    styles,
    previews: previewRoutes({
      upstream,
      renderer: () => resources.code(),
      config: siteConfig,
      headers: securityHeaders({ ...security, framed: 'here' }),
    }),
    counts,
    countsDoor: countsDoor({ counts, config, limits, matchRoute: (path) => resources.match(path) }),
    intake: intakeRoutes({
      config,
      siteConfig,
      upstream,
      limits,
      cms: () => api.client(performance.now()).cms,
      renderer: () => resources.code(),
    }),
  });
  const answerWithApp = getRequestListener(app.fetch, {
    hostname: 'localhost',
    overrideGlobalObjects: false,
  });
  const lasting = new Map(files).set('/robots.txt', robotsFile(config.publicUrl));

  /** Sends what is in memory, which is nearly everything, without any framework. False when it is not there. */
  const answerFromMemory = (request: IncomingMessage, response: ServerResponse): boolean => {
    const { path: address, query } = addressOf(request);
    const file = lasting.get(address);
    if (file) {
      const options = {
        cacheControl: file.cacheControl,
        headers: address === EMBED_SCRIPT ? scriptHeaders : file.mayRun ? headers : plainHeaders,
      };
      send(request, response, file.response, options).catch((error: Error) => response.destroy(error));
      return true;
    }
    const resource = resources.resolve(address, query);
    const ready = resource?.peek();
    if (!resource || !ready || !sendAtOnce(request, response, ready, sendOptions[resource.kind]))
      return false;
    countServed(counts, request, resource.served, ready);
    return true;
  };
  const refuse = (
    response: ServerResponse,
    status: number,
    extra: Record<string, string>,
    body = '',
  ): void => {
    response.writeHead(status, {
      ...headers,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': CACHE_CONTROL.none,
      ...extra,
    });
    response.end(body);
  };

  return {
    handle(request, response) {
      const { path: address, query } = addressOf(request);
      const allowed = methodsAt(address);
      if (!allowed.includes(request.method ?? '')) refuse(response, 405, { allow: allowed.join(', ') });
      else if (!isReadable(address)) refuse(response, 400, {}, errorDocument({ ...BAD_ADDRESS, styles }));
      else if (address !== '/' && address.endsWith('/'))
        refuse(response, 308, { location: address.replace(/\/+$/, '') + (query && `?${query}`) });
      else if (!answerFromMemory(request, response)) void answerWithApp(request, response);
    },
    async close() {
      stopListening();
      limits.close();
      warmer.stop();
      await Promise.all([counts.close(), store.flush()]);
      upstream.close();
    },
  };
}

/** What may be asked at an address. Nothing is taken from visitors but where `intake/` takes it. */
function methodsAt(address: string): string[] {
  if (address === CHANGES_PATH || address === COUNTS_PATH) return ['POST'];
  return isIntakePath(address) ? ['GET', 'HEAD', 'POST'] : ['GET', 'HEAD'];
}

/** A server with time limits that a slow or idle visitor can't stretch. */
export function createHttpServer(handle: SiteServer['handle']): Server {
  return createServer(
    { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000, maxHeaderSize: 16_384 },
    handle,
  );
}

function robotsFile(publicUrl: string): StaticFile {
  const text = `User-agent: *\nDisallow: /_internal/\nDisallow: /preview/\n\nSitemap: ${publicUrl}/sitemap.xml\n`;
  const contentType = 'text/plain; charset=utf-8';
  return {
    response: new CachedResponse({ status: 200, contentType, body: Buffer.from(text) }),
    mayRun: true,
    cacheControl: CACHE_CONTROL.file,
  };
}
