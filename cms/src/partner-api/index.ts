import type { Core } from '@strapi/strapi';
import { modelsOf } from '../strapi/documents';
import { environmentOf } from '../strapi/environment';
import { dataRouter } from '../wire/public-reads';
import { addRoutes, use } from './door';
import { manyRoutes } from './many';
import { openApiOf } from './openapi';
import { addTokenRoutes } from './token-routes';
import { addTokens } from './tokens';
import { workshopRoutes } from './workshops';

/** Below that of Strapi's API. */
const PATH = '/partner';

/**
 * Answers programs of Regional Partners, each with a token of its partner's: the workshops of that one, and nothing else. To be
 * called in `register()`.
 */
export function answerPartners(strapi: Core.Strapi): void {
  addTokens(strapi);
  addTokenRoutes(strapi);
  addRoutes(strapi, PATH, { ...workshopRoutes(strapi), ...manyRoutes(strapi) });
  const router = dataRouter(strapi, PATH);
  router.get('/openapi.json', (ctx) => {
    const path = strapi.config.get<string>('api.rest.prefix') + PATH;
    ctx.body = openApiOf(modelsOf(strapi), path, environmentOf(strapi).CMS_PUBLIC_URL?.replace(/\/$/, ''));
  });
  use(strapi, router);
}
