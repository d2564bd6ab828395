import { CmsUnavailableError, NotFoundError } from '@deep-dive/shared-types';
import type { Filled } from './cache';
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
export function fetchPicture(
  upstream: Upstream,
  path: string,
  cacheTtlMs: number,
  isRefresh: boolean,
): Promise<Filled> {
  return upstream.ask(path, { timeoutMs: TIMEOUT, isRefresh }, async (answer) => {
    const contentType = answer.headers.get('content-type') ?? '';
    const isKept =
      contentType.startsWith('image/') &&
      Number(answer.headers.get('content-length') ?? Infinity) <= KEPT_BYTES;
    if (answer.status === 200 && isKept) {
      const body = await answer.arrayBuffer().catch((cause: unknown) => {
        throw new CmsUnavailableError(`The CMS broke off ${path}`, { cause });
      });
      return {
        status: 200,
        contentType,
        body: Buffer.from(body),
        tags: ['media'],
        freshUntil: Date.now() + cacheTtlMs,
      };
    }
    await answer.body?.cancel();
    if (answer.status === 404) throw new NotFoundError(`The media library has no ${path}`);
    if (answer.status === 200) throw new PictureTooLargeError(`${path} is too large to keep`);
    throw new CmsUnavailableError(`The CMS answered ${answer.status} to ${path}`);
  });
}

/**
 * Brings a file of the media library from the CMS, as it comes. Strapi puts a hash in each upload's name, so browsers
 * may keep it. `path` is percent-encoded and starts with "/uploads/".
 */
export async function fetchUpload(upstream: Upstream, path: string, request: Request): Promise<Response> {
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
      if ([200, 206, 304, 404, 416].includes(begun.status)) return begun;
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
