import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { ownOfProfile, profileProblems } from '../rules/profile';
import type { Entry } from '../schema/model';
import { populateFor } from '../schema/populate';
import { PARTNER, WORKSHOP } from '../schema/uids';
import { type Action, modelsOf, type Rule, rows } from '../strapi/documents';
import { refuse } from '../strapi/refuse';

/** Code of the admin role whose holders act for one Regional Partner. */
export const PARTNER_ROLE = 'regional-partner';
/** Strapi's own role that may do everything. */
export const SUPER_ADMIN_ROLE = 'strapi-super-admin';

interface AdminUser {
  id: number;
  roles?: { code: string }[];
}

/** The signed-in admin when they act for a Regional Partner; null for everyone else and for the system itself. */
export function partnerUser(strapi: Core.Strapi): AdminUser | null {
  const user = strapi.requestContext.get()?.state?.user as AdminUser | undefined;
  return user?.roles?.some(({ code }) => code === PARTNER_ROLE) ? user : null;
}

/** documentId of the one partner an admin acts for; null when there is none, or more than one. */
export async function partnerOf(strapi: Core.Strapi, userId: number): Promise<string | null> {
  const partners: { documentId: string }[] = await rows(strapi, PARTNER).findMany({
    where: { admins: { id: userId } },
    select: ['documentId'],
    limit: 2,
  });
  return partners.length === 1 ? (partners[0]?.documentId ?? null) : null;
}

/**
 * Keeps people who act for a Regional Partner to that partner's workshops and profile, whatever way they come: they find no
 * other's, create for no other, and change neither another's workshops, nor which partner a workshop belongs to, nor what of
 * the profile staff keeps.
 */
export function ownershipRule(strapi: Core.Strapi): Rule {
  return async (action, next) => {
    if (action.uid !== WORKSHOP && action.uid !== PARTNER) return next();
    const user = partnerUser(strapi);
    if (!user) return next();
    const partner = await partnerOf(strapi, user.id);
    if (action.uid === PARTNER) {
      action.params = ofProfile(action, partner);
      return next();
    }
    switch (action.action) {
      case 'findOne':
      case 'findFirst':
      case 'findMany':
      case 'count':
        action.params = restricted(action.params, partner ? { partner: { documentId: partner } } : NOTHING);
        return next();
      case 'create':
        action.params = belongingTo(action.params, required(partner));
        return next();
      default:
        await requireOwn(strapi, action.params.documentId, required(partner));
        if (action.action === 'update' || action.action === 'clone')
          action.params = belongingTo(action.params, required(partner));
        return next();
    }
  };
}

function required(partner: string | null): string {
  if (partner) return partner;
  throw new errors.ForbiddenError(
    'Your account acts for no Regional Partner yet. Ask the person who manages partners to add you to yours.',
  );
}

const NOTHING = { id: -1 };

const restricted = (params: Action['params'], within: Entry): Action['params'] => ({
  ...params,
  filters: { $and: [params?.filters ?? {}, within] },
});

function ofProfile({ action, params }: Action, partner: string | null): Action['params'] {
  switch (action) {
    case 'findOne':
    case 'findFirst':
    case 'findMany':
    case 'count':
      return restricted(params, partner ? { documentId: partner } : NOTHING);
    case 'update':
      if (params.documentId !== required(partner)) throw noSuchPartner();
      return { ...params, data: ownOfProfile(params.data ?? {}) };
    default:
      throw new errors.ForbiddenError('Only our staff adds and removes Regional Partners.');
  }
}

const noSuchPartner = (): Error => new errors.NotFoundError('You act for no such Regional Partner.');

const belongingTo = (params: Action['params'], partner: string): Action['params'] => ({
  ...params,
  data: { ...params.data, partner },
});

async function requireOwn(
  strapi: Core.Strapi,
  documentId: string | undefined,
  partner: string | null,
): Promise<void> {
  const stored: { partner: { documentId: string } | null }[] = await rows(strapi, WORKSHOP).findMany({
    where: { documentId: documentId ?? '' },
    populate: { partner: { select: ['documentId'] } },
  });
  if (stored.some((row) => !partner || row.partner?.documentId !== partner))
    throw new errors.NotFoundError('Your Regional Partner has no such workshop.');
}

/**
 * Refuses workshops of other partners to a person who acts for one, as if there were none.
 * @throws NotFoundError
 */
export async function requireOwnWorkshops(
  strapi: Core.Strapi,
  userId: number,
  documentIds: string[],
): Promise<void> {
  if (documentIds.length === 0) return;
  const partner = await partnerOf(strapi, userId);
  for (const documentId of documentIds) await requireOwn(strapi, documentId, partner);
}

/**
 * Refuses partners other than their own to a person who acts for one, as if there were none.
 * @throws NotFoundError
 */
export async function requireOwnProfile(
  strapi: Core.Strapi,
  userId: number,
  documentIds: string[],
): Promise<void> {
  if (documentIds.length === 0) return;
  const partner = await partnerOf(strapi, userId);
  if (documentIds.some((documentId) => documentId !== partner)) throw noSuchPartner();
}

/**
 * Refuses what a person who acts for a partner changed of what staff keeps in its profile, field by field.
 * @throws ValidationError
 */
export async function requireOwnFields(strapi: Core.Strapi, documentId: string, sent: Entry): Promise<void> {
  const getModel = modelsOf(strapi);
  const stored: Entry | null = await rows(strapi, PARTNER).findOne({
    where: { documentId },
    populate: populateFor(PARTNER, getModel),
  });
  refuse(profileProblems(getModel(PARTNER), stored ?? {}, sent));
}
