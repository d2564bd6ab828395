import type { Core } from '@strapi/strapi';
import { findZip } from '../places';
import type { Typed, whereAndWhen } from '../rules/derived';
import { type Neighbor, workshopRemarks } from '../rules/remarks';
import type { Session } from '../rules/schedule';
import { feeNotes, type TypedFee, type TypedTerms } from '../rules/terms';
import { type PartnerTerritory, partnerFor } from '../rules/territory';
import { PARTNER, PRICING, WORKSHOP } from '../schema/uids';
import type { Rehearsal } from '../strapi/at-once';
import { rows } from '../strapi/documents';

interface Remarked extends Typed, TypedFee {
  documentId: string;
  kind: string;
  visibility: string;
  joinable: boolean | null;
  partner: { documentId: string; name: string } | null;
}

interface StoredNeighbor {
  title: string;
  kind: string;
  sessions: Session[];
  venue: { zip: string | null } | null;
}

/** Looks around a workshop, as it was just stored: how visitors will see it, and what is worth a second look. */
export async function remarksOn(
  strapi: Core.Strapi,
  workshop: Remarked,
  { venue, kept }: ReturnType<typeof whereAndWhen>,
): Promise<Rehearsal> {
  const place = venue && findZip(venue.zip);
  const partners: PartnerTerritory[] = place
    ? await rows(strapi, PARTNER).findMany({ select: ['name'], populate: { territory: true } })
    : [];
  const where = venue && `${venue.city}, ${venue.state}`;
  const remarks = workshopRemarks(
    {
      kind: workshop.kind,
      sessions: workshop.sessions,
      where,
      zip: place?.zip ?? null,
      timeZone: kept.timeZone,
      localTimeZone: place?.timeZone ?? null,
      visibility: workshop.visibility,
      format: workshop.format,
      joinable: workshop.joinable === true,
    },
    {
      partner: workshop.partner?.name ?? null,
      owner: place ? (partnerFor(place.zip, partners)?.name ?? null) : null,
      others:
        kept.startsAt && kept.endsAt ? await neighbors(strapi, workshop, kept.startsAt, kept.endsAt) : [],
    },
  );
  const fee = await feeRemarks(strapi, workshop);
  return { remarks: [...remarks, ...fee], shown: [kept.when, where].filter(Boolean).join(' · ') };
}

/** Where a workshop's own fee contradicts the group prices of its partner, and what visitors are told then. */
async function feeRemarks(strapi: Core.Strapi, workshop: Remarked): Promise<string[]> {
  if (!workshop.partner || workshop.feeKind !== 'amount') return [];
  const terms: Pick<TypedTerms, 'groupPrices'> | null = await rows(strapi, PARTNER).findOne({
    where: { documentId: workshop.partner.documentId },
    populate: { groupPrices: true },
  });
  const pricing: { pricePerPerson: number } | null = await rows(strapi, PRICING).findOne({
    where: { publishedAt: { $notNull: true } },
  });
  if (!terms) return [];
  return feeNotes(workshop, terms, pricing?.pricePerPerson ?? null).map(({ message }) => message);
}

/** The same partner's workshops that take place in the same days. */
async function neighbors(
  strapi: Core.Strapi,
  { documentId, partner }: Remarked,
  startsAt: string,
  endsAt: string,
): Promise<Neighbor[]> {
  if (!partner) return [];
  const found: StoredNeighbor[] = await rows(strapi, WORKSHOP).findMany({
    where: {
      documentId: { $ne: documentId },
      publishedAt: null,
      partner: { documentId: partner.documentId },
      availability: { $ne: 'cancelled' },
      startsAt: { $lte: endsAt },
      endsAt: { $gte: startsAt },
    },
    select: ['title', 'kind'],
    populate: { sessions: true, venue: { select: ['zip'] } },
    limit: 100,
  });
  return found.map(({ title, kind, sessions, venue }) => ({
    title,
    kind,
    zip: (venue?.zip && findZip(venue.zip)?.zip) || null,
    dates: sessions.map(({ date }) => date),
  }));
}
