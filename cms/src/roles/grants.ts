import { PARTNER_ROLE, SUPER_ADMIN_ROLE } from '../ownership/rule';
import { readsOfProfile, writesOfProfile } from '../rules/profile';
import { FIGURE, PAGE, PARTNER, PRICING, SCHOLARSHIP, SITE, WORKSHOP } from '../schema/uids';

export const MARKETING_ROLE = 'marketing';
export const NATIONAL_ROLE = 'national-desk';

/** Who works for the organisation itself, unless they act for a partner too. */
const STAFF_ROLES = [SUPER_ADMIN_ROLE, MARKETING_ROLE, NATIONAL_ROLE];

/** Whether somebody with these roles (by code) works for the organisation itself, and for no partner. */
export const isStaff = (roles: string[]): boolean =>
  STAFF_ROLES.some((role) => roles.includes(role)) && !roles.includes(PARTNER_ROLE);

/** Name of the condition that limits someone to the workshops of their partner. */
export const OWN_PARTNER = 'own-partner';

/** Name of the condition that limits someone to the entry of their partner. */
export const OWN_PROFILE = 'own-profile';

/** A permission as Strapi's admin stores it. */
export interface Permission {
  action: string;
  subject: string | null;
  properties: { fields?: string[] };
  conditions: string[];
}

interface Role {
  code: string;
  name: string;
  description: string;
  /** Rights that concern no content type. */
  plugins: string[];
}

export const ROLES: Role[] = [
  {
    code: MARKETING_ROLE,
    name: 'Marketing',
    description:
      'Writes and publishes the site: pages, figures, prices, scholarships, partners and workshops.',
    plugins: [
      'plugin::upload.read',
      'plugin::upload.assets.create',
      'plugin::upload.assets.update',
      'plugin::upload.assets.download',
      'plugin::upload.assets.copy-link',
    ],
  },
  {
    code: PARTNER_ROLE,
    name: 'Regional Partner',
    description:
      'Enters and publishes the workshops of one Regional Partner, keeps its profile, and sees no other’s.',
    plugins: [],
  },
  {
    code: NATIONAL_ROLE,
    name: 'National desk',
    description: 'Reads and answers what visitors send, to all Regional Partners and to none.',
    plugins: [],
  },
];

const MARKETING_TYPES = new Set([FIGURE, PAGE, PRICING, SCHOLARSHIP, SITE, PARTNER, WORKSHOP]);

/** Fields that the system fills in. */
const DERIVED = new Set(['slug', 'timeZone', 'latitude', 'longitude', 'startsAt', 'endsAt', 'when']);

const isWrite = ({ action }: Permission): boolean => /\.(create|update)$/.test(action);

const without = (permission: Permission, hidden: (field: string) => boolean): Permission => ({
  ...permission,
  properties: {
    ...permission.properties,
    fields: permission.properties.fields?.filter((field) => !hidden(field)),
  },
});

/** The permission as the role has it; null when it doesn't. */
export function grantFor(role: string, permission: Permission): Permission | null {
  if (role === MARKETING_ROLE) {
    if (!MARKETING_TYPES.has(permission.subject ?? '')) return null;
    // Who acts for a partner is a matter of accounts, which only a Super Admin manages.
    return permission.subject === PARTNER && isWrite(permission)
      ? without(permission, (field) => field === 'admins')
      : permission;
  }
  if (role === NATIONAL_ROLE) return null;
  if (permission.subject === PARTNER) return profileGrant(permission);
  if (permission.subject !== WORKSHOP) return null;
  const own = { ...permission, conditions: [`api::${OWN_PARTNER}`] };
  return without(own, (field) => field === 'partner' || (isWrite(own) && DERIVED.has(field)));
}

/** Their own partner's entry is read and changed, as far as it is theirs to write, and never made or taken away. */
function profileGrant(permission: Permission): Permission | null {
  const own = { ...permission, conditions: [`api::${OWN_PROFILE}`] };
  if (own.action.endsWith('.read')) return without(own, (field) => !readsOfProfile(field));
  return own.action.endsWith('.update') ? without(own, (field) => !writesOfProfile(field)) : null;
}
