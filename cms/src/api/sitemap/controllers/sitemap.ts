import type { SitemapEntries } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { listed } from '../../../rules/visibility';
import type { Entry } from '../../../schema/model';
import { PAGE, PARTNER, WORKSHOP } from '../../../schema/uids';
import { rows } from '../../../strapi/documents';
import { type RequestContext, requireKnownParameters, respond } from '../../../strapi/respond';
import { seenAt, seenRows } from '../../../strapi/seen';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /api/sitemap: the addresses search engines should know. */
  async find(ctx: RequestContext) {
    requireKnownParameters(ctx);
    const entries = (uid: string, where: Entry): Promise<SitemapEntries['pages']> =>
      rows(strapi, uid)
        .findMany({ where, select: ['slug', 'updatedAt'], orderBy: [{ slug: 'asc' }] })
        .then((found: SitemapEntries['pages']) => found.map(({ slug, updatedAt }) => ({ slug, updatedAt })));
    const [pages, workshops, partners] = await Promise.all([
      entries(PAGE, seenRows(PAGE)),
      entries(WORKSHOP, { ...listed(seenAt()), ...seenRows(WORKSHOP) }),
      entries(PARTNER, {}),
    ]);
    return respond(ctx, { pages, workshops, partners }, ['page', 'workshop', 'regional-partner']);
  },
});
