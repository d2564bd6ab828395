import type { Core } from '@strapi/strapi';
import { movedTo } from '../../../addresses';
import { PAGE } from '../../../schema/uids';
import {
  notFound,
  type RequestContext,
  requireKnownParameters,
  respond,
  slugOf,
} from '../../../strapi/respond';
import { readPublished } from '../../../wire/read';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /api/pages/:slug: a published page with the sections that are switched on. */
  async findOne(ctx: RequestContext) {
    requireKnownParameters(ctx);
    const slug = slugOf(ctx);
    const [page] = await readPublished(strapi, PAGE, { where: { slug }, limit: 1 });
    if (!page) return notFound(ctx, 'There is no such page.', ['page'], await movedTo(strapi, PAGE, slug));
    // Buttons name the pages they lead to, so a page depends on every page.
    return respond(ctx, page.body, ['page', `page:${page.documentId}`, 'figure']);
  },
});
