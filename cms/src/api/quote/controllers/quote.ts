import {
  type FieldProblem,
  lostPlaceAdvice,
  lostPlaceWords,
  type Place,
  parseQuoteQuery,
  type Quote,
  quote,
  quoteProblem,
} from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { findNear } from '../../../places';
import { scholarshipState } from '../../../rules/scholarship';
import { partnersServing } from '../../../rules/territory';
import { type SearchedIndex, searched } from '../../../search';
import { workshopAt } from '../../../search/workshop-at';
import { refuse } from '../../../strapi/refuse';
import { type RequestContext, requireKnownParameters, respond } from '../../../strapi/respond';
import { seenAt } from '../../../strapi/seen';
import { type OwnSummary, toContact } from '../../../wire/workshops';

const TAGS = ['regional-partner', 'pricing', 'scholarship', 'figure'];

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /api/quote: what so many people would pay, near a place or at a workshop. */
  async find(ctx: RequestContext) {
    const { query, problems, unknown } = parseQuoteQuery(ctx.querystring);
    requireKnownParameters(ctx, unknown);
    const near = query.near === undefined ? null : findNear(query.near);
    if (near && near.status !== 'found')
      problems.push(quoteProblem('near', `${lostPlaceWords(near)}. ${lostPlaceAdvice(near)}`));
    refuseFields(problems);

    const index = await searched(strapi);
    const now = seenAt();
    const place = near?.status === 'found' ? near.place : null;
    const workshop =
      query.workshop === undefined ? null : await workshopAt(strapi, index, query.workshop, now);
    if (query.workshop !== undefined && !workshop) refuseFields([quoteProblem('workshop')]);

    const partners = workshop
      ? index.partners.filter(({ slug }) => slug === workshop.partner)
      : partnersOf(place, index);
    const partner = partners.length === 1 ? (partners[0] ?? null) : null;
    const body: Quote = {
      ...quote({
        valueCents: index.valueCents,
        partner,
        fee: workshop?.own.fee ?? { type: 'ask' },
        people: query.people,
        scholarships: index.scholarships,
        state: workshop ? scholarshipState(workshop.own, place?.state ?? null) : (place?.state ?? null),
        now,
      }),
      place,
      others: near?.status === 'found' ? near.others : [],
      workshop: workshop && toQuoted(workshop.own),
      partner: partner && toContact(partner),
      partners: partners.map(toContact),
    };
    return respond(ctx, body, [...TAGS, ...(workshop ? [`workshop:${workshop.own.id}`] : [])]);
  },
});

const partnersOf = (place: Place | null, { partners }: SearchedIndex): SearchedIndex['partners'] =>
  place ? partnersServing(place, partners) : [];

function toQuoted({
  slug,
  title,
  kind,
  format,
  status,
  sessions,
  timeZone,
  place,
}: OwnSummary): Quote['workshop'] {
  const where = place && { city: place.city, state: place.state };
  return { slug, title, kind, format, status, sessions, timeZone, place: where };
}

/** @throws ValidationError (400) naming each field. */
function refuseFields(problems: FieldProblem[]): void {
  refuse(problems.map(({ field, message }) => ({ path: [field], message })));
}
