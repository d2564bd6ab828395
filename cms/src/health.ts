import type { Core } from '@strapi/strapi';

/** GET /healthz: this process lives. GET /readyz: it can serve, because the database answers; 503 when it doesn't. */
export function addHealthRoutes(strapi: Core.Strapi): void {
  strapi.server.use(async (ctx, next) => {
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return next();
    if (ctx.path === '/healthz') ctx.body = { status: 'ok' };
    else if (ctx.path === '/readyz') {
      const ready = await databaseAnswers(strapi);
      ctx.status = ready ? 200 : 503;
      ctx.body = ready
        ? { status: 'ok' }
        : { status: 'unavailable', reason: 'The database does not answer.' };
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
