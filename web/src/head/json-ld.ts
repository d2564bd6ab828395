import type { RichText, Section, SessionInstants, Site, WorkshopDetail } from '@deep-dive/shared-types';
import type { BreadcrumbList, EducationEvent, FAQPage, Organization, WebSite, WithContext } from 'schema-dts';
import type { SiteConfig } from '../config';
import { safeHref } from '../hrefs';
import { inBrief, sessionTitle } from '../workshops/labels';
import { localInstant } from '../workshops/local-instant';

const STATUS = {
  scheduled: 'https://schema.org/EventScheduled',
  full: 'https://schema.org/EventScheduled',
  cancelled: 'https://schema.org/EventCancelled',
} as const;

const ATTENDANCE = {
  'in-person': 'https://schema.org/OfflineEventAttendanceMode',
  virtual: 'https://schema.org/OnlineEventAttendanceMode',
  hybrid: 'https://schema.org/MixedEventAttendanceMode',
} as const;

/** The site's own picture in pixels, for programs that take no drawings. In `public`. */
const PICTURE = '/event.png';

/** A workshop as search engines list events, with its sessions when it has several. */
export function workshopJsonLd(
  workshop: WorkshopDetail,
  { siteUrl }: Pick<SiteConfig, 'siteUrl'>,
): WithContext<EducationEvent> {
  const { slug, title, sessions, timeZone, notes, capacity, placesLeft, contact } = workshop;
  const url = `${siteUrl}/workshops/${slug}`;
  const offers = offersOf(workshop, url);
  const locations = locationsOf(workshop, url);
  const host = {
    '@type': 'Organization' as const,
    name: contact.name,
    url: safeHref(contact.website) ?? `${siteUrl}/partners/${contact.slug}`,
  };
  // With the offset of the place: in UTC an evening is the next day's.
  const at = (instant: string | undefined) => (instant ? localInstant(instant, timeZone) : undefined);
  const event = (name: string, first?: SessionInstants, last = first) => ({
    '@type': 'EducationEvent' as const,
    name,
    startDate: at(first?.startsAt),
    endDate: at(last?.endsAt),
    eventStatus: STATUS[workshop.status],
    eventAttendanceMode: ATTENDANCE[workshop.format],
    location: locations.length === 1 ? locations[0] : locations,
  });
  return {
    '@context': 'https://schema.org',
    ...event(title, sessions[0], sessions.at(-1)),
    url,
    description: notes ?? inBrief(workshop),
    image: picturesOf(workshop, siteUrl),
    ...(sessions.length > 1
      ? { subEvent: sessions.map((session) => event(sessionTitle(workshop, session), session)) }
      : {}),
    ...(offers ? { offers } : {}),
    ...(capacity === null ? {} : { maximumAttendeeCapacity: capacity }),
    ...(placesLeft === null ? {} : { remainingAttendeeCapacity: placesLeft }),
    organizer: host,
    // Whose facilitators lead it.
    performer: host,
  };
}

/** Google Images takes SVG; the picture in pixels is for whoever doesn't, and for a workshop without a place. */
function picturesOf({ slug, place }: WorkshopDetail, siteUrl: string): string[] {
  const isOnMap = place !== null && place.latitude !== null && place.longitude !== null;
  return [...(isOnMap ? [`${siteUrl}/workshops/${slug}.svg`] : []), siteUrl + PICTURE];
}

/** A price is stated only when it is known: one nobody has named is not free. */
function offersOf(workshop: WorkshopDetail, url: string): EducationEvent['offers'] {
  const { price, status, timeZone, updatedAt, sessions } = workshop;
  if (price.perPersonCents === null || status === 'cancelled') return undefined;
  // Signing up has been possible as it is now since the workshop was last published, or else until it began.
  const [since = updatedAt] = [updatedAt, sessions[0]?.startsAt ?? updatedAt].sort(
    (a, b) => Date.parse(a) - Date.parse(b),
  );
  return {
    '@type': 'Offer',
    price: price.perPersonCents / 100,
    priceCurrency: 'USD',
    availability: status === 'full' ? 'https://schema.org/SoldOut' : 'https://schema.org/InStock',
    validFrom: localInstant(since, timeZone),
    url: safeHref(workshop.registrationUrl) ?? url,
  };
}

function locationsOf(workshop: WorkshopDetail, url: string) {
  const { place, format } = workshop;
  const room = place && {
    '@type': 'Place' as const,
    name: place.venue ?? `${place.city}, ${place.state}`,
    address: {
      '@type': 'PostalAddress' as const,
      ...(workshop.street ? { streetAddress: workshop.street } : {}),
      addressLocality: place.city,
      addressRegion: place.state,
      postalCode: place.zip,
      addressCountry: 'US',
    },
    ...(place.latitude !== null && place.longitude !== null
      ? { geo: { '@type': 'GeoCoordinates' as const, latitude: place.latitude, longitude: place.longitude } }
      : {}),
  };
  const online = { '@type': 'VirtualLocation' as const, url: safeHref(workshop.registrationUrl) ?? url };
  return [...(room ? [room] : []), ...(format === 'in-person' ? [] : [online])];
}

/** Who runs the site, and the site itself, for its home page. `url` is the site's absolute address. */
export function siteJsonLd(site: Site, url: string): [WithContext<Organization>, WithContext<WebSite>] {
  const description = site.description ? { description: site.description } : {};
  return [
    { '@context': 'https://schema.org', '@type': 'Organization', name: site.name, url, ...description },
    { '@context': 'https://schema.org', '@type': 'WebSite', name: site.name, url, ...description },
  ];
}

/** The way from the home page to this one. Addresses are absolute. */
export function breadcrumbJsonLd(steps: { name: string; url: string }[]): WithContext<BreadcrumbList> {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: url,
    })),
  };
}

/** Every question on a page with its answer in plain text: one list, however many sections they stand in; none without any. */
export function faqJsonLd(sections: Section[]): WithContext<FAQPage>[] {
  const questions = sections.flatMap((section) =>
    section.__component === 'sections.faq' ? section.questions : [],
  );
  if (questions.length === 0) return [];
  return [
    {
      '@context': 'https://schema.org',
      '@type': 'FAQPage',
      mainEntity: questions.map(({ question, answer }) => ({
        '@type': 'Question',
        name: question,
        acceptedAnswer: { '@type': 'Answer', text: plainText(answer) },
      })),
    },
  ];
}

interface Node {
  type: string;
  text?: string;
  children?: Node[];
}

/** The words of rich text, a line for each paragraph and item. */
function plainText(blocks: RichText): string {
  const wordsOf = ({ type, text = '', children = [] }: Node): string => {
    const words = children.map(wordsOf).join(type === 'list' ? '\n' : '');
    return text + words;
  };
  return (blocks as Node[])
    .map(wordsOf)
    .filter((words) => words.trim())
    .join('\n');
}
