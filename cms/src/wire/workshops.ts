import type {
  Fee,
  PartnerContact,
  SessionInstants,
  WorkshopDetail,
  WorkshopFeature,
  WorkshopFormat,
  WorkshopKind,
  WorkshopPlace,
  WorkshopStatus,
  WorkshopSummary,
} from '@deep-dive/shared-types';
import { inOrder, type Session, sessionInstants } from '../rules/schedule';

/** A published workshop with its sessions, venue and partner loaded. */
export interface StoredWorkshop {
  documentId: string;
  slug: string;
  title: string;
  kind: WorkshopKind;
  format: WorkshopFormat;
  availability: WorkshopStatus;
  capacity: number | null;
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
  feeKind: 'ask' | 'amount' | 'free';
  feeAmount: number | null;
  notes: string | null;
  partner: PartnerContact & { documentId: string };
}

/** What is loaded with a workshop for lists, and what for its own page. */
export const SUMMARY_POPULATE = {
  sessions: true,
  venue: true,
  partner: { select: ['documentId', 'name', 'slug'] },
};
export const DETAIL_POPULATE = {
  ...SUMMARY_POPULATE,
  partner: {
    select: ['documentId', 'name', 'slug', 'contactName', 'email', 'phone', 'website', 'costNote'],
  },
};

/** A workshop as lists, the map and feeds show it. */
export function toSummary(workshop: StoredWorkshop): WorkshopSummary {
  const { slug, title, kind, format, availability, sessions, timeZone, capacity, partner } = workshop;
  return {
    slug,
    title,
    kind,
    format,
    status: availability,
    sessions: inOrder(sessions).map((session) => instantsOf(session, timeZone)),
    timeZone,
    place: toPlace(workshop),
    capacity,
    fee: toFee(workshop),
    partner: { name: partner.name, slug: partner.slug },
  };
}

const KNOWN_INSTANTS = 20_000;
const known = new Map<string, SessionInstants>();

/** Working out instants takes most of the time of a feed, and they hardly ever change. */
function instantsOf(session: Session, timeZone: string): SessionInstants {
  const key = [session.date, session.startTime, session.endTime, timeZone].join(' ');
  let instants = known.get(key);
  if (!instants) {
    instants = sessionInstants(session, timeZone);
    if (known.size >= KNOWN_INSTANTS) known.clear();
    known.set(key, instants);
  }
  return instants;
}

/** A workshop as its own page shows it. */
export function toDetail(workshop: StoredWorkshop): WorkshopDetail {
  const { registrationUrl, notes, venue, partner, format } = workshop;
  const { name, slug, contactName, email, phone, website, costNote } = partner;
  const place = format === 'virtual' ? null : venue;
  return {
    ...toSummary(workshop),
    registrationUrl: registrationUrl || null,
    notes: notes || null,
    street: place?.street || null,
    directions: place?.directions || null,
    contact: {
      name,
      slug,
      contactName: contactName || null,
      email: email || null,
      phone: phone || null,
      website: website || null,
      costNote: costNote || null,
    },
  };
}

/** A workshop as GeoJSON (RFC 7946: longitude before latitude). */
export function toFeature(workshop: StoredWorkshop): WorkshopFeature {
  const { latitude, longitude } = workshop;
  return {
    type: 'Feature',
    geometry:
      latitude === null || longitude === null ? null : { type: 'Point', coordinates: [longitude, latitude] },
    properties: toSummary(workshop),
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
