import type { Core } from '@strapi/strapi';
import { type RequestContext, requireKnownParameters, respond } from '../../../strapi/respond';
import { readScholarships } from '../../../wire/scholarships';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /api/scholarships: all that are published, closed ones too, the soonest to close first. */
  async find(ctx: RequestContext) {
    requireKnownParameters(ctx);
    return respond(ctx, await readScholarships(strapi), ['scholarship', 'figure']);
  },
});
