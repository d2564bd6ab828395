import Router from '@koa/router';
import type { Core } from '@strapi/strapi';

/** What is answered is data: no browser is to guess at it, run it or frame it. */
const HEADERS = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
};

/** A file of an API's `routes` folder. */
interface RouteFile {
  routes: Core.RouteInput[];
}

/**
 * Answers what everybody may read before Strapi's middlewares, which parse bodies, open sessions and try the admin's two
 * hundred routes: they take longer than a search. Routes and controllers are Strapi's own. To be called in `register()`.
 */
export function answerPublicReads(strapi: Core.Strapi): void {
  const router = new Router({ prefix: strapi.config.get<string>('api.rest.prefix') });
  const use = (name: `strapi::${string}`) => {
    const handle = strapi.middleware(name)({}, { strapi }) as Core.MiddlewareHandler;
    router.use((ctx, next) => handle(ctx, next));
  };
  if (strapi.log.isLevelEnabled('http')) use('strapi::logger');
  use('strapi::errors');
  router.use((ctx, next) => {
    ctx.set(HEADERS);
    return next();
  });
  for (const [name, api] of Object.entries(strapi.apis))
    for (const { routes } of Object.values<RouteFile>(api.routes))
      for (const { method, path, handler, config } of routes) {
        if (method !== 'GET' || config?.auth !== false || typeof handler !== 'string') continue;
        const [controller, action = ''] = handler.split('.');
        const answer = strapi.controller(`api::${name}.${controller}`)[action];
        if (answer) router.get(path, (ctx, next) => answer(ctx, next));
      }
  strapi.server.use(router.routes() as Core.MiddlewareHandler);
}
