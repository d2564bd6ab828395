import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { type PasswordOwner, passwordProblem } from '../rules/passwords';
import { refuse } from '../strapi/refuse';

interface Attributes extends PasswordOwner {
  password?: unknown;
}

interface AuthService {
  hashPassword(password: string): Promise<string>;
}

interface UserService {
  create(attributes: Attributes): Promise<unknown>;
  createFirstAdmin(attributes: Attributes): Promise<unknown>;
  updateById(id: number | string, attributes: Attributes): Promise<unknown>;
  resetPasswordByEmail(email: string, password: string): Promise<unknown>;
}

interface UserController {
  updateMe(ctx: Context): Promise<unknown>;
}

/**
 * Refuses weak passwords of those who log in to the admin wherever one is set: by invitation, after it was forgotten, in
 * a profile, by an administrator, on the command line. Every way leads through these services, and the last step of each
 * is `hashPassword`, which knows no owner. To be called in `register()`.
 */
export function requireGoodPasswords(strapi: Core.Strapi): void {
  const ownerOf = async (where: object): Promise<PasswordOwner> =>
    (await strapi.db.query('admin::user').findOne({ where })) ?? {};

  replaceService(strapi, 'auth', (auth: AuthService) => ({
    ...auth,
    async hashPassword(password: string) {
      refuseWeak(password);
      return auth.hashPassword(password);
    },
  }));
  replaceService(strapi, 'user', (user: UserService) => ({
    ...user,
    async create(attributes: Attributes) {
      refuseWeak(attributes.password, attributes);
      return user.create(attributes);
    },
    async createFirstAdmin(attributes: Attributes) {
      refuseWeak(attributes.password, attributes);
      return user.createFirstAdmin(attributes);
    },
    async updateById(id: number | string, attributes: Attributes) {
      if (attributes.password) refuseWeak(attributes.password, { ...(await ownerOf({ id })), ...attributes });
      return user.updateById(id, attributes);
    },
    async resetPasswordByEmail(email: string, password: string) {
      refuseWeak(password, await ownerOf({ email }));
      return user.resetPasswordByEmail(email, password);
    },
  }));
  // This one ends the sessions of who changes their password before it asks for the change.
  strapi.get('controllers').extend('admin::authenticated-user', (controller: UserController) => ({
    ...controller,
    async updateMe(ctx: Context) {
      const { body } = ctx.request as { body?: Attributes };
      refuseWeak(body?.password, { ...ctx.state.user, ...body });
      return controller.updateMe(ctx);
    },
  }));
}

const originals = new WeakMap<object, object>();

/**
 * Puts a service of the admin's own in another's place, where Strapi looks (its registry) and where its command line does
 * (`strapi.admin.services`). That one outlives a Strapi that is started anew in the same process.
 */
function replaceService<T extends object>(
  strapi: Core.Strapi,
  name: string,
  replace: (service: T) => T,
): void {
  const services = strapi.admin.services as unknown as Record<string, T>;
  const found = services[name];
  if (!found) throw new Error(`Strapi’s admin has no service “${name}”: correct src/sign-in/passwords.ts.`);
  const original = (originals.get(found) ?? found) as T;
  const replaced = replace(original);
  originals.set(replaced, original);
  services[name] = replaced;
  strapi.get('services').set(`admin::${name}`, replaced);
}

/** What isn't text is Strapi's to refuse. */
function refuseWeak(password: unknown, owner: PasswordOwner = {}): void {
  if (typeof password !== 'string') return;
  const problem = passwordProblem(password, owner);
  if (problem) refuse([{ path: ['password'], message: problem }]);
}
