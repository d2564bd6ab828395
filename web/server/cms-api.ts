import {
  type CmsClient,
  CmsUnavailableError,
  createCmsClient,
  type WorkshopList,
} from '@deep-dive/shared-types';
import { BUILT_IN_SITE } from '../src/queries/built-in-site';
import { flawIn, type RawAnswer } from './answers/check';
import { type ApiRequest, resolveApiRequest } from './api-routes';
import { readBody } from './body';
import type { Entry, Filled, ResponseCache } from './cache';
import { nothingNear } from './counts/served';
import { reasonOf } from './upstream/endpoint';
import type { Upstream } from './upstream/upstream';

/** Milliseconds the CMS has for an answer. */
const TIMEOUT = 10_000;
/** Bounds an answer, in bytes: the largest there are, feeds of 2,000 workshops, have some 2,000,000. */
const MAX_BYTES = 20_000_000;
/** The tag of an answer that is kept without the part of it that was not in its shape: another such answer may replace it. */
const INCOMPLETE = 'incomplete';

/** What visitors are told where Site is not published: no page lacks a frame, and no browser asks in vain. */
const UNPUBLISHED_SITE = {
  status: 200,
  contentType: 'application/json; charset=utf-8',
  body: Buffer.from(JSON.stringify(BUILT_IN_SITE)),
};

export interface CmsApiOptions {
  upstream: Upstream;
  cacheTtlMs: number;
  cache: ResponseCache;
  /** For answers of which there are a great many. */
  transientCache: ResponseCache;
}

/** What was asked of the CMS for one page, and how good the answers are. */
export interface Usage {
  tags: Set<string>;
  /** Epoch milliseconds until which every answer is fresh. */
  freshUntil: number;
  /** False when an old answer had to do. */
  upToDate: boolean;
  /** What was not waited for: each settles when it is there. */
  late: Set<Promise<unknown>>;
  /** Where a search found nothing. */
  nothingNear?: string;
}

/** The CMS's public API, through the cache. */
export class CmsApi {
  readonly #options: CmsApiOptions;
  #turns: Promise<void> = Promise.resolve();

  constructor(options: CmsApiOptions) {
    this.#options = options;
  }

  /**
   * One answer of the CMS: 200, or 404 and 400 for what is not there or not understood.
   * Rejects with `CmsUnavailableError` when there is none, new or old. `waitingSince`: see `ResponseCache.get`.
   */
  get(request: ApiRequest, waitingSince?: number | null): Promise<Entry> {
    const fill = (isRefresh: boolean): Promise<Filled> => this.#ask(request, isRefresh);
    return this.#cacheFor(request).get(request.key, fill, waitingSince);
  }

  /** `get` for an answer that is to be there while the CMS is away, also after a restart, though it is one of a great many. */
  keep(request: ApiRequest): Promise<Entry> {
    return this.#options.cache.get(request.key, () => this.#ask(request, true), null);
  }

  /** The answer that can be given at once. */
  peek(request: ApiRequest): Entry | undefined {
    return this.#cacheFor(request).peek(request.key);
  }

  /**
   * A typed client for one page, and a record of what it used. For all of its answers together it waits as long as the
   * visitor may who came at `waitingSince`; null when none waits.
   */
  client(waitingSince: number | null): { cms: CmsClient; usage: Usage } {
    const usage: Usage = {
      tags: new Set(),
      freshUntil: Number.POSITIVE_INFINITY,
      upToDate: true,
      late: new Set(),
    };
    const answer = async (input: Parameters<typeof fetch>[0]): Promise<Response> => {
      const [path = '', query = ''] = String(input).split('?');
      const request = resolveApiRequest(path, query);
      if (!request) return Response.json({ error: { message: 'not part of the API' } }, { status: 404 });
      for (const tag of request.tags) usage.tags.add(tag);
      const entry = await this.get(request, waitingSince);
      for (const tag of entry.tags) usage.tags.add(tag);
      usage.nothingNear ??= entry.nothingNear;
      usage.freshUntil = Math.min(usage.freshUntil, entry.freshUntil);
      if (entry.invalidated || entry.freshUntil <= Date.now()) {
        usage.upToDate = false;
        const running = this.#cacheFor(request).running(request.key);
        if (running) usage.late.add(running);
        if (waitingSince === null) await this.#ownTurn();
      }
      return new Response(new Uint8Array(entry.body), {
        status: entry.status,
        headers: { 'content-type': entry.contentType },
      });
    };
    const fetchCached: typeof fetch = (input) => {
      const answered = answer(input).finally(() => usage.late.delete(settled));
      const settled = answered.catch(() => {});
      usage.late.add(settled);
      return answered;
    };
    return { cms: createCmsClient({ baseUrl: '', fetch: fetchCached, timeoutMs: TIMEOUT + 1_000 }), usage };
  }

