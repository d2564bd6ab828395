import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { type Ability, writesField } from '../ownership/reach';
import { WORKSHOP } from '../schema/uids';
import { addAdminRoutes } from '../strapi/admin-routes';
import { formIn } from './form';
import { lookAt } from './look';

/**
 * POST /workshop-form of the admin's API: what rules/workshop-form.ts describes, for whoever writes workshops. It stores
 * nothing. To be called in `register()`.
 */
export function addWorkshopFormRoute(strapi: Core.Strapi): void {
  addAdminRoutes(strapi, 'workshop-form', {
    'POST /': (ctx) => {
      if (!writesField(ctx.state.userAbility as Ability, WORKSHOP, 'title'))
        throw new errors.ForbiddenError('Your account may not enter workshops.');
      return lookAt(strapi, formIn(ctx.request.body), new Date());
    },
  });
}
