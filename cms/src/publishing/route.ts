import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { nameOf } from '../rules/uses';
import type { Entry } from '../schema/model';
import { addAdminRoutes } from '../strapi/admin-routes';
import { modelsOf, rows } from '../strapi/documents';
import type { RequestContext } from '../strapi/respond';
import { type Need, needOf } from './needed';

const MOST_DOCUMENTS = 100;

/** Of each entry asked about that visitors meet somewhere, or that can't be taken from them: where, and why. */
export type NeedAnswer = (Need & { documentId: string; name: string })[];

interface PermissionCheckers {
  create(of: { userAbility: unknown; model: string }): { cannot: { read(): boolean } };
}

/**
 * GET /publishing/uses/:uid?documents=a,b of the admin's API: where visitors meet entries, for whoever may read their type.
 * The admin asks before it unpublishes or deletes. To be called in `register()`.
 */
export function addUsesRoute(strapi: Core.Strapi): void {
  addAdminRoutes(strapi, 'publishing', { 'GET /uses/:uid': (ctx) => answer(strapi, ctx) });
}

async function answer(strapi: Core.Strapi, ctx: RequestContext): Promise<NeedAnswer> {
  const uid: string = ctx.params.uid;
  if (!Object.hasOwn(strapi.contentTypes, uid)) throw new errors.NotFoundError('There is no such type.');
  const checkers = strapi.plugin('content-manager').service('permission-checker') as PermissionCheckers;
  if (checkers.create({ userAbility: ctx.state.userAbility, model: uid }).cannot.read())
    throw new errors.ForbiddenError('Your account may not read entries of this type.');
  const documents = (new URLSearchParams(ctx.querystring).get('documents') ?? '').split(',').filter(Boolean);
  if (documents.length > MOST_DOCUMENTS)
    throw new errors.ValidationError(`“documents” holds more than ${MOST_DOCUMENTS} entries.`);
  const needs: NeedAnswer = [];
  for (const documentId of documents) {
    const need = await needOf(strapi, uid, documentId);
    if (need.uses.length === 0 && !need.refusal) continue;
    const live: Entry | null = await rows(strapi, uid).findOne({
      where: { documentId, publishedAt: { $notNull: true } },
    });
    needs.push({ ...need, documentId, name: nameOf(uid, live ?? {}, modelsOf(strapi)) });
  }
  return needs;
}
