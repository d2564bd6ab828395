import { createHash, timingSafeEqual } from 'node:crypto';
import { INQUIRIES_API_PATH } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { RequestContext } from '../strapi/respond';
import { dataRouter } from '../wire/public-reads';
import { addresseeOf, toAddressee } from './addressee';
import { addToInquiry, statusOf, withdraw } from './status';
import { take } from './take';

/** Bounds what the site hands on, in bytes: every field at its longest, in the longest UTF-8 and JSON there is. */
const MOST_BYTES = 64_000;

/**
 * Answers the site about what visitors send, as shared-types/src/inquiry.ts has it, and nobody else. No answer is kept. To be
 * called in `register()`.
 */
export function answerSite(strapi: Core.Strapi, secret: string): void {
  const prefix = strapi.config.get<string>('api.rest.prefix');
  const router = dataRouter(strapi, '', { logged: false });
  const path = INQUIRIES_API_PATH.slice(prefix.length);
  router.use([path, `${path}/(.*)`, '/inquiry-addressee'], async (ctx, next) => {
    ctx.set('Cache-Control', 'no-store');
    if (!isSite(ctx.get('authorization'), secret))
      throw new errors.UnauthorizedError('Only the site may ask this.');
    await next();
  });
  router.post(path, async (ctx) => {
    const { receipt, problems } = await take(strapi, await bodyOf(ctx as RequestContext));
    ctx.status = receipt ? 201 : 422;
    ctx.body = receipt ?? {
      error: {
        status: 422,
        name: 'ValidationError',
        message: problems.map(({ message }) => message).join('\n'),
        details: { errors: problems.map(({ field, message }) => ({ path: [field], message })) },
      },
    };
  });
  router.get('/inquiry-addressee', async (ctx) => {
    const query = new URLSearchParams(ctx.querystring);
    const near = query.get('near');
    const { partner, problems } = await addresseeOf(strapi, {
      zip: near && /^\d{5}$/.test(near) ? near : null,
      workshop: query.get('workshop'),
      partner: query.get('partner'),
    });
    if (problems.length > 0) throw new errors.NotFoundError('Whom it goes to isn’t known.');
    ctx.body = await toAddressee(strapi, partner);
  });
  const tokenOf = (ctx: { params: unknown }): string => String((ctx.params as { token: unknown }).token);
  router.get(`${path}/:token`, async (ctx) => {
    ctx.body = await statusOf(strapi, tokenOf(ctx));
  });
  router.post(`${path}/:token/lines`, async (ctx) => {
    ctx.body = await addToInquiry(strapi, tokenOf(ctx), await bodyOf(ctx as RequestContext));
    ctx.status = 201;
  });
  router.post(`${path}/:token/withdrawal`, async (ctx) => {
    ctx.body = await withdraw(strapi, tokenOf(ctx));
  });
  strapi.server.use(router.routes() as Core.MiddlewareHandler);
}

function isSite(header: string, secret: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(header), digest(`Bearer ${secret}`));
}

/** What a request brings, as JSON. @throws ValidationError PayloadTooLargeError */
async function bodyOf(ctx: RequestContext): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of ctx.req.iterator({ destroyOnReturn: false })) {
    bytes += (chunk as Buffer).length;
    if (bytes > MOST_BYTES) {
      // The rest is never read, so nothing else can come over this connection.
      ctx.set('Connection', 'close');
      throw new errors.PayloadTooLargeError(`Send at most ${MOST_BYTES} bytes.`);
    }
    chunks.push(chunk as Buffer);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    throw new errors.ValidationError('Send JSON.');
  }
}
