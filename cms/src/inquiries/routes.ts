import type { Core } from '@strapi/strapi';
import { addAdminRoutes } from '../strapi/admin-routes';
import type { RequestContext } from '../strapi/respond';
import { numberIn, requiredNumber } from '../versions/routes';
import { deskOf } from './desk';
import {
  answer,
  assign,
  countsFor,
  inboxOf,
  note,
  openInquiry,
  readMail,
  sendAgain,
  setState,
} from './inbox';
import { accept, decline } from './joining';
import { erasePerson, personalDataOf } from './personal-data';
import { givePlaces } from './places';

/** The routes of the admin's API below /inbox: what rules/inbox.ts describes. To be called in `register()`. */
export function addInboxRoutes(strapi: Core.Strapi): void {
  const desk = (ctx: RequestContext) => deskOf(strapi, ctx);
  const idOf = (ctx: RequestContext) => requiredNumber(ctx.params as Record<string, unknown>, 'id');
  const jobOf = (ctx: RequestContext) => requiredNumber(ctx.params as Record<string, unknown>, 'job');
  const bodyOf = (ctx: RequestContext) => (ctx.request.body ?? {}) as Record<string, unknown>;
  addAdminRoutes(strapi, 'inbox', {
    'GET /counts': async (ctx) => countsFor(strapi, await desk(ctx)),
    'GET /': async (ctx) => {
      const { part = 'waiting', q, all } = ctx.query;
      const page = numberIn(ctx.query, 'page') ?? 1;
      return inboxOf(strapi, await desk(ctx), { part, q, page, all: all === 'true' });
    },
    'POST /personal-data': async (ctx) => personalDataOf(strapi, await desk(ctx), bodyOf(ctx).email),
    'POST /personal-data/erasure': async (ctx) => erasePerson(strapi, await desk(ctx), bodyOf(ctx).email),
    'GET /:id': async (ctx) => openInquiry(strapi, await desk(ctx), idOf(ctx)),
    'POST /:id/answers': async (ctx) => answer(strapi, await desk(ctx), idOf(ctx), bodyOf(ctx).text),
    'POST /:id/notes': async (ctx) => note(strapi, await desk(ctx), idOf(ctx), bodyOf(ctx).text),
    'PUT /:id/state': async (ctx) => setState(strapi, await desk(ctx), idOf(ctx), bodyOf(ctx).state),
    'PUT /:id/assignee': async (ctx) => assign(strapi, await desk(ctx), idOf(ctx), bodyOf(ctx).admin),
    'POST /:id/acceptance': async (ctx) => accept(strapi, await desk(ctx), idOf(ctx), bodyOf(ctx)),
    'POST /:id/refusal': async (ctx) => decline(strapi, await desk(ctx), idOf(ctx), bodyOf(ctx).text),
    'POST /:id/places': async (ctx) => givePlaces(strapi, await desk(ctx), idOf(ctx), bodyOf(ctx).places),
    'GET /:id/mails/:job': async (ctx) => readMail(strapi, await desk(ctx), idOf(ctx), jobOf(ctx)),
    'POST /:id/mails/:job': async (ctx) => sendAgain(strapi, await desk(ctx), idOf(ctx), jobOf(ctx)),
  });
}
