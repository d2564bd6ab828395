import { INQUIRIES_API_PATH } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { bodyOf, refuseFields, siteRouter, tokenOf } from '../wire/site-door';
import { addresseeOf, toAddressee } from './addressee';
import { addToInquiry, statusOf, withdraw } from './status';
import { take } from './take';

/**
 * Answers the site about what visitors send, as shared-types/src/inquiry.ts has it, and nobody else. To be called in
 * `register()`.
 */
export function answerSite(strapi: Core.Strapi, secret: string): void {
  const path = INQUIRIES_API_PATH.slice(strapi.config.get<string>('api.rest.prefix').length);
  const router = siteRouter(strapi, secret, [path, `${path}/(.*)`, '/inquiry-addressee']);
  router.post(path, async (ctx) => {
    const { receipt, problems } = await take(strapi, await bodyOf(ctx));
    if (!receipt) return refuseFields(ctx, problems);
    ctx.status = 201;
    ctx.body = receipt;
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
  router.get(`${path}/:token`, async (ctx) => {
    ctx.body = await statusOf(strapi, tokenOf(ctx));
  });
  router.post(`${path}/:token/lines`, async (ctx) => {
    ctx.body = await addToInquiry(strapi, tokenOf(ctx), await bodyOf(ctx));
    ctx.status = 201;
  });
  router.post(`${path}/:token/withdrawal`, async (ctx) => {
    ctx.body = await withdraw(strapi, tokenOf(ctx));
  });
  strapi.server.use(router.routes() as Core.MiddlewareHandler);
}
