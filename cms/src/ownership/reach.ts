import type { Core } from '@strapi/strapi';
import { modelsOf } from '../strapi/documents';

/** Rights as Strapi's admin works them out for a signed-in person. */
export interface Ability {
  can(action: string, subject?: string | null, field?: string): boolean;
  rulesFor(action: string, subject: string): { fields?: string[]; conditions?: object }[];
}

const EXPLORER = 'plugin::content-manager.explorer';
export const READ = `${EXPLORER}.read`;

/** Strapi tells these of every entry whose type may be read. */
const TOLD_ALWAYS = new Set([
  'id',
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
]);

/** Whether a role may do something with entries of a type. */
export const seesType = (ability: Ability, uid: string): boolean =>
  ['create', 'read', 'update', 'delete', 'publish'].some((action) =>
    ability.can(`${EXPLORER}.${action}`, uid),
  );

/** Whether a role may write this field of some entry of the type. */
export const writesField = (ability: Ability, uid: string, field: string): boolean =>
  ['create', 'update'].some((action) => ability.can(`${EXPLORER}.${action}`, uid, field));

/** Whether a role may read this field of the entries of a type that it may read. */
export function readsField(ability: Ability, uid: string, field: string): boolean {
  const foreign = readsForeign(ability, uid);
  if (foreign !== null) return foreign;
  if (TOLD_ALWAYS.has(field)) return ability.can(READ, uid);
  return ability
    .rulesFor(READ, uid)
    .some(({ fields }) => !fields || fields.some((each) => each === field || each.startsWith(`${field}.`)));
}

/** Whether a role may read every entry of a type, so that what leads there gives nothing away. */
export function readsEveryEntry(ability: Ability, uid: string): boolean {
  const foreign = readsForeign(ability, uid);
  if (foreign !== null) return foreign;
  const rules = ability.rulesFor(READ, uid);
  return rules.length > 0 && rules.every(({ conditions }) => Object.keys(conditions ?? {}).length === 0);
}

/** People and files have permissions of their own; null for all that are ours. */
function readsForeign(ability: Ability, uid: string): boolean | null {
  if (uid.startsWith('api::')) return null;
  if (uid.startsWith('plugin::upload.')) return ability.can('plugin::upload.read');
  return uid === 'admin::user' && ability.can('admin::users.read');
}

/** The components that the types a role sees are made of. */
export function seenComponents(strapi: Core.Strapi, ability: Ability): Set<string> {
  const getModel = modelsOf(strapi);
  const seen = new Set<string>();
  const follow = (uid: string): void => {
    for (const { component, components = [] } of Object.values(getModel(uid).attributes))
      for (const part of component ? [component] : components)
        if (!seen.has(part)) {
          seen.add(part);
          follow(part);
        }
  };
  for (const uid of Object.keys(strapi.contentTypes)) if (seesType(ability, uid)) follow(uid);
  return seen;
}
