import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Ability } from '../ownership/reach';
import type { RequestContext } from '../strapi/respond';
import { type Checker, compareVersions, historyOf, type Reader, restoreVersion } from './history';
import { recentChanges } from './recent';
import type { DocumentName } from './store';

interface PermissionCheckers {
  create(of: { userAbility: unknown; model: string }): Checker;
}

type Handler = (strapi: Core.Strapi, ctx: RequestContext) => Promise<unknown>;

const HANDLERS: Record<string, Handler> = {
  'GET /recent': (strapi, ctx) => recentChanges(strapi, ctx.state.userAbility as Ability),
  'GET /:uid/:documentId': (strapi, ctx) =>
    historyOf(strapi, documentOf(ctx), readerOf(strapi, ctx), numberIn(ctx.query, 'before')),
  'GET /:uid/:documentId/compare': (strapi, ctx) =>
    compareVersions(strapi, documentOf(ctx), readerOf(strapi, ctx), [
      requiredIn(ctx.query, 'from'),
      requiredIn(ctx.query, 'to'),
    ]),
  'POST /:uid/:documentId/restore': (strapi, ctx) =>
    restoreVersion(
      strapi,
      documentOf(ctx),
      readerOf(strapi, ctx),
      requiredIn(ctx.request.body as Record<string, unknown>, 'version'),
    ),
};

/** The routes of the admin's API below /versions: what rules/versions/history.ts describes. To be called in `register()`. */
export function addVersionRoutes(strapi: Core.Strapi): void {
  strapi.server.routes({
    type: 'admin',
    prefix: '/versions',
    routes: Object.entries(HANDLERS).map(([route, answer]) => {
      const [method, path] = route.split(' ');
      return {
        method,
        path,
        info: { pluginName: 'versions' },
        handler: async (ctx: RequestContext) => {
          ctx.body = await answer(strapi, ctx);
        },
        config: { policies: [] },
      };
    }),
  } as unknown as Parameters<typeof strapi.server.routes>[0]);
}

const documentOf = (ctx: RequestContext): DocumentName => ({
  uid: String(ctx.params.uid),
  documentId: String(ctx.params.documentId),
});

function readerOf(strapi: Core.Strapi, ctx: RequestContext): Reader {
  const { uid } = documentOf(ctx);
  if (!Object.hasOwn(strapi.contentTypes, uid)) throw new errors.NotFoundError('There is no such type.');
  const checkers = strapi.plugin('content-manager').service('permission-checker') as PermissionCheckers;
  const { userAbility } = ctx.state;
  return { ability: userAbility as Ability, checker: checkers.create({ userAbility, model: uid }) };
}

function numberIn(values: Record<string, unknown> | undefined, name: string): number | undefined {
  const value = values?.[name];
  if (value === undefined) return undefined;
  const number = Number(value);
  if (Number.isSafeInteger(number) && number > 0 && number < 2 ** 31) return number;
  throw new errors.ValidationError(`“${name}” must be the number of a version.`);
}

function requiredIn(values: Record<string, unknown> | undefined, name: string): number {
  const number = numberIn(values, name);
  if (number === undefined) throw new errors.ValidationError(`“${name}” must name a version by its number.`);
  return number;
}
