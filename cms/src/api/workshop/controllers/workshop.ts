import { PAGE_SIZE, parseWorkshopSearch, type WorkshopSearch } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { rows, WORKSHOP } from '../../../rules/documents';
import { listed, withPage } from '../../../rules/visibility';
import {
  notFound,
  type RequestContext,
  requireKnownParameters,
  respond,
  slugOf,
} from '../../../wire/respond';
import {
  DETAIL_POPULATE,
  type StoredWorkshop,
  SUMMARY_POPULATE,
  toDetail,
  toFeature,
  toSummary,
} from '../../../wire/workshops';

/** Rows read at a time for feeds that have no limit. */
const BATCH = 500;

/** A list shows every partner's name beside its workshops. */
const LIST_TAGS = ['workshop', 'regional-partner'];

const SOONEST_FIRST = [{ startsAt: 'asc' }, { id: 'asc' }];

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /api/workshops: one page of the upcoming public workshops that the finder's query asks for, soonest first. */
  async find(ctx: RequestContext) {
    const search = searchOf(ctx);
    const where = matching(search);
    const page = search.page ?? 1;
    const [total, workshops]: [number, StoredWorkshop[]] = await Promise.all([
      rows(strapi, WORKSHOP).count({ where }),
      rows(strapi, WORKSHOP).findMany({
        where,
        orderBy: SOONEST_FIRST,
        offset: (page - 1) * PAGE_SIZE,
        limit: PAGE_SIZE,
        populate: SUMMARY_POPULATE,
      }),
    ]);
    const list = { total, page, pageSize: PAGE_SIZE, pageCount: Math.ceil(total / PAGE_SIZE) };
    return respond(ctx, { ...list, workshops: workshops.map(toSummary) }, LIST_TAGS);
  },

  /** GET /api/workshops.geojson: all of the upcoming public workshops that the finder's query asks for, on one map. */
  async features(ctx: RequestContext) {
    const where = matching(searchOf(ctx));
    const workshops: StoredWorkshop[] = [];
    let batch: StoredWorkshop[];
    do {
      batch = await rows(strapi, WORKSHOP).findMany({
        where,
        orderBy: SOONEST_FIRST,
        offset: workshops.length,
        limit: BATCH,
        populate: SUMMARY_POPULATE,
      });
      workshops.push(...batch);
    } while (batch.length === BATCH);
    const collection = { type: 'FeatureCollection', features: workshops.map(toFeature) };
    return respond(ctx, collection, LIST_TAGS, 'application/geo+json');
  },

  /** GET /api/workshops/:slug: a workshop's own page, also when it is cancelled or over. */
  async findOne(ctx: RequestContext) {
    requireKnownParameters(ctx);
    const workshop: StoredWorkshop | null = await rows(strapi, WORKSHOP).findOne({
      where: { ...withPage, slug: slugOf(ctx) },
      populate: DETAIL_POPULATE,
    });
    if (!workshop) return notFound(ctx, 'There is no such workshop.', ['workshop']);
    const tags = [`workshop:${workshop.documentId}`, `regional-partner:${workshop.partner.documentId}`];
    return respond(ctx, toDetail(workshop), tags);
  },
});

function searchOf(ctx: RequestContext): WorkshopSearch {
  const { search, ignored } = parseWorkshopSearch(ctx.querystring);
  requireKnownParameters(ctx, ignored);
  return search;
}

function matching({ kind, format }: WorkshopSearch) {
  return { ...listed(new Date()), ...(kind && { kind }), ...(format && { format }) };
}
