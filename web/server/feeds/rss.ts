import { formatDate, type WorkshopFeed, type WorkshopFeedEntry } from '@deep-dive/shared-types';
import { escapeHtml } from '../../src/escape';
import { addressLabel, formatLabels, kindLabels } from '../../src/workshops/labels';
import type { ResponseContent } from '../cached-response';
import { describeWorkshop, type FeedInfo, workshopUrl } from './feed';

/** More than any reader shows. */
const LIMIT = 100;

/** The upcoming workshops that take place as RSS 2.0 (https://www.rssboard.org/rss-specification), the latest news first. */
export function rssFeed({ workshops }: WorkshopFeed, { title, siteUrl, query }: FeedInfo): ResponseContent {
  const items = workshops
    .filter(({ status }) => status !== 'cancelled')
    .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
    .slice(0, LIMIT);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
${element('title', title)}
${element('link', `${siteUrl}/workshops${query}`)}
<atom:link href="${xmlText(`${siteUrl}/workshops.rss${query}`)}" rel="self" type="application/rss+xml"/>
${element('description', 'Upcoming professional learning workshops: dates, places and what they cost.')}
<language>en-us</language>
${items.map((workshop) => item(workshop, siteUrl)).join('\n')}
</channel>
</rss>
`;
  return { status: 200, contentType: 'application/rss+xml; charset=utf-8', body: Buffer.from(xml) };
}

function item(workshop: WorkshopFeedEntry, siteUrl: string): string {
  const { id, slug, title, kind, format, place, sessions, timeZone, updatedAt } = workshop;
  const url = workshopUrl(siteUrl, slug);
  const where = place ? `${place.city}, ${place.state}` : 'Online';
  const when = sessions.slice(0, 1).map(({ startsAt }) => formatDate(startsAt, timeZone));
  const lines = [addressLabel(workshop), ...describeWorkshop(workshop, url)];
  const categories = [kindLabels[kind], formatLabels[format], ...(place ? [place.state] : [])];
  return [
    '<item>',
    element('title', `${title} (${[where, ...when].join(', ')})`),
    element('link', url),
    `<guid isPermaLink="false">${xmlText(id)}</guid>`,
    element('pubDate', new Date(updatedAt).toUTCString()),
    // Readers take a description for HTML.
    element('description', lines.map(escapeHtml).join('<br>').replace(/\r?\n/g, '<br>')),
    ...categories.map((category) => element('category', category)),
    '</item>',
  ].join('\n');
}

function element(name: string, content: string): string {
  return `<${name}>${xmlText(content)}</${name}>`;
}

/** Text as it can stand in XML 1.0, without the characters that can't stand there at all. */
function xmlText(content: string): string {
  return escapeHtml(content.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, ' '));
}
