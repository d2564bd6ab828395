import type {
  Fee,
  PartnerContact,
  SessionInstants,
  WorkshopDetail,
  WorkshopFormat,
  WorkshopKind,
  WorkshopPlace,
  WorkshopStatus,
  WorkshopSummary,
} from '@deep-dive/shared-types';
import { LRUCache } from 'lru-cache';
import { normalizeZip } from '../places';
import { placesLeft, statusOf } from '../rules/places-left';
import { inOrder, type Session, sessionInstants } from '../rules/schedule';

/** A published workshop with its sessions, venue and partner loaded. Instants are ISO 8601. */
export interface StoredWorkshop {
  id: number;
  documentId: string;
  slug: string;
  title: string;
  kind: WorkshopKind;
  format: WorkshopFormat;
  availability: WorkshopStatus;
  visibility: 'public' | 'private' | 'hidden';
  joinable: boolean | null;
  startsAt: string;
  endsAt: string;
  publishedAt: string;
  capacity: number | null;
  placesTaken: number | null;
  sessions: Session[];
  timeZone: string;
  latitude: number | null;
  longitude: number | null;
  venue: {
    name: string | null;
    street: string | null;
    zip: string;
    city: string | null;
    state: string | null;
    directions: string | null;
  } | null;
  registrationUrl: string | null;
  contactName: string | null;
  contactEmail: string | null;
  contactPhone: string | null;
  feeKind: 'ask' | 'amount' | 'free';
  feeAmount: number | null;
  notes: string | null;
  partner: PartnerContact & { documentId: string };
}

/** What visitors see of a partner beside a workshop. */
export const CONTACT_FIELDS = [
  'documentId',
  'name',
  'slug',
  'contactName',
  'email',
  'phone',
  'website',
  'costNote',
];

/** What is loaded with a workshop for searching, and what for its own page. */
export const SUMMARY_POPULATE = {
  sessions: true,
  venue: true,
  partner: { select: ['documentId', 'name', 'slug'] },
};
export const DETAIL_POPULATE = { ...SUMMARY_POPULATE, partner: { select: CONTACT_FIELDS } };

/** What lists show of a workshop but follows from other documents as well. */
export type FromOthers = Pick<WorkshopSummary, 'hasScholarship' | 'partner' | 'price'>;

/** What lists show of a workshop and that follows from it alone. */
export type OwnSummary = Omit<WorkshopSummary, keyof FromOthers>;

/** A workshop as lists and feeds show it, but for what follows from other documents. */
export function toOwnSummary(workshop: StoredWorkshop): OwnSummary {
  const { documentId, slug, title, kind, format, sessions, timeZone, capacity } = workshop;
  return {
    id: documentId,
    slug,
    title,
    kind,
    format,
    status: statusOf(workshop),
    sessions: inOrder(sessions).map((session) => instantsOf(session, timeZone)),
    timeZone,
    place: toPlace(workshop),
    capacity,
    placesLeft: placesLeft(workshop),
    fee: toFee(workshop),
    registrationUrl: workshop.registrationUrl || null,
  };
}

const KNOWN_INSTANTS = 20_000;
const known = new LRUCache<string, SessionInstants>({ max: KNOWN_INSTANTS });

/** Working out instants takes most of the time of a feed, and they hardly ever change. */
function instantsOf(session: Session, timeZone: string): SessionInstants {
  const key = [session.date, session.startTime, session.endTime, timeZone].join(' ');
  let instants = known.get(key);
  if (!instants) {
    instants = sessionInstants(session, timeZone);
    known.set(key, instants);
  }
  return instants;
}

/** What feeds tell of a workshop besides its summary and notes. */
export function toFeedExtras({ venue, format, publishedAt }: StoredWorkshop) {
  return {
    street: (format !== 'virtual' && venue?.street) || null,
    updatedAt: new Date(publishedAt).toISOString(),
  };
}

/** A workshop as its own page shows it: of a private one no more than helps to decide whether to ask for a seat. */
export function toDetail(
  workshop: StoredWorkshop,
  others: Pick<FromOthers, 'hasScholarship' | 'price'>,
): WorkshopDetail {
  const { venue, format, partner } = workshop;
  const detail: WorkshopDetail = {
    ...toOwnSummary(workshop),
    ...toFeedExtras(workshop),
    notes: workshop.notes || null,
    ...others,
    partner: { name: partner.name, slug: partner.slug },
    visibility: 'public',
    directions: (format !== 'virtual' && venue?.directions) || null,
    contact: contactOf(workshop),
  };
  return workshop.visibility === 'public' ? detail : withheld(detail);
}

function withheld(detail: WorkshopDetail): WorkshopDetail {
  const { place } = detail;
  return {
    ...detail,
    visibility: 'private',
    place: place && {
      ...place,
      venue: null,
      zip: normalizeZip(place.zip) ?? '',
      latitude: null,
      longitude: null,
    },
    street: null,
    directions: null,
    notes: null,
    registrationUrl: null,
  };
}

/** Whom to ask about a workshop: who is named with it, reached as the partner is where nothing else is said. */
function contactOf({ partner, contactName, contactEmail, contactPhone }: StoredWorkshop): PartnerContact {
  const contact = toContact(partner);
  if (!contactName && !contactEmail && !contactPhone) return contact;
  const reached =
    contactEmail || contactPhone ? { email: contactEmail || null, phone: contactPhone || null } : {};
  return { ...contact, contactName: contactName || null, ...reached };
}

/** Ways to reach a partner; what isn't filled in is null. */
export function toContact(partner: PartnerContact): PartnerContact {
  const { name, slug, contactName, email, phone, website, costNote } = partner;
  return {
    name,
    slug,
    contactName: contactName || null,
    email: email || null,
    phone: phone || null,
    website: website || null,
    costNote: costNote || null,
  };
}

function toPlace({ format, venue, latitude, longitude }: StoredWorkshop): WorkshopPlace | null {
  if (format === 'virtual' || !venue) return null;
  const { name, city, state, zip } = venue;
  return { venue: name || null, city: city ?? '', state: state ?? '', zip, latitude, longitude };
}

function toFee({ feeKind, feeAmount }: StoredWorkshop): Fee {
  if (feeKind === 'free') return { type: 'free' };
  if (feeKind === 'amount' && feeAmount !== null) return { type: 'amount', usd: Number(feeAmount) };
  return { type: 'ask' };
}
