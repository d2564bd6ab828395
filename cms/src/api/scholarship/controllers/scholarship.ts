import type { Core } from '@strapi/strapi';
import { Temporal } from 'temporal-polyfill';
import { readPublished } from '../../../wire/read';
import { type RequestContext, requireKnownParameters, respond } from '../../../wire/respond';

/** Where in the United States a day ends last. */
const LAST_ZONE = 'Pacific/Pago_Pago';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /api/scholarships: those that haven't closed, the soonest to close first. */
  async find(ctx: RequestContext) {
    requireKnownParameters(ctx);
    const today = Temporal.Now.plainDateISO(LAST_ZONE).toString();
    const scholarships = await readPublished(strapi, 'api::scholarship.scholarship', {
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
