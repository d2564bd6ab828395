import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { findText } from '../rules/input';
import { refusingAtOnce, rehearse } from '../strapi/at-once';
import { refuse } from '../strapi/refuse';
import type { AdminRequest } from './admin-request';
import { whoMayUse } from './admin-routes';
import { cutAnswer, plainAnswer } from './answers';
import type { Ability } from './reach';
import { checkInput, checkReach, dropPopulate, dropSystemKeys, savesEntry, takeProblems } from './requests';
import { SUPER_ADMIN_ROLE } from './rule';

interface Auth {
  authenticate(ctx: AdminRequest, next: () => Promise<unknown>): Promise<unknown>;
}

const MISSING = /^Document with id "([^"]*)"/;
/** PostgreSQL's codes for values that are none of a column's type (its manual, appendix A, class 22), and for comparing those. */
const UNCOMPARABLE = /^(22...|42883)$/;

/**
 * Puts a door before Strapi's admin API: it knows who asks, and stands before Strapi's own policies and controllers, of
 * which some check nothing. Every endpoint goes through Strapi's authentication, also those that plugins add, so that is
 * where it hangs. To be called in `register()`.
 */
export function closeAdminApi(strapi: Core.Strapi): void {
  const auth = strapi.get('auth') as Auth;
  const authenticate = auth.authenticate.bind(auth);
  auth.authenticate = (ctx, next) =>
    authenticate(ctx, () => (ctx.state.route.info.type === 'admin' ? enter(strapi, ctx, next) : next()));
}

async function enter(strapi: Core.Strapi, ctx: AdminRequest, next: () => Promise<unknown>): Promise<unknown> {
  const { user, userAbility: ability } = ctx.state;
  const route = { method: ctx.state.route.method, path: ctx.routerPath };
  const isSuperAdmin = user?.roles?.some(({ code }) => code === SUPER_ADMIN_ROLE) ?? false;
  if (!isSuperAdmin) requireOpen(route, ability);
  dropSystemKeys(strapi, ctx);
  dropPopulate(ctx);
  checkInput(strapi, ctx);
  if (!isSuperAdmin && ability) await checkReach(strapi, ctx, ability);
  const answer = (): Promise<unknown> => namingTheField(ctx, next);
  const result = savesEntry(strapi, ctx) ? await save(strapi, ctx, answer) : await answer();
  plainAnswer(ctx);
  if (!isSuperAdmin && ability) cutAnswer(strapi, ctx, ability);
  return result;
}

/** Saves an entry, or with `?rehearse=true` only says what would be said of it: what is wrong, and what is worth a second look. */
async function save(
  strapi: Core.Strapi,
  ctx: AdminRequest,
  answer: () => Promise<unknown>,
): Promise<unknown> {
  const { rehearse: asked } = ctx.query;
  delete ctx.query.rehearse;
  const known = takeProblems(strapi, ctx);
  if (asked !== 'true') return refusingAtOnce(strapi, known, answer);
  ctx.body = await rehearse(strapi, known, answer);
  return undefined;
}

/** Strapi says which entry it could not find for a relation, and not for which field; PostgreSQL's words are for engineers. */
async function namingTheField(ctx: AdminRequest, next: () => Promise<unknown>): Promise<unknown> {
  try {
    return await next();
  } catch (error) {
    const missing = error instanceof errors.ValidationError && MISSING.exec(error.message)?.[1];
    const path = missing ? findText(ctx.request.body, (text) => text === missing) : null;
    if (UNCOMPARABLE.test(String((error as { code?: unknown }).code)))
      throw new errors.ValidationError('One of the values sent is none that its field can hold.');
    if (path) refuse([{ path, message: `${path.join('.')} leads to an entry that there is not.` }]);
    throw error;
  }
}

function requireOpen({ method, path }: { method: string; path: string }, ability: Ability | undefined): void {
  const who = whoMayUse(method, path);
  const open =
    who === 'anyone' ||
    (who !== undefined && ability !== undefined && (who === 'signed-in' || ability.can(who)));
  if (!open) throw new errors.ForbiddenError('Only an administrator may do this.');
}
