import type { Core } from '@strapi/strapi';

/**
 * GET /healthz: this process lives. GET /readyz: it can serve, because the database answers; 503 when it doesn't, and
 * from the moment the process was told to stop.
 */
export function addHealthRoutes(strapi: Core.Strapi, isStopping: () => boolean): void {
  strapi.server.use(async (ctx, next) => {
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return next();
    if (ctx.path === '/healthz') ctx.body = { status: 'ok' };
    else if (ctx.path === '/readyz') {
      const reason = isStopping()
        ? 'The CMS is stopping.'
        : !(await databaseAnswers(strapi)) && 'The database does not answer.';
      ctx.status = reason ? 503 : 200;
      ctx.body = reason ? { status: 'unavailable', reason } : { status: 'ok' };
    } else return next();
    ctx.set('Cache-Control', 'no-store');
  });
}

async function databaseAnswers(strapi: Core.Strapi): Promise<boolean> {
  try {
    await strapi.db.connection.raw('select 1').timeout(2000);
    return true;
  } catch (error) {
    strapi.log.error(`The database does not answer: ${(error as Error).message}`);
    return false;
  }
}
