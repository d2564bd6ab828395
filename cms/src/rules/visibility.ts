import { type PlacesFacts, statusOf } from './places-left';

/** What decides whether visitors see a workshop. Instants are ISO 8601 or Date. */
export interface VisibilityFacts extends PlacesFacts {
  published: boolean;
  visibility: string;
  startsAt: string | Date | null;
  endsAt: string | Date | null;
  hasPartner: boolean;
  /** Whether its partner lets strangers ask to join it; left out or null: not. */
  joinable?: boolean | null;
  format?: string;
  /** Degrees (WGS 84); null or left out where its place isn't known. */
  latitude?: number | null;
  longitude?: number | null;
}

/** Whether a workshop has a page of its own: published and not hidden, be it upcoming, past or cancelled. */
export function hasPage(workshop: VisibilityFacts): boolean {
  return (
    workshop.published &&
    (workshop.visibility === 'public' || workshop.visibility === 'private') &&
    workshop.hasPartner &&
    workshop.startsAt !== null &&
    workshop.endsAt !== null
  );
}

/** Whether visitors come upon a workshop: it has a page, is public and not over. Feeds also tell of cancelled ones. */
export function isAnnounced(workshop: VisibilityFacts, now: Date): boolean {
  return hasPage(workshop) && workshop.visibility === 'public' && !isOver(workshop, now);
}

/** Whether a workshop is on the map and in lists: it is announced and not cancelled. */
export function isListed(workshop: VisibilityFacts, now: Date): boolean {
  return isAnnounced(workshop, now) && workshop.availability !== 'cancelled';
}

/**
 * Whether strangers near a private workshop are told that there is one, and may ask to join: its partner says so, it meets at
 * a place, is neither over nor cancelled, and has room.
 */
export function isJoinable(workshop: VisibilityFacts, now: Date): boolean {
  return (
    hasPage(workshop) &&
    workshop.visibility === 'private' &&
    workshop.joinable === true &&
    meetsSomewhere(workshop) &&
    !isOver(workshop, now) &&
    statusOf(workshop) === 'scheduled'
  );
}

const MEETING_FORMATS = ['in-person', 'hybrid'];

const meetsSomewhere = ({ format = '', latitude, longitude }: VisibilityFacts): boolean =>
  MEETING_FORMATS.includes(format) && latitude != null && longitude != null;

/** Whether its last session has ended. */
export const isOver = ({ endsAt }: Pick<VisibilityFacts, 'endsAt'>, now: Date): boolean =>
  endsAt !== null && new Date(endsAt).getTime() <= now.getTime();

/** Why a workshop isn't on the map, in words for its partner; empty when it is. */
export function whyNotListed(workshop: VisibilityFacts, now: Date): string[] {
  const reasons: string[] = [];
  if (!workshop.published) reasons.push('It is a draft. Publish it to put it on the map.');
  if (workshop.visibility === 'private')
    reasons.push(
      `It is private: not on the map. Who has its address sees when and in which city it is, and whom to ask for a seat. ${
        isJoinable(workshop, now)
          ? 'Others near it are told that there is one, without place or day, and may ask you to join. '
          : ''
      }Make it public to put it on the map.`,
    );
  if (workshop.visibility === 'hidden') reasons.push('It is hidden. Make it public to put it on the map.');
  if (workshop.availability === 'cancelled') reasons.push('It is cancelled.');
  if (workshop.startsAt === null || workshop.endsAt === null)
    reasons.push('It has no dates yet, or no ZIP code to tell their time zone by.');
  else if (isOver(workshop, now)) reasons.push('It is over: its last session has ended.');
  if (!workshop.hasPartner) reasons.push('No Regional Partner is chosen.');
  if (workshop.visibility === 'private' && workshop.joinable) {
    if (!meetsSomewhere(workshop))
      reasons.push('Others are not told that they may ask to join: it is virtual, or has no ZIP code yet.');
    else if (statusOf(workshop) === 'full')
      reasons.push('Others are not told that they may ask to join: it is full.');
  }
  return reasons;
}

/** How a workshop stands with visitors, in a word or two for lists. */
export function standing(workshop: VisibilityFacts, now: Date): string {
  if (!workshop.published) return 'Draft';
  if (isOver(workshop, now)) return 'Over';
  if (workshop.availability === 'cancelled') return 'Cancelled';
  if (workshop.visibility === 'hidden') return 'Hidden';
  if (workshop.visibility === 'private')
    return isJoinable(workshop, now) ? 'Private · Others may ask' : 'Private';
  if (!isListed(workshop, now)) return 'Not on the map';
  return statusOf(workshop) === 'full' ? 'On the map · Full' : 'On the map';
}

/** `hasPage` of what is published, as a database filter. */
export const withPage = {
  visibility: { $in: ['public', 'private'] },
  partner: { id: { $notNull: true } },
  startsAt: { $notNull: true },
  endsAt: { $notNull: true },
};

/** `isAnnounced` of what is published, as a database filter. */
export function announced(now: Date) {
  return { ...withPage, visibility: 'public', endsAt: { $gt: now.toISOString() } };
}

/** `isListed` of what is published, as a database filter. */
export function listed(now: Date) {
  return { ...announced(now), availability: { $ne: 'cancelled' } };
}

/**
 * Private workshops with a page that are neither over nor cancelled, as a database filter: strangers may be told of them or
 * not, their partner can let people join.
 */
export function privateToCome(now: Date) {
  return {
    ...withPage,
    visibility: 'private',
    endsAt: { $gt: now.toISOString() },
    availability: { $ne: 'cancelled' },
  };
}

/** `isJoinable` of what is published, as a database filter, but for whether a place is left. */
export function joinable(now: Date) {
  return {
    ...privateToCome(now),
    joinable: true,
    format: { $in: MEETING_FORMATS },
    latitude: { $notNull: true },
    longitude: { $notNull: true },
    availability: 'scheduled',
  };
}
