import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { type Desk, isNational, requireReads } from '../inquiries/desk';
import { inquiriesWhere } from '../inquiries/store';
import { areaOf, type Town, townOf } from '../places';
import type { DemandArea, DemandPage, DemandRequest } from '../rules/demand';
import { proposedTitle } from '../rules/proposals';
import { partnerFor } from '../rules/territory';
import { WORKSHOP } from '../schema/uids';
import { searched } from '../search';
import { refusingAtOnce } from '../strapi/at-once';
import { nameOfArea, neededBy, readPool } from './pool';

/** Messages that are looked through for schools that ask for a workshop. */
const MOST_REQUESTS = 5_000;

/** The most that a workshop's form takes. */
const MOST_PLACES = 10_000;

/** An area with the town it is called by. */
type Known = DemandArea & { town: Town };

/** Where teachers want a workshop, as far as it concerns somebody. @throws ForbiddenError for whom it doesn't */
export async function demandFor(strapi: Core.Strapi, desk: Desk): Promise<DemandPage> {
  const areas = await areasFor(strapi, desk);
  return { areas: areas.map(({ town: _, ...area }) => area), mayStart: desk.givesPlaces };
}

async function areasFor(strapi: Core.Strapi, desk: Desk): Promise<Known[]> {
  if (!desk.counts) requireReads(desk);
  const [pool, requests, { partners }] = await Promise.all([
    readPool(strapi, Date.now()),
    requestsFor(strapi, desk),
    searched(strapi),
  ]);
  const own = desk.reads && !isNational(desk) ? desk.reads.partner : null;
  return [...new Set([...pool.keys(), ...requests.keys()])]
    .flatMap((key): Known[] => {
      const town = townOf(key);
      if (!town) return [];
      const partner = partnerFor(town.zip, partners);
      if (own !== null && partner?.documentId !== own) return [];
      const { teachers = 0, people = 0 } = pool.get(key) ?? {};
      return [
        {
          key,
          area: nameOfArea(town),
          latitude: town.latitude,
          longitude: town.longitude,
          teachers,
          people,
          needed: neededBy(partner),
          partner: partner && { documentId: partner.documentId, name: partner.name },
          requests: requests.get(key) ?? [],
          town,
        },
      ];
    })
    .sort((one, other) => other.teachers - one.teachers || one.area.localeCompare(other.area));
}

/** Schools that asked for a workshop and wait for it, by area, the latest first: of those whose messages somebody reads. */
async function requestsFor(strapi: Core.Strapi, { reads }: Desk): Promise<Map<string, DemandRequest[]>> {
  const byArea = new Map<string, DemandRequest[]>();
  if (!reads) return byArea;
  const waiting = {
    purpose: { $in: ['school', 'private'] },
    state: { $notIn: ['closed', 'withdrawn'] },
    zip: { $notNull: true },
  };
  for (const { id, name, school, teachers, at, zip } of await inquiriesWhere(
    strapi,
    { $and: [reads, waiting] },
    { limit: MOST_REQUESTS },
  )) {
    const key = areaOf(zip ?? '');
    const known = byArea.get(key) ?? [];
    known.push({ inquiry: id, name, school, teachers, at });
    byArea.set(key, known);
  }
  return byArea;
}

/**
 * Makes a draft of a workshop in an area, for the partner who serves it: where it is held, and room for all who want it. When it
 * is published, those in the area are told first.
 * @throws ForbiddenError NotFoundError ValidationError
 */
export async function draftFor(
  strapi: Core.Strapi,
  desk: Desk,
  key: string,
): Promise<{ documentId: string }> {
  const area = (await areasFor(strapi, desk)).find((each) => each.key === key);
  if (!desk.givesPlaces)
    throw new errors.ForbiddenError('Workshops are made by the Regional Partner who serves the area.');
  if (!area) throw new errors.NotFoundError('Nobody wants a workshop there any more.');
  if (!area.partner)
    throw new errors.ValidationError(
      'No Regional Partner serves this area. Add it to a territory first, then try again.',
    );
  const { town, teachers, needed, partner } = area;
  const { city, state, zip } = town;
  const held = { kind: 'deep-dive', format: 'in-person' };
  const data = {
    title: proposedTitle({ ...held, city }),
    ...held,
    // The partner says when.
    sessions: [],
    venue: { city, state, zip },
    capacity: Math.min(Math.max(needed, teachers), MOST_PLACES),
    partner: partner.documentId,
  };
  const { documentId } = await refusingAtOnce(strapi, [], () =>
    strapi.documents(WORKSHOP as 'api::workshop.workshop').create({ data: data as never }),
  );
  return { documentId };
}
