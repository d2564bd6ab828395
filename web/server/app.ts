import { CHANGES_PATH, NotFoundError, PREVIEW_PATH } from '@deep-dive/shared-types';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import { lowerCasePath } from '../src/navigation/moved';
import { addressOf } from './address';
import type { ResponseContent } from './cached-response';
import type { ServerConfig } from './config';
import type { countsDoor } from './counts/door';
import { countFile, countForm, countServed } from './counts/served';
import type { VisitCounts } from './counts/visit-counts';
import { errorDocument } from './document';
import type { intakeRoutes } from './intake/routes';
import { invalidationSchema, isAuthorized } from './invalidation';
import { type Failure, failureOf, messageOf, NO_PAGE } from './messages';
import type { previewRoutes } from './preview/routes';
import { readinessCheck } from './readiness';
import { EMBED_PATH, type Resource, type Resources, UnavailablePageError } from './resources';
import { CACHE_CONTROL, type SendOptions, send } from './send';
import { fetchUpload, OtherVersionError, PictureTooLargeError, versionIn } from './uploads';
import type { Upstream } from './upstream/upstream';

/** As many tags as one message may hold, each as long as it may be, and some room. */
const MESSAGE_BYTES = 250_000;

export interface AppOptions {
  config: ServerConfig;
  upstream: Upstream;
  resources: Resources;
  /** Whether the cache holds anything to serve. */
  hasCached: () => boolean;
  invalidate: (tags: string[]) => void;
  /** How each kind of cached thing is sent. */
  sendOptions: Record<Resource['kind'], SendOptions>;
  /** The site's style sheets, as addresses. */
  styles: string[];
  /** What answers below `/preview/`. */
  previews: ReturnType<typeof previewRoutes>;
  /** What visitors do, as numbers. */
  counts: VisitCounts;
  /** What takes what browsers tell of it. */
  countsDoor: ReturnType<typeof countsDoor>;
  /** What takes what visitors send. */
  intake: ReturnType<typeof intakeRoutes>;
}

type SiteContext = Context<{ Bindings: HttpBindings }>;

/** Answers what is not in memory: pages to make first, health, changes, and files of the media library. */
export function createApp({
  config,
  upstream,
  resources,
  hasCached,
  invalidate,
  sendOptions,
  styles,
  previews,
  counts,
  countsDoor,
  intake,
}: AppOptions) {
  const app = new Hono<{ Bindings: HttpBindings }>();

  app.use(async (c, next) => {
    await next();
    if (c.env.outgoing.headersSent) return;
    if (c.res.status === 200) countForm(counts, c.env.incoming);
    const { headers } = sendOptions[c.req.path === EMBED_PATH ? 'embed' : 'page'];
    for (const [name, value] of Object.entries(headers))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', CACHE_CONTROL.none);
  });

  app.onError((error, c) => {
    const failure = failureOf(error);
    if (failure.status === 500) console.error(`${c.req.path} failed:`, error);
    else console.error(`${c.req.path}: ${messageOf(error)}`);
    if (c.req.path.startsWith('/api/')) return refuse(c, failure.status, failure.message);
    return fail(c, failure, styles, error instanceof UnavailablePageError ? error.content : undefined);
  });

  app.route(PREVIEW_PATH, previews);
  app.route('/', countsDoor);
  app.route('/', intake);

  app.get('/healthz', (c) => c.json({ status: 'ok' }));

  const isReady = readinessCheck(upstream, hasCached);
  app.get('/readyz', async (c) => {
    const readiness = await isReady();
    return c.json(readiness, readiness.status === 'ready' ? 200 : 503);
  });

  app.post(CHANGES_PATH, async (c) => {
    if (!isAuthorized(c.req.header('authorization'), config.invalidationSecret))
      return refuse(c, 401, 'Send "Authorization: Bearer" and INVALIDATION_SECRET.');
    const length = Number(c.req.header('content-length') ?? Number.NaN);
    if (Number.isNaN(length)) return refuse(c, 411, 'Send the tags with a Content-Length.');
    if (length > MESSAGE_BYTES) return refuse(c, 413, `Send at most ${MESSAGE_BYTES} bytes of tags.`);
    const body = invalidationSchema.safeParse(await c.req.json().catch(() => undefined));
    if (!body.success) return refuse(c, 400, 'Send { "tags": ["page", …] }; "*" is everything.');
    invalidate(body.data.tags);
    return c.body(null, 204);
  });

  const answer = async (c: SiteContext, resource: Resource): Promise<Response> => {
    const entry = await resource.get();
    await send(c.env.incoming, c.env.outgoing, entry, sendOptions[resource.kind]);
    countServed(counts, c.env.incoming, resource.served, entry);
    return RESPONSE_ALREADY_SENT;
  };
  /** Undefined when it is no picture, or one too large to keep. */
  const answerPicture = async (
    c: SiteContext,
    path: string,
    query: string,
  ): Promise<Response | undefined> => {
    const picture = resources.resolve(path, query);
    try {
      return picture && (await answer(c, picture));
    } catch (error) {
      if (error instanceof OtherVersionError) return answerPicture(c, path, '');
      if (error instanceof NotFoundError) return c.text('Not found', 404);
      if (error instanceof PictureTooLargeError) return undefined;
      throw error;
    }
  };
  app.get('/uploads/*', async (c) => {
    const { path, query } = addressOf(c.env.incoming);
    const sent = await answerPicture(c, path, query);
    if (sent) return sent;
    const file = await fetchUpload(upstream, path, versionIn(query), c.req.raw);
    countFile(counts, c.env.incoming, file.status);
    return file;
  });

  /** Where the same address in lower case leads: letters are typed, and printed, as they may. Undefined when nothing is there either. */
  const lowerCaseOf = async (path: string, query: string): Promise<string | undefined> => {
    const lower = lowerCasePath(path);
    // What programs ask for is written by programs, and a file's name is the media library's own.
    const isPage = lower && !/^\/(?:api|uploads)\//.test(lower);
    const resource = isPage ? resources.resolve(lower, query) : undefined;
    try {
      const entry = await resource?.get();
      return entry && (entry.location ?? lower);
    } catch (error) {
      if (error instanceof NotFoundError) return undefined;
      throw error;
    }
  };

  app.get('*', async (c) => {
    const { path, query } = addressOf(c.env.incoming);
    const resource = resources.resolve(path, query);
    if (!resource && path.startsWith('/api/')) return refuse(c, 404, 'There is nothing at this address.');
    try {
      if (resource) return await answer(c, resource);
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
    }
    const location = await lowerCaseOf(path, query);
    if (location !== undefined) {
      c.header('cache-control', CACHE_CONTROL.revalidated);
      return c.redirect(location + (query && `?${query}`), 308);
    }
    return answer(c, resources.notFound()).catch((error: unknown) => {
      console.error('The page that says there is none could not be made:', error);
      return c.html(errorDocument({ ...NO_PAGE, styles }), 404);
    });
  });

  return app;
}

/** An error for programs, in the shape the CMS's own errors have. */
function refuse(c: Context, status: 400 | 401 | 404 | 411 | 413 | 500 | 503, message: string): Response {
  return c.json({ error: { status, message } }, status);
}

/** An error for people: the page that says so itself, or one that takes its place. */
function fail(c: Context, failure: Failure, styles: string[], page?: ResponseContent): Response {
  if (failure.retryAfter) c.header('retry-after', String(failure.retryAfter));
  return c.html(page?.body.toString() ?? errorDocument({ ...failure, styles }), failure.status);
}
