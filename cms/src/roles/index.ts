import type { Core } from '@strapi/strapi';
import { partnerOf } from '../ownership/rule';
import { grantFor, OWN_PARTNER, OWN_PROFILE, type Permission, ROLES } from './grants';

interface Services {
  permission: {
    conditionProvider: { registerMany(conditions: unknown[]): Promise<void> };
    actionProvider: { values(): { section: string }[] };
  };
  role: {
    create(role: { name: string; code: string; description: string }): Promise<{ id: number }>;
    assignPermissions(roleId: number, permissions: Permission[]): Promise<unknown>;
  };
  'content-type': {
    getPermissionsWithNestedFields(
      actions: unknown[],
      options: { restrictedSubjects: string[] },
    ): Permission[];
  };
}

const services = (strapi: Core.Strapi): Services => strapi.admin.services as unknown as Services;

/**
 * Registers the conditions that limit someone to their partner's workshops and profile. A permission whose condition isn't
 * registered holds without it, so this comes before anything that looks at permissions (and `ownershipRule` stands behind it).
 */
export async function registerConditions(strapi: Core.Strapi): Promise<void> {
  await services(strapi).permission.conditionProvider.registerMany([
    {
      displayName: 'Workshops of their own Regional Partner',
      name: OWN_PARTNER,
      category: 'Regional Partner',
      handler: (user: { id: number }) => ({ 'partner.admins': { $elemMatch: { id: user.id } } }),
    },
    {
      displayName: 'The profile of their own Regional Partner',
      name: OWN_PROFILE,
      category: 'Regional Partner',
      handler: async (user: { id: number }) => ({ documentId: (await partnerOf(strapi, user.id)) ?? '' }),
    },
  ]);
}

/**
 * Creates the product's roles where they are missing and gives them what grants.ts says, no more and no less: a right that
 * comes with a new version reaches a site that runs, and one that somebody added is taken back. Other roles are left alone.
 */
export async function seedRoles(strapi: Core.Strapi): Promise<void> {
  const { permission, role, 'content-type': contentType } = services(strapi);
  const actions = permission.actionProvider.values().filter(({ section }) => section === 'contentTypes');
  const everything = contentType.getPermissionsWithNestedFields(actions, { restrictedSubjects: [] });
  for (const { name, code, description, plugins } of ROLES)
    await strapi.db.transaction(async () => {
      const existing = await strapi.db.query('admin::role').findOne({ where: { code } });
      const { id } = existing ?? (await role.create({ name, code, description }));
      const content = everything.flatMap((each) => grantFor(code, each) ?? []);
      // Writes what differs, and nothing when nothing does.
      await role.assignPermissions(id, [
        ...content,
        ...plugins.map((action) => ({ action, subject: null, properties: {}, conditions: [] })),
      ]);
      if (!existing) strapi.log.info(`Created the role “${name}”`);
    });
}