  /**
   * Resolves in a turn of the event loop that no other has: when all refreshes fail together, the pages they are for are not
   * made all at once, while visitors wait.
   */
  #ownTurn(): Promise<void> {
    this.#turns = this.#turns.then(() => new Promise((resolve) => setImmediate(resolve)));
    return this.#turns;
  }

  #cacheFor({ key, isTransient }: ApiRequest): ResponseCache {
    const { cache, transientCache } = this.#options;
    return isTransient && !cache.kept(key) ? transientCache : cache;
  }

  #ask(request: ApiRequest, isRefresh: boolean): Promise<Filled> {
    const { key, tags, freshMs } = request;
    const headers = { accept: 'application/json, application/vnd.mapbox-vector-tile' };
    const question = { timeoutMs: TIMEOUT, isRefresh, headers };
    return this.#options.upstream.ask(key, question, async (response) => {
      const { status } = response;
      const contentType = response.headers.get('content-type') ?? '';
      if (![200, 400, 404].includes(status)) {
        await response.body?.cancel();
        throw new CmsUnavailableError(
          `The CMS answered ${status} (${contentType || 'no type'}) to ${key}; check its public permissions and CMS_TOKEN if this is 401 or 403`,
        );
      }
      const body = await readBody(response, MAX_BYTES).catch((error: unknown) => {
        throw new CmsUnavailableError(`The CMS broke off its answer to ${key}: ${reasonOf(error)}`, {
          cause: error,
        });
      });
      const told = splitTags(response.headers.get('cache-tag'));
      const checked = this.#checked(request, { status, contentType, body, tags: told });
      const isUnpublishedSite = status === 404 && request.answer === '/api/site';
      return {
        ...(isUnpublishedSite ? UNPUBLISHED_SITE : { status, contentType, body: checked.body }),
        tags: [...new Set([...tags, ...told, ...(checked.tags ?? [])])],
        freshUntil: Date.now() + (freshMs ?? this.#options.cacheTtlMs),
        nothingNear:
          status === 200 && request.answer === '/api/workshops'
            ? nothingNear(JSON.parse(checked.body.toString('utf8')) as WorkshopList)
            : undefined,
      };
    });
  }

  /**
   * An answer that may be kept. One that isn't in its shape is refused, as if there were none; of a page the sound sections
   * will do, where no better copy is kept.
   */
  #checked(request: ApiRequest, answer: RawAnswer): { body: Buffer; tags?: string[] } {
    const flaw = flawIn(request.answer, answer);
    if (!flaw) return answer;
    const kept = this.#cacheFor(request).kept(request.key);
    const isBetterKept = kept !== undefined && !kept.tags.includes(INCOMPLETE);
    if (!flaw.remainder || isBetterKept)
      throw new CmsUnavailableError(`The CMS’s answer to ${request.key} is refused: ${flaw.problem}`);
    console.error(`A part of the CMS’s answer to ${request.key} is left out: ${flaw.problem}`);
    return { body: flaw.remainder, tags: [INCOMPLETE] };
  }
}

function splitTags(header: string | null): string[] {
  return (header ?? '')
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);
}
