import type { RegionalPartner } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { movedTo } from '../../../addresses';
import { territoryOnMap } from '../../../rules/territory';
import { PARTNER } from '../../../schema/uids';
import {
  notFound,
  type RequestContext,
  requireKnownParameters,
  respond,
  slugOf,
} from '../../../strapi/respond';
import { readAll } from '../../../wire/read';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /api/partners: every Regional Partner by name. */
  async find(ctx: RequestContext) {
    requireKnownParameters(ctx);
    const partners = await readAll(strapi, PARTNER, { orderBy: [{ name: 'asc' }] });
    return respond(
      ctx,
      partners.map(({ body }) => body),
      ['regional-partner', 'figure'],
    );
  },

  /** GET /api/partners/:slug */
  async findOne(ctx: RequestContext) {
    return answerOne(strapi, ctx, (partner) => partner);
  },

  /** GET /api/territories/:slug: where a Regional Partner serves. */
  async findTerritory(ctx: RequestContext) {
    return answerOne(strapi, ctx, ({ territory }) => territoryOnMap(territory));
  },
});

async function answerOne(
  strapi: Core.Strapi,
  ctx: RequestContext,
  answer: (partner: RegionalPartner) => unknown,
) {
  requireKnownParameters(ctx);
  const slug = slugOf(ctx);
  const [partner] = await readAll(strapi, PARTNER, { where: { slug }, limit: 1 });
  if (!partner) {
    const moved = await movedTo(strapi, PARTNER, slug);
    return notFound(ctx, 'There is no such Regional Partner.', ['regional-partner'], moved);
  }
  const tags = [`regional-partner:${partner.documentId}`, 'figure'];
  return respond(ctx, answer(partner.body as unknown as RegionalPartner), tags);
}
