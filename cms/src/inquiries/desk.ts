import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { PARTNER_ROLE, partnerOf, SUPER_ADMIN_ROLE } from '../ownership/rule';
import { MARKETING_ROLE, NATIONAL_ROLE } from '../roles/grants';
import type { Entry } from '../schema/model';
import { PARTNER } from '../schema/uids';
import { rows } from '../strapi/documents';
import type { RequestContext } from '../strapi/respond';
import type { StoredInquiry } from './store';

/** Who reads the inquiries of all partners, and those that are for none. */
const NATIONAL_ROLES = [SUPER_ADMIN_ROLE, NATIONAL_ROLE];

/** An account of the admin, as Strapi puts it into a request. */
interface Account {
  id: number;
  email: string;
  firstname: string | null;
  lastname: string | null;
  roles?: { code: string }[];
}

/** Somebody at the admin, and the inquiries that are theirs. */
export interface Desk {
  id: number;
  name: string;
  email: string;
  /** Which they read and answer, as a database filter; null for none. */
  reads: Entry | null;
  /** Of these, the ones they answer; those of all who read them, but for the national desk. */
  ours: Entry;
  /** Which they are told the number of; null for none. */
  counts: Entry | null;
  /** Whether they give places in the workshops that are asked about. */
  givesPlaces: boolean;
  /** Whether this one is theirs to answer: only then it counts as read when they open it. */
  isFor: (inquiry: StoredInquiry) => boolean;
}

export const nameOf = ({ firstname, lastname, email }: Omit<Account, 'id' | 'roles'>): string =>
  [firstname, lastname].filter(Boolean).join(' ') || email;

/** What is for no partner, or has waited for one for too long. */
const NATIONAL: Entry = { $or: [{ partner: null }, { escalated: true }] };

/** Who asks, and which inquiries are theirs: a partner's people have their partner's, whatever other role they have. */
export async function deskOf(strapi: Core.Strapi, ctx: RequestContext): Promise<Desk> {
  const account = ctx.state.user as Account;
  const codes = (account.roles ?? []).map(({ code }) => code);
  const who = { id: account.id, name: nameOf(account), email: account.email };
  if (codes.includes(PARTNER_ROLE)) {
    const partner = await partnerOf(strapi, account.id);
    const own = partner === null ? null : { partner };
    return {
      ...who,
      reads: own,
      ours: {},
      counts: own,
      givesPlaces: true,
      isFor: (inquiry) => inquiry.partner === partner,
    };
  }
  if (NATIONAL_ROLES.some((role) => codes.includes(role)))
    return {
      ...who,
      reads: {},
      ours: NATIONAL,
      counts: NATIONAL,
      givesPlaces: codes.includes(SUPER_ADMIN_ROLE),
      isFor: ({ partner, escalated }) => partner === null || escalated,
    };
  return {
    ...who,
    reads: null,
    givesPlaces: false,
    ours: {},
    counts: codes.includes(MARKETING_ROLE) ? {} : null,
    isFor: () => false,
  };
}

/** Whether somebody reads every inquiry. */
export const isNational = ({ reads }: Desk): boolean => reads !== null && Object.keys(reads).length === 0;

/** Which inquiries somebody reads. @throws ForbiddenError when they read none */
export function requireReads({ reads }: Desk): Entry {
  if (reads) return reads;
  throw new errors.ForbiddenError(
    'Messages are read by the Regional Partner they are for, and by the national desk.',
  );
}

/** Who can take care of an inquiry: those who act for the partner, or else the national desk. */
export async function colleaguesOf(
  strapi: Core.Strapi,
  partner: string | null,
): Promise<{ id: number; name: string }[]> {
  if (partner !== null) {
    const found: { admins: Account[] } | null = await rows(strapi, PARTNER).findOne({
      where: { documentId: partner },
      populate: { admins: true },
    });
    return (found?.admins ?? []).map((account) => ({ id: account.id, name: nameOf(account) }));
  }
  const found: Account[] = await rows(strapi, 'admin::user').findMany({
    where: { isActive: true, roles: { code: { $in: NATIONAL_ROLES } } },
    orderBy: [{ id: 'asc' }],
  });
  return found.map((account) => ({ id: account.id, name: nameOf(account) }));
}
