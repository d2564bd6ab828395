import {
  formatWhen,
  formatWorkshopSearch,
  type Near,
  type PlaceKind,
  type Site,
  type WorkshopFeedEntry,
  type WorkshopSearch,
} from '@deep-dive/shared-types';
import { formatLabels, kindLabels } from '../../src/workshops/labels';
import { wholePriceLabel } from '../../src/workshops/price';

/** What a feed says of itself. */
export interface FeedInfo {
  /** "Deep Dive workshops near Denver, CO, and virtual ones: Professional Learning". */
  title: string;
  /** The address visitors use, without a slash at the end. */
  siteUrl: string;
  /** The feed's own search as a query string ("?kind=intro", or empty). */
  query: string;
}

/** A feed's search: that of the finder, without how its list is cut up and ordered. */
export function feedSearch({ page, sort, ...search }: WorkshopSearch): WorkshopSearch {
  return search;
}

/** What a search's feed is called, and where it belongs. `near` is what was made of the search's place, if it has one. */
export function feedInfo(
  { name }: Site,
  siteUrl: string,
  search: WorkshopSearch,
  near: Near | null,
): FeedInfo {
  return {
    title: `${whatIsListed(search, near)}: ${name}`,
    siteUrl,
    query: formatWorkshopSearch(search),
  };
}

const prepositions: Record<PlaceKind, string> = { zip: 'near', city: 'near', point: 'around', state: 'in' };

/** Virtual workshops are in every feed, wherever it looks, unless its search is for another format. */
function whatIsListed({ kind, format, bbox, near: text }: WorkshopSearch, near: Near | null): string {
  const workshops = kind ? `${kindLabels[kind]} workshops` : 'Workshops';
  const virtual = `Virtual ${kind ? workshops : 'workshops'}`;
  if (format === 'virtual') return virtual;
  if (bbox || !near) return workshops;
  if (near.status !== 'found') return `${format ? workshops : virtual} (we couldn’t find “${text}”)`;
  const { kind: placeKind, label } = near.place;
  return `${workshops} ${prepositions[placeKind]} ${label}${format ? '' : ', and virtual ones'}`;
}

/** The absolute address of a workshop's page. */
export function workshopUrl(siteUrl: string, slug: string): string {
  return `${siteUrl}/workshops/${slug}`;
}

/** What a feed says of a workshop besides its name, time and place, line by line. */
export function describeWorkshop(workshop: WorkshopFeedEntry, url: string): string[] {
  const { kind, format, status, price, hasScholarship, partner, registrationUrl, notes } = workshop;
  return [
    status === 'cancelled' && 'This workshop has been cancelled.',
    status === 'full' && 'This workshop is full.',
    formatWhen(workshop),
    `${kindLabels[kind]}, ${formatLabels[format].toLowerCase()}, hosted by ${partner.name}`,
    price.perPersonCents === null ? wholePriceLabel(price) : `Cost: ${wholePriceLabel(price)}`,
    hasScholarship && 'Scholarships are available.',
    registrationUrl && `Register: ${registrationUrl}`,
    `Details: ${url}`,
    ...(notes ? ['', notes] : []),
  ].filter((line) => typeof line === 'string');
}
