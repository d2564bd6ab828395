import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { type Ability, READ, readsEveryEntry } from '../ownership/reach';
import { quotedFigures } from '../publishing/surroundings';
import type { Entry } from '../schema/model';
import { FIGURE, PAGE } from '../schema/uids';
import { addAdminRoutes } from '../strapi/admin-routes';
import type { RequestContext } from '../strapi/respond';
import { blankCounts, blanksReport } from './report';
import { addBlankTasks, blankTasks, noteTask } from './tasks';

/**
 * The routes of the admin's API below /blanks, for whoever may read all pages: what is still to be filled in, who is to do it,
 * and the figures that text can quote. To be called in `register()`.
 */
export function tellBlanks(strapi: Core.Strapi): void {
  addBlankTasks(strapi);
  addAdminRoutes(strapi, 'blanks', {
    'GET /': (ctx) => blanksReport(strapi, requireReads(ctx, PAGE)),
    'GET /counts': async (ctx) => {
      requireReads(ctx, PAGE);
      return blankCounts(strapi);
    },
    'GET /tasks': async (ctx) => {
      requireReads(ctx, PAGE);
      return (await blankTasks(strapi)).map(({ id: _, at: __, ...task }) => task);
    },
    'PUT /tasks': async (ctx) => {
      requireReads(ctx, PAGE);
      return noteTask(strapi, (ctx.request.body ?? {}) as Entry);
    },
    'GET /figures': async (ctx) => {
      requireReads(ctx, FIGURE);
      return [...(await quotedFigures(strapi)).values()];
    },
  });
}

/** @throws ForbiddenError */
function requireReads(ctx: RequestContext, uid: string): Ability {
  const ability = ctx.state.userAbility as Ability;
  if (!ability.can(READ, uid) || !readsEveryEntry(ability, uid))
    throw new errors.ForbiddenError('Blanks are told to those who may read the pages.');
  return ability;
}
