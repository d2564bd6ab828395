import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Ability } from '../../ownership/reach';
import { partnerOf, partnerUser } from '../../ownership/rule';
import { PARTNER, WORKSHOP } from '../../schema/uids';
import { rows } from '../../strapi/documents';
import { refuse } from '../../strapi/refuse';
import type { RequestContext } from '../../strapi/respond';

const RIGHTS = ['create', 'update', 'publish'];

/** Whether somebody may make and publish workshops for whichever partner. */
export const importsForAll = (ability: Ability): boolean =>
  RIGHTS.every((right) => ability.can(`plugin::content-manager.explorer.${right}`, WORKSHOP)) &&
  ability.can('plugin::content-manager.explorer.create', WORKSHOP, 'partner');

/** @throws ForbiddenError for who may not make and publish workshops for whichever partner */
export function requireStaff(ctx: RequestContext): void {
  if (!importsForAll(ctx.state.userAbility as Ability))
    throw new errors.ForbiddenError('Your account may not import workshops.');
}

/**
 * The partner (documentId) whose workshops are meant.
 * @param named what was sent
 * @throws ForbiddenError ValidationError
 */
export async function partnerFor(strapi: Core.Strapi, ctx: RequestContext, named: unknown): Promise<string> {
  const user = partnerUser(strapi);
  if (user) {
    const own = await partnerOf(strapi, user.id);
    if (!own)
      throw new errors.ForbiddenError(
        'Your account acts for no Regional Partner yet. Ask the person who manages partners to add you to yours.',
      );
    if (named !== undefined && named !== own)
      throw new errors.ForbiddenError('You import and export the workshops of your own Regional Partner.');
    return own;
  }
  requireStaff(ctx);
  const partner = typeof named === 'string' && named ? named : null;
  const isThere =
    partner !== null && (await rows(strapi, PARTNER).count({ where: { documentId: partner } })) > 0;
  if (!isThere)
    refuse([{ path: ['partner'], message: 'Choose the Regional Partner whose workshops they are.' }]);
  return String(partner);
}
