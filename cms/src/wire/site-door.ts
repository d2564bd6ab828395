import { createHash, timingSafeEqual } from 'node:crypto';
import type { FieldProblem } from '@deep-dive/shared-types';
import type Router from '@koa/router';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { RequestContext } from '../strapi/respond';
import { dataRouter } from './public-reads';

/** Bounds what the site hands on, in bytes: every field at its longest, in the longest UTF-8 and JSON there is. */
const MOST_BYTES = 64_000;

/**
 * A router for what the site alone may ask, at some paths below that of Strapi's API. No answer of it is kept, and none of its
 * addresses logged.
 */
export function siteRouter(strapi: Core.Strapi, secret: string, paths: string[]): Router {
  const router = dataRouter(strapi, '', { logged: false });
  router.use(paths, async (ctx, next) => {
    ctx.set('Cache-Control', 'no-store');
    if (!isSite(ctx.get('authorization'), secret))
      throw new errors.UnauthorizedError('Only the site may ask this.');
    await next();
  });
  return router;
}

/** Answers that it can't be taken, field by field. */
export function refuseFields(ctx: { status: number; body: unknown }, problems: FieldProblem[]): void {
  ctx.status = 422;
  ctx.body = {
    error: {
      status: 422,
      name: 'ValidationError',
      message: problems.map(({ message }) => message).join('\n'),
      details: { errors: problems.map(({ field, message }) => ({ path: [field], message })) },
    },
  };
}

/** What a link ends with. */
export const tokenOf = (ctx: { params: unknown }): string => String((ctx.params as { token: unknown }).token);

function isSite(header: string, secret: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(header), digest(`Bearer ${secret}`));
}

/** What a request brings, of so many bytes at most. @throws PayloadTooLargeError */
export async function bytesOf(ctx: Pick<RequestContext, 'req' | 'set'>, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of ctx.req.iterator({ destroyOnReturn: false })) {
    bytes += (chunk as Buffer).length;
    if (bytes > most) {
      // The rest is never read, so nothing else can come over this connection.
      ctx.set('Connection', 'close');
      throw new errors.PayloadTooLargeError(`Send at most ${most} bytes.`);
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** What a request brings, as JSON. @throws ValidationError PayloadTooLargeError */
export async function bodyOf(
  ctx: Pick<RequestContext, 'req' | 'set'>,
  most: number = MOST_BYTES,
): Promise<unknown> {
  const bytes = await bytesOf(ctx, most);
  try {
    return JSON.parse(bytes.toString());
  } catch {
    throw new errors.ValidationError('Send JSON.');
  }
}
