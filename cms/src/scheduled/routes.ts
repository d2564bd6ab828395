import type { Core } from '@strapi/strapi';
import type { Ability } from '../ownership/reach';
import type { ScheduleRequest } from '../rules/scheduled';
import { addAdminRoutes } from '../strapi/admin-routes';
import { documentOf, readerOf } from '../versions/access';
import { requiredNumber } from '../versions/routes';
import { cancelChange, scheduleChange, scheduleOf, wholeSchedule } from './requests';

/** The routes of the admin's API below /scheduled: what rules/scheduled.ts describes. To be called in `register()`. */
export function addScheduleRoutes(strapi: Core.Strapi): void {
  addAdminRoutes(strapi, 'scheduled', {
    'GET /': (ctx) => wholeSchedule(strapi, ctx.state.userAbility as Ability),
    'GET /:uid/:documentId': (ctx) => scheduleOf(strapi, documentOf(ctx), readerOf(strapi, ctx)),
    'POST /:uid/:documentId': (ctx) =>
      scheduleChange(
        strapi,
        documentOf(ctx),
        readerOf(strapi, ctx),
        (ctx.request.body ?? {}) as Partial<Record<keyof ScheduleRequest, unknown>>,
      ),
    'DELETE /:uid/:documentId/:id': (ctx) =>
      cancelChange(
        strapi,
        documentOf(ctx),
        readerOf(strapi, ctx),
        requiredNumber(ctx.params as Record<string, unknown>, 'id'),
      ),
  });
}
