import {
  formatWhen,
  formatWorkshopSearch,
  type Site,
  type WorkshopFeedEntry,
  type WorkshopSearch,
} from '@deep-dive/shared-types';
import { feeLabel } from '../../src/components/fee';
import { formatLabels, kindLabels } from '../../src/workshops/labels';

/** What a feed says of itself. */
export interface FeedInfo {
  /** "Deep Dive workshops near Denver, CO: Professional Learning". */
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

/** What a search's feed is called, and where it belongs. */
export function feedInfo({ name }: Site, siteUrl: string, search: WorkshopSearch): FeedInfo {
  const kind = search.kind ? `${kindLabels[search.kind]} workshops` : 'Workshops';
  const near = search.near ? ` near ${search.near}` : '';
  return { title: `${kind}${near}: ${name}`, siteUrl, query: formatWorkshopSearch(search) };
}

/** The absolute address of a workshop's page. */
export function workshopUrl(siteUrl: string, slug: string): string {
  return `${siteUrl}/workshops/${slug}`;
}

/** What a feed says of a workshop besides its name, time and place, line by line. */
export function describeWorkshop(workshop: WorkshopFeedEntry, url: string): string[] {
  const { kind, format, status, fee, hasScholarship, partner, registrationUrl, notes } = workshop;
  return [
    status === 'cancelled' && 'This workshop has been cancelled.',
    status === 'full' && 'This workshop is full.',
    formatWhen(workshop),
    `${kindLabels[kind]}, ${formatLabels[format].toLowerCase()}, hosted by ${partner.name}`,
    fee.type === 'ask' ? feeLabel(fee) : `Cost: ${feeLabel(fee)}`,
    hasScholarship && 'Scholarships are available.',
    registrationUrl && `Register: ${registrationUrl}`,
    `Details: ${url}`,
    ...(notes ? ['', notes] : []),
  ].filter((line) => typeof line === 'string');
}
