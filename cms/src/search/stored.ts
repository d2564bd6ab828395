import { setImmediate } from 'node:timers/promises';
import { type PartnerContact, type PartnerTerms, toCents } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { inOrder } from '../rules/schedule';
import type { PartnerTerritory } from '../rules/territory';
import { announced, isJoinable, joinable } from '../rules/visibility';
import type { Entry } from '../schema/model';
import { PARTNER, PRICING, WORKSHOP } from '../schema/uids';
import { rows } from '../strapi/documents';
import { seenRows } from '../strapi/seen';
import {
  CONTACT_FIELDS,
  type StoredWorkshop,
  SUMMARY_POPULATE,
  toFeedExtras,
  toOwnSummary,
} from '../wire/workshops';
import { dayNumber, type IndexedWorkshop } from './indexed';
import { cellOf, type IndexedJoinable } from './joinable';

/** A partner as searches need it: where it serves, how to reach it, and what it says about price. */
export type SearchedPartner = PartnerContact &
  PartnerTerritory &
  PartnerTerms & {
    documentId: string;
    /** From how many teachers on they think of a workshop; null where they never said. */
    teachersNeeded: number | null;
  };

/** Rows read at a time. SQLite passes through all components at each reading, so it should be seldom. */
const BATCH = 10_000;
/** Of some, which may be those of a large import: whoever asks for something has their turn in between. */
const FEWER = 500;

/** Every announced workshop there is. */
export async function readWorkshops(strapi: Core.Strapi, now: Date): Promise<IndexedWorkshop[]> {
  return (await readAll(strapi, announced(now))).map(toIndexed);
}

/** Those of some workshops (by documentId) that are announced. */
export async function readSome(
  strapi: Core.Strapi,
  documentIds: string[],
  now: Date,
): Promise<IndexedWorkshop[]> {
  return (await readOf(strapi, documentIds, announced(now))).map(toIndexed);
}

/** Every private workshop that strangers may ask to join. */
export async function readJoinable(strapi: Core.Strapi, now: Date): Promise<IndexedJoinable[]> {
  return (await readAll(strapi, joinable(now))).flatMap((workshop) => toJoinable(workshop, now));
}

/** Those of some workshops (by documentId) that strangers may ask to join. */
export async function readSomeJoinable(
  strapi: Core.Strapi,
  documentIds: string[],
  now: Date,
): Promise<IndexedJoinable[]> {
  const found = await readOf(strapi, documentIds, joinable(now));
  return found.flatMap((workshop) => toJoinable(workshop, now));
}

async function readAll(strapi: Core.Strapi, where: Entry): Promise<StoredWorkshop[]> {
  const workshops: StoredWorkshop[] = [];
  let batch: StoredWorkshop[];
  let last = 0;
  do {
    batch = await rows(strapi, WORKSHOP).findMany({
      where: { ...where, ...seenRows(WORKSHOP), id: { $gt: last } },
      orderBy: [{ id: 'asc' }],
      limit: BATCH,
      populate: SUMMARY_POPULATE,
    });
    workshops.push(...batch);
    last = batch.at(-1)?.id ?? last;
  } while (batch.length === BATCH);
  return workshops;
}

async function readOf(strapi: Core.Strapi, documentIds: string[], where: Entry): Promise<StoredWorkshop[]> {
  const workshops: StoredWorkshop[] = [];
  for (let from = 0; from < documentIds.length; from += FEWER) {
    if (from > 0) await setImmediate();
    workshops.push(
      ...(await rows(strapi, WORKSHOP).findMany({
        where: {
          ...where,
          ...seenRows(WORKSHOP),
          documentId: { $in: documentIds.slice(from, from + FEWER) },
        },
        populate: SUMMARY_POPULATE,
      })),
    );
  }
  return workshops;
}

export function readPartners(strapi: Core.Strapi): Promise<SearchedPartner[]> {
  return rows(strapi, PARTNER).findMany({
    select: [...CONTACT_FIELDS, 'teachersNeeded'],
    populate: { territory: true, discounts: true, groupPrices: true },
  });
}

/** The national value of a place, in cents; null while it is not published. */
export async function readValueCents(strapi: Core.Strapi): Promise<number | null> {
  const [pricing]: { pricePerPerson: number }[] = await rows(strapi, PRICING).findMany({
    where: seenRows(PRICING),
    select: ['pricePerPerson'],
    limit: 1,
  });
  return pricing ? toCents(Number(pricing.pricePerPerson)) : null;
}

function toIndexed(workshop: StoredWorkshop): IndexedWorkshop {
  const { documentId, slug, kind, format, partner, sessions, startsAt, endsAt } = workshop;
  const summary = toOwnSummary(workshop);
  const { latitude = null, longitude = null, city = '', state = '' } = summary.place ?? {};
  return {
    id: documentId,
    slug,
    startsAt: Date.parse(startsAt),
    endsAt: Date.parse(endsAt),
    kind,
    format,
    status: summary.status,
    partner: partner.documentId,
    days: inOrder(sessions).map(({ date }) => dayNumber(date)),
    location: latitude === null || longitude === null ? null : { latitude, longitude, city, state },
    ...toFeedExtras(workshop),
    summary: JSON.stringify(summary),
  };
}

function toJoinable(workshop: StoredWorkshop, now: Date): IndexedJoinable[] {
  const { documentId, partner, kind, sessions, endsAt, latitude, longitude } = workshop;
  const [first] = inOrder(sessions);
  if (!isJoinable({ ...workshop, published: true, hasPartner: true }, now)) return [];
  if (!first || latitude === null || longitude === null) return [];
  return [
    {
      id: documentId,
      partner: partner.documentId,
      kind,
      month: first.date.slice(0, 7),
      endsAt: Date.parse(endsAt),
      cell: cellOf({ latitude, longitude }),
    },
  ];
}
