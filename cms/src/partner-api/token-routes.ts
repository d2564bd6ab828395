import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import * as z from 'zod';
import { partnerFor } from '../imports/spreadsheet/whose';
import {
  LONGEST_TOKEN_NAME,
  TOKEN_DAYS,
  type TokenEntry,
  type TokenMade,
  USUAL_DAYS,
} from '../rules/partner-api/tokens';
import type { Problem } from '../rules/problem';
import { addAdminRoutes } from '../strapi/admin-routes';
import { refuse } from '../strapi/refuse';
import type { RequestContext } from '../strapi/respond';
import { writerNow } from '../versions/writer';
import { makeToken, revokeToken, tokensOf } from './tokens';

const wanted = z.strictObject({
  partner: z.string().max(100).optional(),
  name: z
    .string({ error: 'Give it a name.' })
    .trim()
    .min(1, { error: 'Give it a name, such as that of the program which will have it.' })
    .max(LONGEST_TOKEN_NAME, { error: `The name has room for ${LONGEST_TOKEN_NAME} letters.` })
    .regex(/^\P{C}*$/u, { error: 'The name can hold letters, digits and signs.' }),
  days: z
    .union(
      TOKEN_DAYS.map((days) => z.literal(days)),
      { error: `Choose ${TOKEN_DAYS.join(', ')} days.` },
    )
    .default(USUAL_DAYS),
});

/**
 * The routes of the admin's API below /partner-tokens: a partner's people, and staff for them, make tokens for the API, see
 * and end them. To be called in `register()`.
 */
export function addTokenRoutes(strapi: Core.Strapi): void {
  const named = (ctx: RequestContext): unknown => (ctx.query as { partner?: unknown }).partner;
  addAdminRoutes(strapi, 'partner-tokens', {
    'GET /': async (ctx): Promise<TokenEntry[]> =>
      tokensOf(strapi, await partnerFor(strapi, ctx, named(ctx))),
    'POST /': async (ctx): Promise<TokenMade> => {
      const { partner, name, days } = wantedIn(ctx.request.body);
      const whose = await partnerFor(strapi, ctx, partner);
      const { admin, name: by } = writerNow(strapi);
      ctx.set('Cache-Control', 'no-store');
      return makeToken(strapi, { partner: whose, name, days, admin: admin ?? 0, by });
    },
    'DELETE /:id': async (ctx) => {
      const partner = await partnerFor(strapi, ctx, named(ctx));
      const id = Number((ctx.params as { id: unknown }).id);
      const isId = Number.isSafeInteger(id) && id > 0 && id < 2 ** 31;
      if (!isId || !(await revokeToken(strapi, { id, partner, by: writerNow(strapi).name })))
        throw new errors.NotFoundError('There is no such token.');
      return tokensOf(strapi, partner);
    },
  });
}

function wantedIn(body: unknown): z.output<typeof wanted> {
  const { data, error } = wanted.safeParse(body ?? {});
  refuse((error?.issues ?? []).map(({ path, message }): Problem => ({ path: path.map(String), message })));
  return data as z.output<typeof wanted>;
}
