import type { Encoding } from './cached-response';

/**
 * Chooses the encoding for an `Accept-Encoding` header (RFC 9110, 12.5.3): the highest q-value wins, and brotli before
 * gzip before plain among equals. What cannot be read is ignored; plain bytes are always an answer.
 */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding {
  if (!acceptEncoding) return 'identity';
  const weights = new Map<string, number>();
  for (const part of acceptEncoding.slice(0, 500).toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    const weight = q === undefined ? 1 : Number(q);
    if (name && weight >= 0 && weight <= 1) weights.set(name, weight);
  }
  const any = weights.get('*') ?? 0;
  const brotli = weights.get('br') ?? any;
  const gzip = weights.get('gzip') ?? weights.get('x-gzip') ?? any;
  const identity = weights.get('identity') ?? 0;
  if (brotli > 0 && brotli >= gzip && brotli >= identity) return 'br';
  if (gzip > 0 && gzip >= identity) return 'gzip';
  return 'identity';
}

const ENTITY_TAG = /(?:W\/)?("[\x21\x23-\x7e\x80-\xff]*")/y;
const SEPARATOR = /[ \t]*(?:,[ \t]*|$)/y;

/**
 * Whether an `If-None-Match` header names the current response (RFC 9110, 13.1.2, weak comparison).
 * `isCurrent` is asked with each tag, without the mark of weakness. A header that cannot be read is ignored.
 */
export function matchesEtag(ifNoneMatch: string | undefined, isCurrent: (etag: string) => boolean): boolean {
  if (!ifNoneMatch) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const tags: string[] = [];
  let position = 0;
  while (position < ifNoneMatch.length) {
    ENTITY_TAG.lastIndex = position;
    const tag = ENTITY_TAG.exec(ifNoneMatch)?.[1];
    if (!tag) return false;
    tags.push(tag);
    SEPARATOR.lastIndex = ENTITY_TAG.lastIndex;
    if (!SEPARATOR.test(ifNoneMatch)) return false;
    position = SEPARATOR.lastIndex;
  }
  return tags.some(isCurrent);
}
