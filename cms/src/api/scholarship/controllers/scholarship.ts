import { dayInLastZone } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { SCHOLARSHIP } from '../../../schema/uids';
import { type RequestContext, requireKnownParameters, respond } from '../../../strapi/respond';
import { readPublished } from '../../../wire/read';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /api/scholarships: those that haven't closed, the soonest to close first. */
  async find(ctx: RequestContext) {
    requireKnownParameters(ctx);
    const today = dayInLastZone(new Date());
    const scholarships = await readPublished(strapi, SCHOLARSHIP, {
      where: { $or: [{ closesOn: { $null: true } }, { closesOn: { $gte: today } }] },
      orderBy: [{ closesOn: 'asc' }, { name: 'asc' }],
    });
    return respond(
      ctx,
      scholarships.map(({ body }) => body),
      ['scholarship', 'figure'],
    );
  },
});
