/** What a workshop teaches. */
export type WorkshopKind = 'intro' | 'deep-dive';
/** How a workshop is held. */
export type WorkshopFormat = 'in-person' | 'virtual' | 'hybrid';
/** Whether a visitor can still come. */
export type WorkshopStatus = 'scheduled' | 'full' | 'cancelled';

/** One sitting of a workshop, as two UTC instants in ISO 8601 ("2027-03-06T16:00:00Z"). Show them in the workshop's time zone. */
export interface SessionInstants {
  startsAt: string;
  endsAt: string;
}

/** What a seat costs one person. `ask` means nobody has said: it is never shown as free. Amounts are US dollars. */
export type Fee = { type: 'ask' } | { type: 'free' } | { type: 'amount'; usd: number };

/** Where a workshop meets. Coordinates are degrees (WGS 84) and null when the place has none. */
export interface WorkshopPlace {
  venue: string | null;
  city: string;
  /** Two-letter postal code of the state or territory. */
  state: string;
  zip: string;
  latitude: number | null;
  longitude: number | null;
}

/** A workshop as lists, the map and feeds show it. */
export interface WorkshopSummary {
  slug: string;
  title: string;
  kind: WorkshopKind;
  format: WorkshopFormat;
  status: WorkshopStatus;
  /** In order of time; never empty. */
  sessions: SessionInstants[];
  /** IANA name ("America/Denver"): the venue's zone, or the one chosen for a virtual workshop. */
  timeZone: string;
  /** Null when the workshop is virtual. */
  place: WorkshopPlace | null;
  /** Seats in the room; null when the partner has not said. */
  capacity: number | null;
  fee: Fee;
  partner: { name: string; slug: string };
}

/** `/workshops.geojson`: every upcoming public workshop. A workshop without coordinates has a null geometry. */
export interface WorkshopFeatureCollection {
  type: 'FeatureCollection';
  features: WorkshopFeature[];
}
/** One workshop as GeoJSON. Coordinates are [longitude, latitude]. */
export interface WorkshopFeature {
  type: 'Feature';
  geometry: { type: 'Point'; coordinates: [number, number] } | null;
  properties: WorkshopSummary;
}

/** A workshop's own page. */
export interface WorkshopDetail extends WorkshopSummary {
  /** Where people sign up; null when the partner takes registrations some other way. */
  registrationUrl: string | null;
  notes: string | null;
  street: string | null;
  directions: string | null;
  contact: PartnerContact;
}

/** Ways to reach a Regional Partner. */
export interface PartnerContact {
  name: string;
  slug: string;
  contactName: string | null;
  email: string | null;
  phone: string | null;
  website: string | null;
  costNote: string | null;
}

/** One page of the list of upcoming public workshops, soonest first. */
export interface WorkshopList {
  /** How many there are on all pages together. */
  total: number;
  /** From 1. */
  page: number;
  pageSize: number;
  pageCount: number;
  workshops: WorkshopSummary[];
}

/** What the site tells search engines about. Dates are ISO 8601 instants. */
export interface SitemapEntries {
  pages: { slug: string; updatedAt: string }[];
  workshops: { slug: string; updatedAt: string }[];
  partners: { slug: string; updatedAt: string }[];
}
