import type { Core } from '@strapi/strapi';
import { withoutValidation } from '../forms/validation';
import { modelsOf } from '../strapi/documents';
import type { AdminRequest } from './admin-request';
import { type Ability, readsField, seenComponents, seesType } from './reach';

interface Schema {
  uid: string;
}

/** What the admin's pages need to know of the program; versions, packages and ids are for Super Admins. */
const PROGRAM = ['currentEnvironment', 'autoReload', 'communityEdition'];

/** Where Strapi's admin gets the schemas of its forms. */
const INIT = '/content-manager/init';

type Cut = (data: unknown, seen: { types: Cutter; components: Cutter }) => unknown;
type Cutter = (schemas: Schema[]) => Schema[];

const CUTS: Record<string, Cut> = {
  '/admin/information': (data) =>
    Object.fromEntries(Object.entries(data as object).filter(([name]) => PROGRAM.includes(name))),
  [INIT]: (data, { types, components }) => {
    const all = data as { contentTypes: Schema[]; components: Schema[] };
    return { ...all, contentTypes: types(all.contentTypes), components: components(all.components) };
  },
  '/content-manager/content-types': (data, { types }) => types(data as Schema[]),
  '/content-manager/content-types-settings': (data, { types }) => types(data as Schema[]),
  '/content-manager/components': (data, { components }) => components(data as Schema[]),
};

interface Layouts {
  contentType: { layouts: { list: string[]; edit: { name: string }[][] } };
}

/**
 * A form's configuration without columns that would be empty in every row, since the role may not read them, and without the
 * fields for accounts and the like, of which it is not to be told that they are "filled in".
 */
function withoutUnread(strapi: Core.Strapi, ctx: AdminRequest, ability: Ability): void {
  const { data } = (ctx.body ?? {}) as { data?: Layouts };
  if (ctx.routerPath !== '/content-manager/content-types/:uid/configuration' || !data) return;
  const { uid = '' } = ctx.params;
  const { attributes } = modelsOf(strapi)(uid);
  const { layouts } = data.contentType;
  layouts.list = layouts.list.filter((name) => readsField(ability, uid, name));
  layouts.edit = layouts.edit
    .map((row) => row.filter(({ name }) => !attributes[name]?.private || readsField(ability, uid, name)))
    .filter((row) => row.length > 0);
}

/** Takes out of an answer, in place, what concerns types and fields that a role has nothing to do with. */
export function cutAnswer(strapi: Core.Strapi, ctx: AdminRequest, ability: Ability): void {
  withoutUnread(strapi, ctx, ability);
  const cut = CUTS[ctx.routerPath];
  const answer = ctx.body as { data?: unknown } | undefined;
  if (!cut || !answer?.data) return;
  const components = seenComponents(strapi, ability);
  ctx.body = {
    ...answer,
    data: cut(answer.data, {
      types: (schemas) => schemas.filter(({ uid }) => seesType(ability, uid)),
      components: (schemas) => schemas.filter(({ uid }) => components.has(uid)),
    }),
  };
}

/** Leaves to the server what it says better than Strapi's forms do, in place. */
export function plainAnswer(ctx: AdminRequest): void {
  const answer = ctx.body as { data?: Parameters<typeof withoutValidation>[0] } | undefined;
  if (ctx.routerPath === INIT && answer?.data) ctx.body = { ...answer, data: withoutValidation(answer.data) };
}
