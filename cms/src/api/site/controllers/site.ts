import type { Core } from '@strapi/strapi';
import { SITE } from '../../../schema/uids';
import { notFound, type RequestContext, requireKnownParameters, respond } from '../../../strapi/respond';
import { readPublished } from '../../../wire/read';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /api/site: the name, menus, foot and banner that every page shares. */
  async find(ctx: RequestContext) {
    requireKnownParameters(ctx);
    const [site] = await readPublished(strapi, SITE);
    // Menus name the pages they lead to.
    const tags = ['site', 'page', 'figure'];
    if (!site) return notFound(ctx, 'The site isn’t published yet.', tags);
    return respond(ctx, site.body, tags);
  },
});
