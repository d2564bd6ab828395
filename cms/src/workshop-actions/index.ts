import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Ability } from '../ownership/reach';
import { WORKSHOP_ACTIONS } from '../rules/workshop-actions';
import { WORKSHOP } from '../schema/uids';
import { addAdminRoutes } from '../strapi/admin-routes';
import { readerWith } from '../versions/access';
import { actOnAll } from './act';
import { needsFor } from './needs';
import { requestIn } from './request';

/**
 * The routes of the admin's API below /workshop-actions: what rules/workshop-actions.ts and rules/needs.ts describe, for
 * whoever may change workshops, each their own. To be called in `register()`.
 */
export function addWorkshopActions(strapi: Core.Strapi): void {
  addAdminRoutes(strapi, 'workshop-actions', {
    'GET /needs': () => needsFor(strapi),
    'POST /:action': async (ctx) => {
      const action = WORKSHOP_ACTIONS.find((name) => name === ctx.params.action);
      if (!action) throw new errors.NotFoundError('There is no such action.');
      const reader = readerWith(strapi, ctx.state.userAbility as Ability, WORKSHOP);
      return actOnAll(strapi, reader, requestIn(action, ctx.request.body, new Date()));
    },
  });
}
