import type { IncomingMessage, ServerResponse } from 'node:http';
import { addressOf } from './address';
import type { CachedResponse, Encoding } from './cached-response';
import { chooseEncoding, matchesEtag } from './negotiation';

/** How a kind of response may be kept by browsers and proxies. */
export const CACHE_CONTROL = {
  /** Always asked again, answered with 304 when unchanged. */
  page: 'public, max-age=0, must-revalidate, stale-if-error=86400',
  /** The address changes with the content. */
  immutable: 'public, max-age=31536000, immutable',
  /** A file under a lasting name. */
  file: 'public, max-age=3600',
  /** Always asked again: an address that leads elsewhere may be somebody's tomorrow, a file may be replaced. */
  revalidated: 'no-cache',
  none: 'no-store',
} as const;

export interface SendOptions {
  /** Of an answer with status 200. */
  cacheControl: string;
  headers: Record<string, string>;
}

/**
 * Answers a GET or HEAD with a cached response: in the encoding the visitor takes, or 304 when they have it already.
 * Straight to node's own response, as this is the path nearly every request takes.
 */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  cached: CachedResponse,
  options: SendOptions,
): Promise<void> {
  const encoding = cached.compressible ? encodingFor(request) : 'identity';
  if (!cached.ready(encoding)) await cached.encode(encoding);
  sendReady(request, response, cached, encoding, options);
}

/** `send` without waiting; false, and nothing sent, when the encoding has to be made first. */
export function sendAtOnce(
  request: IncomingMessage,
  response: ServerResponse,
  cached: CachedResponse,
  options: SendOptions,
): boolean {
  const encoding = cached.compressible ? encodingFor(request) : 'identity';
  if (!cached.ready(encoding)) return false;
  sendReady(request, response, cached, encoding, options);
  return true;
}

function sendReady(
  request: IncomingMessage,
  response: ServerResponse,
  cached: CachedResponse,
  encoding: Encoding,
  options: SendOptions,
): void {
  const body = cached.ready(encoding) ?? cached.body;
  let headers = cached.headers.get(encoding);
  if (!headers) {
    headers = headersOf(cached, encoding, options);
    cached.headers.set(encoding, headers);
  }
  if (cached.location !== undefined) {
    const { query } = addressOf(request);
    const location = cached.location + (query && cached.status !== 302 ? `?${query}` : '');
    response.writeHead(cached.status, [...headers, 'location', location, 'content-length', '0']).end();
    return;
  }
  const condition = request.headers['if-none-match'];
  if (condition && cached.status === 200 && matchesEtag(condition, (etag) => cached.isNamedBy(etag))) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(cached.status, [...headers, 'content-length', String(body.length)]);
  response.end(request.method === 'HEAD' ? undefined : body);
}

function cacheControlOf({ status, location }: CachedResponse, options: SendOptions): string {
  if (location !== undefined) return CACHE_CONTROL.revalidated;
  return status === 200 ? options.cacheControl : CACHE_CONTROL.page;
}

function headersOf(cached: CachedResponse, encoding: Encoding, options: SendOptions): string[] {
  const headers: Record<string, string> = {
    ...options.headers,
    'content-type': cached.contentType,
    'cache-control': cacheControlOf(cached, options),
  };
  if (cached.fileName)
    headers['content-disposition'] =
      `${cached.isShown ? 'inline' : 'attachment'}; filename="${cached.fileName}"`;
  if (cached.status === 200) headers.etag = cached.etag(encoding);
  if (cached.compressible) headers.vary = 'Accept-Encoding';
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  return Object.entries(headers).flat();
}

/** Browsers send one of a few `Accept-Encoding` headers: each is read once. */
const known = new Map<string, Encoding>();

function encodingFor(request: IncomingMessage): Encoding {
  const header = request.headers['accept-encoding'];
  if (header === undefined) return 'identity';
  const text = String(header);
  const found = known.get(text);
  if (found) return found;
  const encoding = chooseEncoding(text);
  if (known.size < 200 && text.length < 200) known.set(text, encoding);
  return encoding;
}
