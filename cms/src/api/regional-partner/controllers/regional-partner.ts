import type { Core } from '@strapi/strapi';
import { movedTo } from '../../../addresses';
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
    requireKnownParameters(ctx);
    const slug = slugOf(ctx);
    const [partner] = await readAll(strapi, PARTNER, { where: { slug }, limit: 1 });
    if (!partner) {
      const moved = await movedTo(strapi, PARTNER, slug);
      return notFound(ctx, 'There is no such Regional Partner.', ['regional-partner'], moved);
    }
    return respond(ctx, partner.body, [`regional-partner:${partner.documentId}`, 'figure']);
  },
});
