import type { Core } from '@strapi/strapi';
import { deskOf } from '../inquiries/desk';
import { addAdminRoutes } from '../strapi/admin-routes';
import { demandFor, draftFor } from './areas';

export { demandNear } from './pool';

/** The routes of the admin's API below /demand: what rules/demand.ts describes. To be called in `register()`. */
export function addDemandRoutes(strapi: Core.Strapi): void {
  addAdminRoutes(strapi, 'demand', {
    'GET /': async (ctx) => demandFor(strapi, await deskOf(strapi, ctx)),
    'POST /:key/workshop': async (ctx) =>
      draftFor(strapi, await deskOf(strapi, ctx), String((ctx.params as { key: unknown }).key)),
  });
}
