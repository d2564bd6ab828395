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

/** What everybody may read: Strapi's own routes and controllers. */
export const publicReads = (strapi: Core.Strapi): { path: string; answer: Core.ControllerHandler }[] =>
  Object.entries(strapi.apis).flatMap(([name, api]) =>
    Object.values<RouteFile>(api.routes)
      .flatMap(({ routes }) => routes)
      .flatMap(({ method, path, handler, config }) => {
        if (method !== 'GET' || config?.auth !== false || typeof handler !== 'string') return [];
        const [controller, action = ''] = handler.split('.');
        const answer = strapi.controller(`api::${name}.${controller}`)[action];
        return answer ? [{ path, answer }] : [];
      }),
  );

/**
 * A router that answers before Strapi's middlewares, and with data alone. `prefix` comes after that of Strapi's API. What is
 * not `logged` has addresses that open something.
 */
export function dataRouter(strapi: Core.Strapi, prefix = '', { logged = true } = {}): Router {
  const router = new Router({ prefix: strapi.config.get<string>('api.rest.prefix') + prefix });
  const use = (name: `strapi::${string}`) => {
    const handle = strapi.middleware(name)({}, { strapi }) as Core.MiddlewareHandler;
    router.use((ctx, next) => handle(ctx, next));
  };
  if (logged && strapi.log.isLevelEnabled('http')) use('strapi::logger');
  use('strapi::errors');
  router.use((ctx, next) => {
    ctx.set(HEADERS);
    return next();
  });
  return router;
}

/**
 * Answers what everybody may read before Strapi's middlewares, which parse bodies, open sessions and try the admin's two
 * hundred routes: they take longer than a search. To be called in `register()`.
 */
export function answerPublicReads(strapi: Core.Strapi): void {
  const router = dataRouter(strapi);
  for (const { path, answer } of publicReads(strapi)) router.get(path, (ctx, next) => answer(ctx, next));
  strapi.server.use(router.routes() as Core.MiddlewareHandler);
}
