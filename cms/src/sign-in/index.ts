import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context, Next } from 'koa';
import type { Environment } from '../strapi/environment';
import {
  type Allowance,
  addTriesTable,
  Limits,
  openStore,
  type Store,
  TooManyTries,
  type Try,
} from './limits';

const MINUTES = 60;

const GUESSES: Allowance = { address: 30, pair: 5, account: 20, seconds: 5 * MINUTES };
/** Who has a session may try a few new passwords that are too weak. */
const PATIENT_GUESSES: Allowance = { ...GUESSES, pair: 10 };
/** Each try sends a message to somebody. */
const MESSAGES: Allowance = { address: 30, pair: 3, account: 10, seconds: 60 * MINUTES };

/** A door of the admin where someone could guess their way in. */
interface Door {
  method: string;
  path: string;
  allowance: Allowance;
  /** Whose account is tried, where that can be told; undefined when nothing is being guessed. */
  account: (ctx: Context) => string | null | undefined;
  /** Whether a try that succeeds is counted as well. */
  countsAll?: boolean;
  /** Whether success shows who it is. */
  provesWho?: boolean;
}

const email = (ctx: Context): string | null => {
  const { email: given } = bodyOf(ctx);
  return typeof given === 'string' ? given.trim().toLowerCase() : null;
};
const nobody = (): null => null;

const DOORS: Door[] = [
  { method: 'POST', path: '/login', allowance: GUESSES, account: email, provesWho: true },
  { method: 'POST', path: '/register-admin', allowance: GUESSES, account: nobody },
  { method: 'POST', path: '/register', allowance: GUESSES, account: nobody },
  { method: 'GET', path: '/registration-info', allowance: GUESSES, account: nobody },
  { method: 'POST', path: '/forgot-password', allowance: MESSAGES, account: email, countsAll: true },
  { method: 'POST', path: '/reset-password', allowance: GUESSES, account: nobody },
  { method: 'PUT', path: '/users/me', allowance: PATIENT_GUESSES, account: whoChangesTheirPassword },
];

function whoChangesTheirPassword(ctx: Context): string | undefined {
  return 'currentPassword' in bodyOf(ctx) ? String(ctx.state.user?.id) : undefined;
}

function bodyOf(ctx: Context): Record<string, unknown> {
  const { body } = ctx.request as { body?: unknown };
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

interface Route {
  method: string;
  path: string;
  config?: { middlewares?: unknown[] };
}

let store: Store | undefined;

/**
 * Limits how often someone may guess at the admin's doors, in place of Strapi's own limits, which each process counts
 * for itself. To be called in `register()`, after `knowVisitors`.
 */
export function limitSignIn(strapi: Core.Strapi, env: Environment): void {
  addTriesTable(strapi);
  store = openStore(strapi, env.REDIS_URL);
  const limits = new Limits(store, env.ADMIN_JWT_SECRET);
  strapi.add(KEPT, limits);
  const { routes } = (strapi.admin.routes as unknown as Record<string, { routes: Route[] }>).admin ?? {};
  for (const door of DOORS) {
    const route = routes?.find(({ method, path }) => method === door.method && path === door.path);
    if (!route)
      throw new Error(`Strapi has no ${door.method} /admin${door.path}: correct the doors in src/sign-in.`);
    const middlewares = (route.config?.middlewares ?? []).filter((each) => !isLimit(each));
    route.config = { ...route.config, middlewares: [...middlewares, limitOf(door, limits, strapi)] };
  }
}

const KEPT = 'limits';

/** What counts tries, for other doors that strangers come to. */
export const limitsOf = (strapi: Core.Strapi): Limits => strapi.get<Limits>(KEPT);

/**
 * Counts a try at a door. @returns what to call when it succeeds
 * @throws RateLimitError when there were too many, having said in the answer when there may be another
 */
export async function takeOrRefuse(
  strapi: Core.Strapi,
  limits: Limits,
  ctx: Pick<Context, 'set'>,
  asked: Try,
  allowance: Allowance,
): Promise<() => Promise<void>> {
  try {
    return await limits.take(asked, allowance);
  } catch (error) {
    if (!(error instanceof TooManyTries)) throw error;
    strapi.log.warn(`Too many tries at ${asked.door} from ${asked.address}`);
    ctx.set('Retry-After', String(error.seconds));
    throw new errors.RateLimitError(tooManyWords(error.seconds));
  }
}

/** Ends the connection the limits are counted through. */
export function closeSignIn(): void {
  store?.close();
  store = undefined;
}

const OWN = Symbol('limits a door');
const STRAPIS = ['admin::rateLimit', 'plugin::email.rateLimit'];

/** Routes outlive a Strapi that is started anew in the same process, and its limits with them. */
const isLimit = (middleware: unknown): boolean =>
  STRAPIS.includes(String(middleware)) || (typeof middleware === 'function' && OWN in middleware);

function limitOf(door: Door, limits: Limits, strapi: Core.Strapi): Core.MiddlewareHandler {
  const handle = async (ctx: Context, next: Next): Promise<void> => {
    const account = door.account(ctx);
    if (account === undefined) return next();
    const address = ctx.ip;
    const asked = { door: `${door.method} ${door.path}`, address, account };
    const succeeded = await takeOrRefuse(strapi, limits, ctx, asked, door.allowance);
    await next();
    if (ctx.status >= 400 || door.countsAll) return;
    await succeeded();
    if (door.provesWho && account) await limits.remember(account, address);
  };
  return Object.assign(handle, { [OWN]: true });
}

function tooManyWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return `There were too many tries. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, then try again.`;
}
