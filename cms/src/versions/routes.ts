import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Ability } from '../ownership/reach';
import { addAdminRoutes } from '../strapi/admin-routes';
import { documentOf, readerOf } from './access';
import { bringBack } from './bring-back';
import { compareVersions, historyOf, restoreVersion } from './history';
import { noteClosed, noteOpen } from './presence';
import { recentChanges } from './recent';

/** The routes of the admin's API below /versions: what rules/versions/history.ts describes. To be called in `register()`. */
export function addVersionRoutes(strapi: Core.Strapi): void {
  addAdminRoutes(strapi, 'versions', {
    'GET /recent': (ctx) =>
      recentChanges(strapi, ctx.state.userAbility as Ability, numberIn(ctx.query, 'most')),
    'GET /:uid/:documentId': (ctx) =>
      historyOf(strapi, documentOf(ctx), readerOf(strapi, ctx), numberIn(ctx.query, 'before')),
    'GET /:uid/:documentId/compare': (ctx) =>
      compareVersions(strapi, documentOf(ctx), readerOf(strapi, ctx), [
        requiredNumber(ctx.query, 'from'),
        requiredNumber(ctx.query, 'to'),
      ]),
    'PUT /:uid/:documentId/open': (ctx) =>
      noteOpen(strapi, documentOf(ctx), readerOf(strapi, ctx), Date.now()),
    'DELETE /:uid/:documentId/open': (ctx) => noteClosed(strapi, documentOf(ctx)),
    'POST /:uid/:documentId/restore': (ctx) =>
      restoreVersion(
        strapi,
        documentOf(ctx),
        readerOf(strapi, ctx),
        requiredNumber(ctx.request.body as Record<string, unknown>, 'version'),
      ),
    'POST /:uid/:documentId/bring-back': (ctx) => bringBack(strapi, documentOf(ctx), readerOf(strapi, ctx)),
  });
}

/**
 * A whole number above 0 by its name, where one was sent.
 * @throws ValidationError
 */
export function numberIn(values: Record<string, unknown> | undefined, name: string): number | undefined {
  const value = values?.[name];
  if (value === undefined) return undefined;
  const number = Number(value);
  if (Number.isSafeInteger(number) && number > 0 && number < 2 ** 31) return number;
  throw new errors.ValidationError(`“${name}” must be a whole number above 0.`);
}

/**
 * A whole number above 0 that was sent, by its name.
 * @throws ValidationError
 */
export function requiredNumber(values: Record<string, unknown> | undefined, name: string): number {
  const number = numberIn(values, name);
  if (number === undefined)
    throw new errors.ValidationError(`“${name}” is missing: it must be a whole number above 0.`);
  return number;
}
