import {
  type JoinableWorkshop,
  type Near,
  parseWorkshopSearch,
  TILE_MAX_ZOOM,
  type WorkshopFeed,
  type WorkshopList,
  type WorkshopSearch,
} from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { movedTo } from '../../../addresses';
import { demandNear } from '../../../demand';
import { findNear } from '../../../places';
import { scholarshipState } from '../../../rules/scholarship';
import { partnersServing } from '../../../rules/territory';
import { withPage } from '../../../rules/visibility';
import { PARTNER, WORKSHOP } from '../../../schema/uids';
import {
  type SearchedIndex,
  type SearchedPartner,
  searched,
  searchedOverview,
  searchedTile,
  type TileAddress,
} from '../../../search';
import { rows } from '../../../strapi/documents';
import {
  notFound,
  type RequestContext,
  requireKnownParameters,
  respond,
  respondWith,
  slugOf,
} from '../../../strapi/respond';
import { seenAt, seenRows } from '../../../strapi/seen';
import {
  DETAIL_POPULATE,
  type StoredWorkshop,
  toContact,
  toDetail,
  toOwnSummary,
} from '../../../wire/workshops';

/** A list shows partners' names, prices and scholarships beside its workshops. */
const LIST_TAGS = ['workshop', 'regional-partner', 'scholarship', 'pricing'];

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /api/workshops: one page of the upcoming public workshops that the finder's query asks for. */
  async find(ctx: RequestContext) {
    const index = await searched(strapi);
    const search = await searchOf(strapi, ctx, index);
    const near = nearOf(search);
    const serving = near?.status === 'found' ? partnersServing(near.place, index.partners) : [];
    const list: WorkshopList = {
      ...index.search(search, near, seenAt()),
      near,
      partners: serving.map(toContact),
      joinable: joinableNear(index, search, near, serving),
      demand: await demandNear(strapi, near, index.partners),
    };
    return respond(ctx, list, LIST_TAGS);
  },

  /** GET /api/workshop-feed: the workshops that the finder's query asks for, on one page, with what calendars tell of them. */
  async feed(ctx: RequestContext) {
    const index = await searched(strapi);
    const search = await searchOf(strapi, ctx, index);
    const near = nearOf(search);
    const { total, workshops } = index.feed(search, near, seenAt());
    const notes = await readNotes(strapi, workshops);
    const feed: WorkshopFeed = {
      total,
      workshops: workshops.map((workshop) => ({ ...workshop, notes: notes.get(workshop.id) || null })),
      near,
    };
    return respond(ctx, feed, LIST_TAGS);
  },

  /** GET /api/workshop-places: where the workshops are that pass the query's filters, for a picture of the country. */
  async places(ctx: RequestContext) {
    const index = await searched(strapi);
    const search = await searchOf(strapi, ctx, index);
    return respond(ctx, searchedOverview(strapi, index, search), LIST_TAGS);
  },

  /** GET /api/workshop-tiles/:z/:x/:y: a map tile of the workshops that pass the query's filters. */
  async tile(ctx: RequestContext) {
    const index = await searched(strapi);
    const search = await searchOf(strapi, ctx, index);
    const tile = searchedTile(strapi, index, search, tileOf(ctx.params));
    return respondWith(ctx, tile, LIST_TAGS, 'application/vnd.mapbox-vector-tile');
  },

  /** GET /api/workshops/:slug: a workshop's own page, also when it is private, cancelled or over. */
  async findOne(ctx: RequestContext) {
    requireKnownParameters(ctx);
    const slug = slugOf(ctx);
    const workshop: StoredWorkshop | null = await rows(strapi, WORKSHOP).findOne({
      where: { ...withPage, ...seenRows(WORKSHOP), slug },
      populate: DETAIL_POPULATE,
    });
    if (!workshop)
      return notFound(ctx, 'There is no such workshop.', ['workshop'], await movedTo(strapi, WORKSHOP, slug));
    const index = await searched(strapi);
    const now = seenAt();
    const own = toOwnSummary(workshop);
    const tags = [
      `workshop:${workshop.documentId}`,
      `regional-partner:${workshop.partner.documentId}`,
      'scholarship',
      'pricing',
    ];
    const detail = toDetail(workshop, {
      hasScholarship: index.hasScholarship(scholarshipState(own, null), now),
      price: index.priceOf(own.fee, workshop.partner.documentId, now),
    });
    return respond(ctx, detail, tags);
  },
});

/** What someone who looks near a place is told of private workshops: those of the partner who serves it. */
function joinableNear(
  index: SearchedIndex,
  search: WorkshopSearch,
  near: Near | null,
  [partner]: SearchedPartner[],
): JoinableWorkshop[] {
  if (near?.status !== 'found' || !partner) return [];
  if (search.partner && search.partner !== partner.slug) return [];
  return index.joinable.near(near.place, partner.documentId, search, seenAt());
}

async function readNotes(
  strapi: Core.Strapi,
  workshops: { id: string }[],
): Promise<Map<string, string | null>> {
  const found: { documentId: string; notes: string | null }[] = await rows(strapi, WORKSHOP).findMany({
    where: { ...withPage, ...seenRows(WORKSHOP), documentId: { $in: workshops.map(({ id }) => id) } },
    select: ['documentId', 'notes'],
  });
  return new Map(found.map(({ documentId, notes }) => [documentId, notes]));
}

/** What is asked for. A partner may be named by an address it had before: calendars subscribe to it. */
async function searchOf(
  strapi: Core.Strapi,
  ctx: RequestContext,
  { partners }: SearchedIndex,
): Promise<WorkshopSearch> {
  const { search, ignored } = parseWorkshopSearch(ctx.querystring);
  requireKnownParameters(ctx, ignored);
  const { partner } = search;
  if (!partner || partners.some(({ slug }) => slug === partner)) return search;
  return { ...search, partner: (await movedTo(strapi, PARTNER, partner)) ?? partner };
}

const nearOf = ({ near }: WorkshopSearch): Near | null => (near ? findNear(near) : null);

/** @throws ValidationError (400) when there is no such tile. */
function tileOf(params: Record<string, string>): TileAddress {
  const [z = -1, x = -1, y = -1] = ['z', 'x', 'y'].map((name) =>
    /^\d{1,4}$/.test(params[name] ?? '') ? Number(params[name]) : -1,
  );
  if (z < 0 || z > TILE_MAX_ZOOM || Math.min(x, y) < 0 || Math.max(x, y) >= 2 ** z)
    throw new errors.ValidationError(
      `There is no such tile: the zoom goes from 0 to ${TILE_MAX_ZOOM}, x and y from 0 to below 2 to the power of it.`,
    );
  return { z, x, y };
}
