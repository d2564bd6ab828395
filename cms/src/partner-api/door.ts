import type Router from '@koa/router';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { ApiProblem } from '../rules/partner-api/answers';
import { PARTNER } from '../schema/uids';
import { limitsOf, takeOrRefuse } from '../sign-in';
import type { Allowance } from '../sign-in/limits';
import { rows } from '../strapi/documents';
import type { RequestContext } from '../strapi/respond';
import { dataRouter } from '../wire/public-reads';
import { endedWords, noteUse, type StoredToken, tokenNamed } from './tokens';

const MINUTE = 60;

/** What one token may ask. */
const CALLS: Allowance = { address: 600, pair: 240, account: 240, seconds: MINUTE };
/** Of these, many workshops at once, each of which works out all of them. */
const MANY: Allowance = { address: 60, pair: 20, account: 20, seconds: MINUTE };
/** Tokens that there aren't, from one address. */
const WRONG: Allowance = { address: 30, pair: 30, account: 30, seconds: 5 * MINUTE };

/** Who asks: a program of a partner's. */
export interface Caller {
  token: StoredToken;
  partner: { documentId: string; name: string; slug: string };
  /** What versions and imports say of who wrote. */
  who: string;
}

/** What is answered at a route: its body. */
export type Answer = (ctx: RequestContext, caller: Caller) => Promise<unknown>;

const LONGEST_WHO = 250;

/** Adds routes below the API's path that a token opens, for the partner whose it is, and nobody else. */
export function addRoutes(strapi: Core.Strapi, path: string, routes: Record<string, Answer>): void {
  const router = dataRouter(strapi, path);
  for (const [route, answer] of Object.entries(routes)) {
    const [method = '', below = ''] = route.split(' ');
    router.register(below, [method], async (ctx: RequestContext) => {
      ctx.set('Cache-Control', 'no-store');
      ctx.body = await answer(ctx, await callerOf(strapi, ctx));
    });
  }
  use(strapi, router);
}

/** Has Strapi's server answer at a router's routes, before its own middlewares. */
export const use = (strapi: Core.Strapi, router: Router): void => {
  strapi.server.use(router.routes() as Core.MiddlewareHandler);
};

async function callerOf(strapi: Core.Strapi, ctx: RequestContext): Promise<Caller> {
  const [, text = ''] = /^Bearer +(\S+)$/i.exec(ctx.get('authorization').trim()) ?? [];
  const token = await tokenNamed(strapi, text);
  const limits = limitsOf(strapi);
  const from = (door: string, account: string | null) => ({ door, address: ctx.ip, account });
  if (!token) {
    if (text) await takeOrRefuse(strapi, limits, ctx, from('partner-api wrong', null), WRONG);
    return unauthorized(
      ctx,
      text ? 'There is no such token.' : 'Send your token: “Authorization: Bearer ddp_…”.',
    );
  }
  await takeOrRefuse(strapi, limits, ctx, from('partner-api', `token ${token.id}`), CALLS);
  const ended = await endedWords(strapi, token);
  if (ended) return unauthorized(ctx, `This token doesn’t work any more. ${ended} Make a new one.`);
  await noteUse(strapi, token);
  const partner: Caller['partner'] = await rows(strapi, PARTNER).findOne({
    where: { documentId: token.partner },
    select: ['documentId', 'name', 'slug'],
  });
  const who = `${token.by}’s token “${token.name}”`.slice(0, LONGEST_WHO);
  return { token, partner, who };
}

/** Counts a call that is about many workshops. @throws RateLimitError */
export async function countMany(strapi: Core.Strapi, ctx: RequestContext, { token }: Caller): Promise<void> {
  const asked = { door: 'partner-api many', address: ctx.ip, account: `token ${token.id}` };
  await takeOrRefuse(strapi, limitsOf(strapi), ctx, asked, MANY);
}

function unauthorized(ctx: RequestContext, words: string): never {
  ctx.set('WWW-Authenticate', 'Bearer realm="workshops"');
  throw new errors.UnauthorizedError(words);
}

/** Problems of what was sent: 422, field by field. */
export class Unprocessable extends Error {
  constructor(readonly problems: ApiProblem[]) {
    super(problems.map(({ message }) => message).join('\n'));
  }
}

/** Problems that are told of one answer. */
const MOST_TOLD = 100;

/** Does what a route does, and answers 422 with what it finds wrong. */
export const orUnprocessable =
  (answer: Answer): Answer =>
  async (ctx, caller) => {
    try {
      return await answer(ctx, caller);
    } catch (error) {
      if (!(error instanceof Unprocessable)) throw error;
      const problems = error.problems.slice(0, MOST_TOLD);
      ctx.status = 422;
      return {
        data: null,
        error: {
          status: 422,
          name: 'ValidationError',
          message: problems.map(({ message }) => message).join('\n'),
          details: { errors: problems },
        },
      };
    }
  };
