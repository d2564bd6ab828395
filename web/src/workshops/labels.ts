import type { WorkshopFormat, WorkshopKind, WorkshopSummary } from '@deep-dive/shared-types';

/** What a workshop teaches, for display. */
export const kindLabels: Record<WorkshopKind, string> = { intro: 'Intro', 'deep-dive': 'Deep Dive' };

/** How a workshop is held, for display. */
export const formatLabels: Record<WorkshopFormat, string> = {
  'in-person': 'In person',
  virtual: 'Virtual',
  hybrid: 'Hybrid',
};

/** "30 seats", "Full" or "Cancelled"; empty when the partner has not said how many seats there are. */
export function seatsLabel({ status, capacity }: Pick<WorkshopSummary, 'status' | 'capacity'>): string {
  if (status === 'full') return 'Full';
  if (status === 'cancelled') return 'Cancelled';
  if (capacity === null) return '';
  return capacity === 1 ? '1 seat' : `${capacity} seats`;
}

/** Where a workshop is: "Central Library, Denver, CO", "Denver, CO" or "Online". */
export function placeLabel({ place }: Pick<WorkshopSummary, 'place'>): string {
  if (!place) return 'Online';
  return [place.venue, place.city, place.state].filter(Boolean).join(', ');
}

/** Whether the last session has ended by `now`, in milliseconds. */
export function isOver({ sessions }: Pick<WorkshopSummary, 'sessions'>, now: number): boolean {
  const last = sessions.at(-1);
  return last !== undefined && Date.parse(last.endsAt) < now;
}

/** Made once: making a format costs far more than using it. */
const wholeNumber = new Intl.NumberFormat('en-US');

/** "1 workshop", "400 workshops". */
export function countLabel(count: number): string {
  return count === 1 ? '1 workshop' : `${wholeNumber.format(count)} workshops`;
}

/** A time zone as people call it: "Pacific Time" for "America/Los_Angeles". Throws RangeError for a name that is none. */
export function timeZoneLabel(timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longGeneric' }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
