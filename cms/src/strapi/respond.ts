import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

export type RequestContext = Parameters<Core.ControllerHandler>[0];

const LONGEST_QUERY = 2000;
const LONGEST_SLUG = 200;

/** Answers with JSON that a cache in front can keep, as `respondWith` has it. */
export function respond(ctx: RequestContext, body: unknown, tags: string[]): void {
  respondWith(ctx, JSON.stringify(body), tags, 'application/json');
}

/**
 * Answers with what a cache in front can keep: `Cache-Tag` names what it depends on (a type, or type:documentId),
 * `ETag` saves sending it again. No cache may use it without asking.
 */
export function respondWith(ctx: RequestContext, body: string | Buffer, tags: string[], type: string): void {
  tagWith(ctx, tags);
  const etag = `"${createHash('sha1').update(body).digest('base64url')}"`;
  ctx.set('ETag', etag);
  ctx.status = 200;
  ctx.type = type;
  if (hasAlready(ctx, etag)) {
    ctx.status = 304;
    ctx.body = null;
  } else ctx.body = body;
}

/** Koa's own `fresh` says no to Node's fetch, which sends `Cache-Control: no-cache` with every `If-None-Match`. */
export const hasAlready = (ctx: RequestContext, etag: string): boolean =>
  ctx
    .get('If-None-Match')
    .split(',')
    .some((known) => known.trim().replace(/^W\//, '') === etag);

/**
 * @param movedTo the slug at which what was asked for is found now
 * @throws NotFoundError, tagged so that a cache forgets it once such an entry appears, moves or goes.
 */
export function notFound(
  ctx: RequestContext,
  what: string,
  tags: string[],
  movedTo: string | null = null,
): never {
  tagWith(ctx, tags);
  throw new errors.NotFoundError(what, movedTo === null ? {} : { movedTo });
}

function tagWith(ctx: RequestContext, tags: string[]): void {
  ctx.set('Cache-Tag', tags.join(','));
  ctx.set('Cache-Control', 'no-cache');
}

/** @throws ValidationError (400) naming the query parameters that aren't known, or when the query is too long. */
export function requireKnownParameters(ctx: RequestContext, unknown?: string[]): void {
  if (ctx.querystring.length > LONGEST_QUERY)
    throw new errors.ValidationError(`The query is longer than ${LONGEST_QUERY} characters.`);
  const names = unknown ?? [...new Set([...new URLSearchParams(ctx.querystring).keys()])];
  if (names.length === 0) return;
  const shown = names.slice(0, 5).map((name) => `“${name.slice(0, 40)}”`);
  throw new errors.ValidationError(`The query holds what can’t be used here: ${shown.join(', ')}.`);
}

/** The slug asked for. @throws ValidationError when it is too long; an odd one is simply not found. */
export function slugOf(ctx: RequestContext): string {
  const slug: string = ctx.params.slug;
  if (slug.length > LONGEST_SLUG)
    throw new errors.ValidationError(`The address is longer than ${LONGEST_SLUG} characters.`);
  return /^[\w.~-]+$/.test(slug) ? slug : '';
}
