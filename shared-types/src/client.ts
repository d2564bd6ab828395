import type { Answers } from './answers.js';
import { CmsUnavailableError, InvalidRequestError, MovedError, NotFoundError } from './errors.js';
import { type FieldProblem, formatQuoteQuery, type QuoteQuery } from './quote-query.js';
import { filtersOf, formatWorkshopSearch, type WorkshopSearch } from './search.js';

export interface CmsClientOptions {
  /** Where the API is, without a slash at the end: "http://127.0.0.1:1337", or "" for the page's own origin. */
  baseUrl: string;
  /** The `fetch` to use; the platform's own when left out. */
  fetch?: typeof globalThis.fetch;
  /** Sent as a bearer token when given. */
  token?: string;
  /** Milliseconds before a request counts as failed. */
  timeoutMs?: number;
}

export interface RequestOptions {
  /** Cancels the request. */
  signal?: AbortSignal;
}

export type CmsClient = ReturnType<typeof createCmsClient>;

/** The address of the map's tiles for a search, with `{z}`, `{x}` and `{y}` to be filled in. Only its filters count. */
export function workshopTilesUrl(search: WorkshopSearch): string {
  return `/api/workshop-tiles/{z}/{x}/{y}${formatWorkshopSearch(filtersOf(search))}`;
}

/**
 * The one way to read the CMS. Every method rejects with `NotFoundError` (a `MovedError` when it is found at another
 * address), `CmsUnavailableError` or `InvalidRequestError`, or with the signal's own reason when it was cancelled.
 */
export function createCmsClient({ baseUrl, fetch: fetchWith, token, timeoutMs = 10_000 }: CmsClientOptions) {
  async function get<T>(path: string, { signal }: RequestOptions = {}): Promise<T> {
    signal?.throwIfAborted();
    // By hand: `AbortSignal.any` is newer than many browsers that schools have (Safari before 17.4).
    const request = new AbortController();
    const cancel = (): void => request.abort();
    signal?.addEventListener('abort', cancel);
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      cancel();
    }, timeoutMs);
    try {
      const response = await (fetchWith ?? globalThis.fetch)(baseUrl + path, {
        headers: { accept: 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
        signal: request.signal,
      });
      if (!response.ok) throw await errorFor(response, path);
      return (await response.json()) as T;
    } catch (error) {
      if (
        error instanceof NotFoundError ||
        error instanceof InvalidRequestError ||
        error instanceof CmsUnavailableError
      )
        throw error;
      signal?.throwIfAborted();
      const why = isLate
        ? `no answer within ${timeoutMs} ms`
        : error instanceof Error
          ? error.message
          : 'unknown';
      throw new CmsUnavailableError(`The CMS could not answer ${path}: ${why}`, { cause: error });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
    }
  }
  const segment = (slug: string): string => encodeURIComponent(slug);

  return {
    site: (options?: RequestOptions) => get<Answers['/api/site']>('/api/site', options),
    page: (slug: string, options?: RequestOptions) =>
      get<Answers['/api/pages/:slug']>(`/api/pages/${segment(slug)}`, options),
    pricing: (options?: RequestOptions) => get<Answers['/api/pricing']>('/api/pricing', options),
    scholarships: (options?: RequestOptions) =>
      get<Answers['/api/scholarships']>('/api/scholarships', options),
    partners: (options?: RequestOptions) => get<Answers['/api/partners']>('/api/partners', options),
    partner: (slug: string, options?: RequestOptions) =>
      get<Answers['/api/partners/:slug']>(`/api/partners/${segment(slug)}`, options),
    /** Where a Regional Partner serves, by the partner's slug. */
    territory: (slug: string, options?: RequestOptions) =>
      get<Answers['/api/territories/:slug']>(`/api/territories/${segment(slug)}`, options),
    workshops: (search: WorkshopSearch, options?: RequestOptions) =>
      get<Answers['/api/workshops']>(`/api/workshops${formatWorkshopSearch(search)}`, options),
    workshop: (slug: string, options?: RequestOptions) =>
      get<Answers['/api/workshops/:slug']>(`/api/workshops/${segment(slug)}`, options),
    workshopFeed: (search: WorkshopSearch, options?: RequestOptions) =>
      get<Answers['/api/workshop-feed']>(`/api/workshop-feed${formatWorkshopSearch(search)}`, options),
    /** Only the search's filters count: the map shows every place. */
    workshopPlaces: (search: WorkshopSearch, options?: RequestOptions) =>
      get<Answers['/api/workshop-places']>(
        `/api/workshop-places${formatWorkshopSearch(filtersOf(search))}`,
        options,
      ),
    /** Where the map's tiles for a search are asked for: see `workshopTilesUrl`. */
    workshopTilesUrl: (search: WorkshopSearch) => baseUrl + workshopTilesUrl(search),
    placeSuggestions: (typed: string, options?: RequestOptions) =>
      get<Answers['/api/places']>(`/api/places?${new URLSearchParams({ q: typed })}`, options),
    /** What so many people would pay. Rejects with an `InvalidRequestError` that names the fields that can't be answered. */
    quote: (query: QuoteQuery, options?: RequestOptions) =>
      get<Answers['/api/quote']>(`/api/quote${formatQuoteQuery(query)}`, options),
    sitemap: (options?: RequestOptions) => get<Answers['/api/sitemap']>('/api/sitemap', options),
  };
}

/** An error as the CMS tells of it. `movedTo` is the slug at which something is found now; a path names a field. */
interface CmsError {
  message?: string;
  details?: { movedTo?: string; errors?: { path?: unknown; message?: unknown }[] };
}

/** The characters of Strapi's `uid` fields; addresses are made of it. */
const SLUG = /^(?!\.+$)[\w.~-]{1,120}$/;

async function errorFor(response: Response, path: string): Promise<Error> {
  const error = await response
    .json()
    .then((body: { error?: CmsError }) => body.error)
    .catch(() => undefined);
  const detail = error?.message ? `: ${error.message}` : '';
  const movedTo = error?.details?.movedTo;
  if (response.status === 404 && typeof movedTo === 'string' && SLUG.test(movedTo))
    return new MovedError(`The CMS has ${path} at another address now: ${movedTo}`, movedTo);
  if (response.status === 404) return new NotFoundError(`The CMS has no ${path}`);
  if (response.status >= 500 || response.status === 429)
    return new CmsUnavailableError(`The CMS answered ${response.status} to ${path}${detail}`);
  return new InvalidRequestError(`The CMS refused ${path} (${response.status})${detail}`, problemsOf(error));
}

function problemsOf(error: CmsError | undefined): FieldProblem[] {
  const errors = error?.details?.errors;
  if (!Array.isArray(errors)) return [];
  return errors.flatMap(({ path, message }) =>
    Array.isArray(path) && typeof message === 'string' ? [{ field: path.join('.'), message }] : [],
  );
}
