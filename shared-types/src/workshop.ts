import type { TeacherDemand } from './demand.js';
import type { Near } from './place.js';
import type { Fee, ListPrice } from './price.js';

/** What a workshop teaches. */
export type WorkshopKind = 'intro' | 'deep-dive';
/** How a workshop is held. */
export type WorkshopFormat = 'in-person' | 'virtual' | 'hybrid';
/** Whether a visitor can still come. */
export type WorkshopStatus = 'scheduled' | 'full' | 'cancelled';

/** One sitting of a workshop, as two UTC instants in ISO 8601 ("2027-03-06T16:00:00Z"). Show them in the workshop's time zone. */
export interface SessionInstants {
  /** @format date-time */
  startsAt: string;
  /** @format date-time */
  endsAt: string;
}

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

/** A workshop as lists and feeds show it. */
export interface WorkshopSummary {
  /** Names the workshop for ever, even when its address changes. */
  id: string;
  slug: string;
  title: string;
  kind: WorkshopKind;
  format: WorkshopFormat;
  status: WorkshopStatus;
  /**
   * In order of time; never empty.
   * @minItems 1
   */
  sessions: SessionInstants[];
  /**
   * IANA name ("America/Denver"): the venue's zone, or the one chosen for a virtual workshop.
   * @format time-zone
   */
  timeZone: string;
  /** Null when the workshop is virtual. */
  place: WorkshopPlace | null;
  /** Places in the room; null when the partner has not said. */
  capacity: number | null;
  /** How many of them are left; null when nobody keeps count. */
  placesLeft: number | null;
  fee: Fee;
  /** What a place costs, by the workshop's fee, the partner's terms and the national value (see `quote`). */
  price: ListPrice;
  /** Whether a scholarship can still be had for it, by whoever looked near a place, or by anyone. */
  hasScholarship: boolean;
  /** Where people sign up; null when the partner takes registrations some other way. */
  registrationUrl: string | null;
  partner: { name: string; slug: string };
}

/** A workshop in the finder's list. */
export interface WorkshopResult extends WorkshopSummary {
  /**
   * Miles from the place that was searched, as the crow flies; null without such a place, or for a virtual workshop. Of a
   * state, those in it have none, and those beyond it are measured from its middle.
   */
  distanceMiles: number | null;
}

/** A workshop in a feed. */
export interface WorkshopFeedEntry extends WorkshopSummary {
  notes: string | null;
  street: string | null;
  /**
   * When what visitors see of it was last published, as a UTC instant in ISO 8601.
   * @format date-time
   */
  updatedAt: string;
}

/** `/api/workshop-feed`: upcoming public workshops, the cancelled ones among them, soonest first and no more than `FEED_LIMIT`. */
export interface WorkshopFeed {
  /** How many there are, also beyond the limit. */
  total: number;
  workshops: WorkshopFeedEntry[];
  /** What was made of the place that was searched; null when none was. */
  near: Near | null;
}
/** The most workshops a feed holds. */
export const FEED_LIMIT = 2000;

/** `/workshops.geojson`: upcoming public workshops. A workshop without coordinates has a null geometry. */
export interface WorkshopFeatureCollection {
  type: 'FeatureCollection';
  /** How many there are, and how many of them these are: OGC API – Features has these names. */
  numberMatched: number;
  numberReturned: number;
  features: WorkshopFeature[];
}
/** One workshop as GeoJSON. Coordinates are [longitude, latitude]. */
export interface WorkshopFeature {
  type: 'Feature';
  /** The workshop's `id`. */
  id: string;
  geometry: { type: 'Point'; coordinates: [number, number] } | null;
  properties: WorkshopSummary;
}

/**
 * `/api/workshop-places`: where the workshops are, for a picture of the whole country; what would be one mark there is one
 * entry. Degrees (WGS 84), and how many workshops of each kind.
 */
export interface WorkshopPlaces {
  places: [longitude: number, latitude: number, deepDive: number, intro: number][];
}

/**
 * A symbol on the map, as `/api/workshop-tiles/{z}/{x}/{y}` has it: a point in the layer `WORKSHOP_LAYER` of a vector tile
 * (Mapbox Vector Tile 2.1) with these properties. It stands for one place, or for several that are too close to part.
 */
export interface WorkshopSpot {
  deepDive: number;
  intro: number;
  /** How many places it stands for. */
  places: number;
  /** "Denver, CO": the place, or the one of them with the most workshops. */
  name: string;
  /** The smallest bounds about the places, in degrees. */
  west: number;
  south: number;
  east: number;
  north: number;
}
export const WORKSHOP_LAYER = 'workshops';
/** The closest zoom of the tiles; maps enlarge these beyond it. */
export const TILE_MAX_ZOOM = 11;

/**
 * A workshop's own page. Of a private one there is only what helps to decide whether to ask for a seat: no venue, street,
 * directions, notes or registration link.
 */
export interface WorkshopDetail extends WorkshopFeedEntry {
  visibility: 'public' | 'private';
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

/**
 * One page of the upcoming public workshops that a search asks for. A search for a place or an area lists those held
 * there; virtual ones, which anyone can attend, come besides in `virtual`, unless the search is for them.
 */
export interface WorkshopList {
  /** How many there are on all pages together. */
  total: number;
  /** From 1. */
  page: number;
  pageSize: number;
  pageCount: number;
  workshops: WorkshopResult[];
  /** Null when the search names no place. */
  near: Near | null;
  /** The soonest virtual workshops that match the search in all but the place, and how many there are. Null when the search has no place or area, or asks for a format of its own. */
  virtual: { total: number; workshops: WorkshopResult[] } | null;
  /** When there is none within the radius: the nearest beyond it, three at most. */
  beyond: WorkshopResult[];
  /** The Regional Partners who serve the place that was searched: one at most, or for a whole state all who serve a part of it. Empty when there is none, or no place. */
  partners: PartnerContact[];
  /** Private workshops that the Regional Partner of the place would have others join, the soonest first. */
  joinable: JoinableWorkshop[];
  /** Null where too few have asked, or no Regional Partner serves the place, or there is none. */
  demand: TeacherDemand | null;
}

/** All that strangers are told of a private workshop they may ask to join. */
export interface JoinableWorkshop {
  /** In which month, where it is held: "2027-03". */
  month: string;
  kind: WorkshopKind;
  /** It is within so many miles of the place that was searched: never more exact. */
  withinMiles: number;
}
/** How many virtual workshops come besides the others, and how many beyond the radius. */
export const ASIDE_SIZE = 3;

/** What the site tells search engines about. Dates are ISO 8601 instants. */
export interface SitemapEntries {
  pages: { slug: string; updatedAt: string }[];
  workshops: { slug: string; updatedAt: string }[];
  partners: { slug: string; updatedAt: string }[];
}
