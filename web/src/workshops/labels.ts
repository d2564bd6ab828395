import {
  formatWhen,
  type SessionInstants,
  type WorkshopDetail,
  type WorkshopFormat,
  type WorkshopKind,
  type WorkshopSummary,
} from '@deep-dive/shared-types';

/** What a workshop teaches, for display. */
export const kindLabels: Record<WorkshopKind, string> = { intro: 'Intro', 'deep-dive': 'Deep Dive' };

/**
 * A title in two: the words that every row of a list repeats and the mark of the kind says as well ("CS Fundamentals: Deep
 * Dive in "), which may be none, and its own ("Denver"), which are never none.
 */
export function titleParts({ title, kind }: Pick<WorkshopSummary, 'title' | 'kind'>): [string, string] {
  const repeated = new RegExp(
    `^(?:CS Fundamentals:? +)?(?:${kindLabels[kind]}(?: workshop)?(?: in)? +)?`,
    'i',
  );
  const length = repeated.exec(title)?.[0].length ?? 0;
  return length < title.length ? [title.slice(0, length), title.slice(length)] : ['', title];
}

/** How a workshop is held, for display. */
export const formatLabels: Record<WorkshopFormat, string> = {
  'in-person': 'In person',
  virtual: 'Virtual',
  hybrid: 'Hybrid',
};

/** Made once: making a format costs far more than using it. */
const wholeNumber = new Intl.NumberFormat('en-US');

/** "30 places", "6 of 38 places left", "Full" or "Cancelled"; empty when the partner has not said how many places there are. */
export function placesLabel({
  status,
  capacity,
  placesLeft,
}: Pick<WorkshopSummary, 'status' | 'capacity' | 'placesLeft'>): string {
  if (status === 'full') return 'Full';
  if (status === 'cancelled') return 'Cancelled';
  if (capacity === null) return '';
  const places = `${wholeNumber.format(capacity)} ${capacity === 1 ? 'place' : 'places'}`;
  return placesLeft === null ? places : `${wholeNumber.format(placesLeft)} of ${places} left`;
}

/** Where a workshop is: "Central Library, Denver, CO", "Denver, CO" or "Online". */
export function placeLabel({ place }: Pick<WorkshopSummary, 'place'>): string {
  if (!place) return 'Online';
  return [place.venue, place.city, place.state].filter(Boolean).join(', ');
}

/** What to look near, about where a workshop is; null for a virtual one. */
export function nearOf({ place }: Pick<WorkshopSummary, 'place'>): string | null {
  return place && (place.zip || `${place.city}, ${place.state}`);
}

/** The address as one writes it on an envelope or looks it up: "Central Library, 10 W 14th Ave Pkwy, Denver, CO 80204", or "Online". */
export function addressLabel({
  place,
  street = null,
}: Pick<WorkshopSummary, 'place'> & Partial<Pick<WorkshopDetail, 'street'>>): string {
  if (!place) return 'Online';
  return [place.venue, street, place.city, `${place.state} ${place.zip}`.trim()].filter(Boolean).join(', ');
}

/** A workshop in a few words: "Deep Dive. Sat, Mar 6, 2027, 9:00 AM – 4:00 PM MST, in Boise, ID. Hosted by Idaho Partner." */
export function inBrief(workshop: WorkshopSummary): string {
  const { title, status, place, partner } = workshop;
  const name = status === 'cancelled' ? `Cancelled: ${title}` : title;
  const where = place ? `in ${place.city}, ${place.state}` : 'online';
  return `${name}. ${formatWhen(workshop)}, ${where}. Hosted by ${partner.name}.`;
}

/** What to call one session of a workshop: its title, and of several which one: "Deep Dive (session 2 of 5)". */
export function sessionTitle(
  { title, sessions }: Pick<WorkshopSummary, 'title' | 'sessions'>,
  session: SessionInstants,
): string {
  if (sessions.length < 2) return title;
  return `${title} (session ${sessions.indexOf(session) + 1} of ${sessions.length})`;
}

/** Whether the last session has ended by `now`, in milliseconds. */
export function isOver({ sessions }: Pick<WorkshopSummary, 'sessions'>, now: number): boolean {
  const last = sessions.at(-1);
  return last !== undefined && Date.parse(last.endsAt) < now;
}

/** "1 workshop", "400 workshops", "400 virtual workshops". */
export function countLabel(count: number, adjective = ''): string {
  return `${wholeNumber.format(count)} ${adjective && `${adjective} `}workshop${count === 1 ? '' : 's'}`;
}

/** How far a workshop is, in miles as the crow flies: "12 miles away", "less than a mile away". */
export function distanceLabel(miles: number): string {
  if (miles < 1) return 'less than a mile away';
  const whole = Math.round(miles);
  return whole === 1 ? '1 mile away' : `${wholeNumber.format(whole)} miles away`;
}

/** A time zone as people call it: "Pacific Time" for "America/Los_Angeles". Throws RangeError for a name that is none. */
export function timeZoneLabel(timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longGeneric' }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
