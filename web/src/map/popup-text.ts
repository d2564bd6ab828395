import type { WorkshopFormat, WorkshopSummary } from '@deep-dive/shared-types';

const formatNames: Record<WorkshopFormat, string> = {
  'in-person': 'In person',
  virtual: 'Virtual',
  hybrid: 'Hybrid',
};

/** How a workshop is held, for display. */
export function formatName(format: WorkshopFormat): string {
  return formatNames[format];
}

/** "30 seats", "Full" or "Cancelled"; empty when the partner has not said how many seats there are. */
export function seatsText({ status, capacity }: Pick<WorkshopSummary, 'status' | 'capacity'>): string {
  if (status === 'full') return 'Full';
  if (status === 'cancelled') return 'Cancelled';
  if (capacity === null) return '';
  return capacity === 1 ? '1 seat' : `${capacity} seats`;
}
