import { COUNTS_API_PATH } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { daily, startDaily, type Task } from '../jobs';
import { dayBefore } from '../rules/counts';
import { addAdminRoutes } from '../strapi/admin-routes';
import type { Environment } from '../strapi/environment';
import { bodyOf, refuseFields, siteRouter } from '../wire/site-door';
import { countsFor } from './report';
import { addCounts, deleteBefore } from './store';
import { take } from './take';

const ERASE = 'count-erase';
/** Days for which sums are kept: two years and a month, so that a month can be held against that of the year before last. */
const KEPT = 762;
/** Days for which it is known that a hand-over was counted. The site gives up sooner. */
const HAND_OVERS_KEPT = 30;

/** Keeps what visitors do as sums by day, for the site, the admin's home page and nobody else. To be called in `register()`. */
export function keepCounts(strapi: Core.Strapi, { INVALIDATION_SECRET }: Environment): void {
  addCounts(strapi);
  const path = COUNTS_API_PATH.slice(strapi.config.get<string>('api.rest.prefix').length);
  const router = siteRouter(strapi, INVALIDATION_SECRET, [path]);
  router.post(path, async (ctx) => {
    const problems = await take(strapi, await bodyOf(ctx));
    if (problems.length > 0) return refuseFields(ctx, problems);
    ctx.body = { taken: true };
  });
  strapi.server.use(router.routes() as Core.MiddlewareHandler);
  addAdminRoutes(strapi, 'counts', { 'GET /': (ctx) => countsFor(strapi, ctx) });
}

/** The tasks of this folder. */
export const countTasks = (strapi: Core.Strapi): Record<string, Task> => ({
  [ERASE]: daily(strapi, ERASE, () =>
    deleteBefore(strapi, {
      counts: dayBefore(Date.now(), KEPT),
      handOvers: dayBefore(Date.now(), HAND_OVERS_KEPT),
    }),
  ),
});

/** Has old sums deleted every day. To be called in `bootstrap()`. */
export const startErasingCounts = (strapi: Core.Strapi): Promise<void> => startDaily(strapi, ERASE);
