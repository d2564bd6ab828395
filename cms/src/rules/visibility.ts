import { type PlacesFacts, statusOf } from './places-left';

/** What decides whether visitors see a workshop. Instants are ISO 8601 or Date. */
export interface VisibilityFacts extends PlacesFacts {
  published: boolean;
  visibility: string;
  startsAt: string | Date | null;
  endsAt: string | Date | null;
  hasPartner: boolean;
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

const isOver = ({ endsAt }: VisibilityFacts, now: Date): boolean =>
  endsAt !== null && new Date(endsAt).getTime() <= now.getTime();

/** Why a workshop isn't on the map, in words for its partner; empty when it is. */
export function whyNotListed(workshop: VisibilityFacts, now: Date): string[] {
  const reasons: string[] = [];
  if (!workshop.published) reasons.push('It is a draft. Publish it to put it on the map.');
  if (workshop.visibility === 'private')
    reasons.push(
      'It is private: not on the map. Who has its address sees when and in which city it is, and whom to ask for a seat. Make it public to put it on the map.',
    );
  if (workshop.visibility === 'hidden') reasons.push('It is hidden. Make it public to put it on the map.');
  if (workshop.availability === 'cancelled') reasons.push('It is cancelled.');
  if (workshop.startsAt === null || workshop.endsAt === null)
    reasons.push('It has no dates yet, or no ZIP code to tell their time zone by.');
  else if (isOver(workshop, now)) reasons.push('It is over: its last session has ended.');
  if (!workshop.hasPartner) reasons.push('No Regional Partner is chosen.');
  return reasons;
}

/** How a workshop stands with visitors, in a word or two for lists. */
export function standing(workshop: VisibilityFacts, now: Date): string {
  if (!workshop.published) return 'Draft';
  if (isOver(workshop, now)) return 'Over';
  if (workshop.availability === 'cancelled') return 'Cancelled';
  if (workshop.visibility === 'hidden') return 'Hidden';
  if (workshop.visibility === 'private') return 'Private';
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
