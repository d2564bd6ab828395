import { CmsUnavailableError, NotFoundError } from '@deep-dive/shared-types';
import { isRefusal } from './answers/check';
import { isContentOf, isTypeOf } from './answers/media';
import { readBody } from './body';
import type { Filled } from './cache';
import { CACHE_CONTROL } from './send';
import type { Upstream } from './upstream/upstream';

/** Milliseconds the CMS has to begin its answer. */
const TIMEOUT = 15_000;
/** What a browser might run when it opens the file by itself. */
const ACTIVE_TYPES = /^(image\/svg\+xml|text\/html|application\/xhtml\+xml|text\/xml|application\/xml)/;
/** Larger pictures are passed on as they come and not kept: a few would push everything else out of the cache. */
const KEPT_BYTES = 1_000_000;
/** What may run in a file opened by itself: nothing. */
export const SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
const REQUEST_HEADERS = ['range', 'if-range', 'if-none-match', 'if-modified-since'];
const RESPONSE_HEADERS = [
  'content-type',
  'content-length',
  'content-range',
  'accept-ranges',
  'etag',
  'last-modified',
];

/** Where the CMS says which version of a file it sends. */
const VERSION_HEADER = 'media-version';

/**
 * The CMS has another version of a file than an address names. What was kept of that one is given up; what there is now
 * is found without a version.
 */
export class OtherVersionError extends NotFoundError {
  override name = 'OtherVersionError';
}

/** A picture too large to keep. */
export class PictureTooLargeError extends Error {
  override name = 'PictureTooLargeError';
}

/** Whether a path names a picture of the media library. */
export function isPicturePath(path: string): boolean {
  return isUploadPath(path) && /\.(svg|png|jpe?g|webp|avif|gif)$/i.test(path);
}

/** The version that an address of the media library names, out of its query; undefined when it names none. */
export function versionIn(query: string): string | undefined {
  const version = new URLSearchParams(query).get('v') ?? '';
  return /^[0-9a-z]{1,16}$/.test(version) ? version : undefined;
}

/** Which picture to bring. */
interface PictureRequest {
  path: string;
  /** Undefined takes any version. */
  version: string | undefined;
  /** Milliseconds it counts as fresh. */
  cacheTtlMs: number;
  /** True when something older is at hand. */
  isRefresh: boolean;
}

/**
 * Brings a picture of the media library, to be kept: it is then compressed once, and there while the CMS is away.
 * Rejects with `NotFoundError`, `OtherVersionError` when it isn't the version asked for, `PictureTooLargeError` or
 * `CmsUnavailableError`.
 */
export function fetchPicture(
  upstream: Upstream,
  { path, version, cacheTtlMs, isRefresh }: PictureRequest,
): Promise<Filled> {
  return upstream.ask(path, { timeoutMs: TIMEOUT, isRefresh }, async (answer) => {
    if (answer.status === 200 && version !== undefined && answer.headers.get(VERSION_HEADER) !== version) {
      await answer.body?.cancel();
      throw new OtherVersionError(`The media library has another version of ${path}`);
    }
    const contentType = answer.headers.get('content-type') ?? '';
    if (answer.status === 200 && !isTypeOf(path, contentType)) {
      await answer.body?.cancel();
      throw new CmsUnavailableError(`The CMS’s answer to ${path} is refused: its type is ${contentType}`);
    }
    if (answer.status === 200 && Number(answer.headers.get('content-length') ?? Infinity) > KEPT_BYTES) {
      await answer.body?.cancel();
      throw new PictureTooLargeError(`${path} is too large to keep`);
    }
    const body = await readBody(answer, KEPT_BYTES).catch((cause: unknown) => {
      throw new CmsUnavailableError(`The CMS broke off its answer to ${path}`, { cause });
    });
    if (answer.status === 404 && isRefusal(404, contentType, body))
      throw new NotFoundError(`The media library has no ${path}`);
    if (answer.status !== 200) throw new CmsUnavailableError(`The CMS answered ${answer.status} to ${path}`);
    if (!isContentOf(path, body))
      throw new CmsUnavailableError(`The CMS’s answer to ${path} is refused: it is no such picture`);
    // The file's own tag, so that a change to one picture leaves the others be.
    const tags = (answer.headers.get('cache-tag') ?? 'media').split(',');
    return { status: 200, contentType, body, tags, freshUntil: Date.now() + cacheTtlMs };
  });
}

/**
 * Brings a file of the media library from the CMS, as it comes. Browsers may keep it for ever when it is the version asked
 * for; a file that is replaced keeps its path. `path` is percent-encoded and starts with "/uploads/".
 */
export async function fetchUpload(
  upstream: Upstream,
  path: string,
  version: string | undefined,
  request: Request,
): Promise<Response> {
  if (!isUploadPath(path)) return new Response('Not found', { status: 404 });
  const headers: Record<string, string> = { 'accept-encoding': 'identity' };
  for (const name of REQUEST_HEADERS) {
    const value = request.headers.get(name);
    if (value) headers[name] = value;
  }
  const method = request.method === 'HEAD' ? 'HEAD' : 'GET';
  const question = { timeoutMs: TIMEOUT, isRefresh: false, method, headers, signal: request.signal } as const;
  const answer = await upstream
    .ask(path, question, async (begun) => {
      const isFile =
        [304, 404, 416].includes(begun.status) ||
        ([200, 206].includes(begun.status) && isTypeOf(path, begun.headers.get('content-type') ?? ''));
      if (isFile) return begun;
      await begun.body?.cancel();
      throw new CmsUnavailableError(`The CMS answered ${begun.status} to ${path}`);
    })
    .catch(() => undefined);
  if (!answer)
    return new Response('The file cannot be fetched now; try again in a moment.', {
      status: 503,
      headers: { 'retry-after': '10', 'cache-control': 'no-store' },
    });
  if (answer.status === 404) {
    await answer.body?.cancel();
    return new Response('Not found', { status: 404 });
  }
  return new Response(answer.body, {
    status: answer.status,
    headers: uploadHeaders(answer.headers, version),
  });
}

function uploadHeaders(from: Headers, version: string | undefined): Headers {
  const isLasting = version !== undefined && from.get(VERSION_HEADER) === version;
  const headers = new Headers({
    'cache-control': isLasting ? CACHE_CONTROL.immutable : CACHE_CONTROL.revalidated,
  });
  for (const name of RESPONSE_HEADERS) {
    const value = from.get(name);
    if (value) headers.set(name, value);
  }
  headers.set(
    'content-security-policy',
    ACTIVE_TYPES.test(from.get('content-type') ?? '') ? SANDBOX : "frame-ancestors 'none'",
  );
  return headers;
}

/** Files in the media library and in its folders, and nothing that could lead out of it. */
function isUploadPath(path: string): boolean {
  return /^\/uploads(\/(?!\.)[\w.~%+@()-]+)+$/.test(path) && !/%(2f|5c|00|2e)/i.test(path);
}
