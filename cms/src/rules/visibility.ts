/** What decides whether visitors see a workshop. Instants are ISO 8601 or Date. */
export interface VisibilityFacts {
  published: boolean;
  visibility: string;
  availability: string;
  startsAt: string | Date | null;
  endsAt: string | Date | null;
  hasPartner: boolean;
}

/** Whether a workshop has a page of its own: published and public, be it upcoming, past or cancelled. */
export function hasPage(workshop: VisibilityFacts): boolean {
  return (
    workshop.published &&
    workshop.visibility === 'public' &&
    workshop.hasPartner &&
    workshop.startsAt !== null &&
    workshop.endsAt !== null
  );
}

/** Whether a workshop is on the map, in lists and in feeds: it has a page, is not cancelled and not over. */
export function isListed(workshop: VisibilityFacts, now: Date): boolean {
  return hasPage(workshop) && workshop.availability !== 'cancelled' && !isOver(workshop, now);
}

const isOver = ({ endsAt }: VisibilityFacts, now: Date): boolean =>
  endsAt !== null && new Date(endsAt).getTime() <= now.getTime();

/** Why a workshop isn't on the map, in words for its partner; empty when it is. */
export function whyNotListed(workshop: VisibilityFacts, now: Date): string[] {
  const reasons: string[] = [];
  if (!workshop.published) reasons.push('It is a draft. Publish it to put it on the map.');
  if (workshop.visibility === 'private')
    reasons.push('It is private: only people you invite know of it. Make it public to put it on the map.');
  if (workshop.visibility === 'hidden') reasons.push('It is hidden. Make it public to put it on the map.');
  if (workshop.availability === 'cancelled') reasons.push('It is cancelled.');
  if (workshop.startsAt === null || workshop.endsAt === null) reasons.push('It has no dates yet.');
  else if (isOver(workshop, now)) reasons.push('It is over: its last session has ended.');
  if (!workshop.hasPartner) reasons.push('No Regional Partner is chosen.');
  return reasons;
}

/** `hasPage` as a database filter. */
export const withPage = {
  publishedAt: { $notNull: true },
  visibility: 'public',
  partner: { id: { $notNull: true } },
  startsAt: { $notNull: true },
  endsAt: { $notNull: true },
};

/** `isListed` as a database filter. */
export function listed(now: Date) {
  return { ...withPage, availability: { $ne: 'cancelled' }, endsAt: { $gt: now.toISOString() } };
}
