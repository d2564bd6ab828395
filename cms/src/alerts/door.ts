import { ALERTS_API_PATH } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { bodyOf, refuseFields, siteRouter, tokenOf } from '../wire/site-door';
import { ask } from './ask';
import { alertsAt, change, confirm, end } from './own';

/** Answers the site about alerts, as shared-types/src/alert.ts has it, and nobody else. To be called in `register()`. */
export function answerSiteOfAlerts(strapi: Core.Strapi, secret: string): void {
  const path = ALERTS_API_PATH.slice(strapi.config.get<string>('api.rest.prefix').length);
  const router = siteRouter(strapi, secret, [path, `${path}/(.*)`]);
  router.post(path, async (ctx) => {
    const { receipt, problems } = await ask(strapi, await bodyOf(ctx));
    if (!receipt) return refuseFields(ctx, problems);
    ctx.status = 201;
    ctx.body = receipt;
  });
  router.get(`${path}/:token`, async (ctx) => {
    ctx.body = await alertsAt(strapi, tokenOf(ctx));
  });
  router.post(`${path}/:token/confirmation`, async (ctx) => {
    ctx.body = await confirm(strapi, tokenOf(ctx), await bodyOf(ctx));
  });
  router.post(`${path}/:token/change`, async (ctx) => {
    const { alerts, problems } = await change(strapi, tokenOf(ctx), await bodyOf(ctx));
    if (!alerts) return refuseFields(ctx, problems);
    ctx.body = alerts;
  });
  router.post(`${path}/:token/end`, async (ctx) => {
    ctx.body = await end(strapi, tokenOf(ctx), await bodyOf(ctx));
  });
  strapi.server.use(router.routes() as Core.MiddlewareHandler);
}
