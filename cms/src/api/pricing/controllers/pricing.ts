import type { Core } from '@strapi/strapi';
import { PRICING } from '../../../schema/uids';
import { notFound, type RequestContext, requireKnownParameters, respond } from '../../../strapi/respond';
import { readPublished } from '../../../wire/read';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /api/pricing: the national price and what it includes. */
  async find(ctx: RequestContext) {
    requireKnownParameters(ctx);
    const [pricing] = await readPublished(strapi, PRICING);
    const tags = ['pricing', 'figure'];
    if (!pricing) return notFound(ctx, 'The price isn’t published yet.', tags);
    return respond(ctx, pricing.body, tags);
  },
});
