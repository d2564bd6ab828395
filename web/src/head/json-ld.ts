import type { SessionInstants, Site, WorkshopDetail } from '@deep-dive/shared-types';
import type { BreadcrumbList, EducationEvent, Organization, WebSite, WithContext } from 'schema-dts';
import { safeHref } from '../hrefs';
import { sessionTitle } from '../workshops/labels';

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

/** A workshop as search engines list events, with its sessions when it has several. `url` is the absolute address of its page. */
export function workshopJsonLd(workshop: WorkshopDetail, url: string): WithContext<EducationEvent> {
  const { title, sessions, notes, capacity, contact } = workshop;
  const offers = offersOf(workshop, url);
  const locations = locationsOf(workshop, url);
  const event = (name: string, first?: SessionInstants, last = first) => ({
    '@type': 'EducationEvent' as const,
    name,
    startDate: first?.startsAt,
    endDate: last?.endsAt,
    eventStatus: STATUS[workshop.status],
    eventAttendanceMode: ATTENDANCE[workshop.format],
    location: locations.length === 1 ? locations[0] : locations,
  });
  return {
    '@context': 'https://schema.org',
    ...event(title, sessions[0], sessions.at(-1)),
    url,
    ...(notes ? { description: notes } : {}),
    ...(sessions.length > 1
      ? { subEvent: sessions.map((session) => event(sessionTitle(workshop, session), session)) }
      : {}),
    ...(offers ? { offers } : {}),
    ...(capacity === null ? {} : { maximumAttendeeCapacity: capacity }),
    organizer: {
      '@type': 'Organization',
      name: contact.name,
      ...(contact.website ? { url: contact.website } : {}),
    },
  };
}

/** A price is stated only when it is known: a fee nobody has named is not free. */
function offersOf(workshop: WorkshopDetail, url: string): EducationEvent['offers'] {
  const { fee, status } = workshop;
  if (fee.type === 'ask' || status === 'cancelled') return undefined;
  return {
    '@type': 'Offer',
    price: fee.type === 'free' ? 0 : fee.usd,
    priceCurrency: 'USD',
    availability: status === 'full' ? 'https://schema.org/SoldOut' : 'https://schema.org/InStock',
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
