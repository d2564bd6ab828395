import { CmsUnavailableError, NotFoundError } from '@deep-dive/shared-types';
import { isRefusal } from './answers/check';
import { isContentOf, isTypeOf } from './answers/media';
import { readBody } from './body';
import type { Filled } from './cache';

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

/** A picture too large to keep. */
export class PictureTooLargeError extends Error {
  override name = 'PictureTooLargeError';
}

/** Whether a path names a picture of the media library. */
export function isPicturePath(path: string): boolean {
  return isUploadPath(path) && /\.(svg|png|jpe?g|webp|avif|gif)$/i.test(path);
}

/**
 * Brings a picture of the media library, to be kept: it is then compressed once, and there while the CMS is away.
 * Rejects with `NotFoundError`, `PictureTooLargeError` or `CmsUnavailableError`.
 */
export async function fetchPicture(cmsUrl: string, path: string, cacheTtlMs: number): Promise<Filled> {
  const answer = await fetch(cmsUrl + path, {
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT),
  }).catch((cause: unknown) => {
    throw new CmsUnavailableError(`The CMS did not answer ${path}`, { cause });
  });
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
  return { status: 200, contentType, body, tags: ['media'], freshUntil: Date.now() + cacheTtlMs };
}

/**
 * Brings a file of the media library from the CMS, as it comes. Strapi puts a hash in each upload's name, so browsers
 * may keep it. `path` is percent-encoded and starts with "/uploads/".
 */
export async function fetchUpload(cmsUrl: string, path: string, request: Request): Promise<Response> {
  if (!isUploadPath(path)) return new Response('Not found', { status: 404 });
  const headers = new Headers({ 'accept-encoding': 'identity' });
  for (const name of REQUEST_HEADERS) {
    const value = request.headers.get(name);
    if (value) headers.set(name, value);
  }
  const headersIn = new AbortController();
  const timer = setTimeout(() => headersIn.abort(), TIMEOUT);
  const answer = await fetch(cmsUrl + path, {
    method: request.method,
    headers,
    redirect: 'manual',
    signal: AbortSignal.any([request.signal, headersIn.signal]),
  })
    .catch(() => undefined)
    .finally(() => clearTimeout(timer));
  const isFile =
    [304, 404, 416].includes(answer?.status ?? 0) ||
    ([200, 206].includes(answer?.status ?? 0) && isTypeOf(path, answer?.headers.get('content-type') ?? ''));
  if (!answer || !isFile) {
    await answer?.body?.cancel();
    return new Response('The file cannot be fetched now; try again in a moment.', {
      status: 503,
      headers: { 'retry-after': '10', 'cache-control': 'no-store' },
    });
  }
  if (answer.status === 404) {
    await answer.body?.cancel();
    return new Response('Not found', { status: 404 });
  }
  return new Response(answer.body, { status: answer.status, headers: uploadHeaders(answer.headers) });
}

function uploadHeaders(from: Headers): Headers {
  const headers = new Headers({ 'cache-control': 'public, max-age=31536000, immutable' });
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
