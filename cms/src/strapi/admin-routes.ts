import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { RequestContext } from './respond';

/** What is answered at a route of the admin's API, by method and path ("GET /me"). */
export type AdminRoutes = Record<string, (ctx: RequestContext) => Promise<unknown>>;

/**
 * Adds routes to the admin's API below a path, for everybody who is signed in and whom the door lets through (see
 * `ownership/admin-routes.ts`). To be called in `register()`.
 */
export function addAdminRoutes(strapi: Core.Strapi, below: string, routes: AdminRoutes): void {
  strapi.server.routes({
    type: 'admin',
    prefix: `/${below}`,
    routes: Object.entries(routes).map(([route, answer]) => {
      const [method, path] = route.split(' ');
      return {
        method,
        path,
        info: { pluginName: below },
        handler: async (ctx: RequestContext) => {
          ctx.body = await inItsWords(() => answer(ctx));
        },
        config: { policies: [] },
      };
    }),
  } as unknown as Parameters<typeof strapi.server.routes>[0]);
}

/** Strapi answers “Forbidden”, whatever the refusal says, unless it is a policy’s. */
async function inItsWords(answer: () => Promise<unknown>): Promise<unknown> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof errors.ForbiddenError) throw new errors.PolicyError(error.message);
    throw error;
  }
}
