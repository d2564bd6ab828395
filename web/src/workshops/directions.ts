import type { WorkshopDetail } from '@deep-dive/shared-types';
import { addressLabel } from './labels';

/**
 * Google Maps with the way to the venue; null when no more than its city is known. On a telephone it opens the app, where there
 * is one. https://developers.google.com/maps/documentation/urls/get-started#directions-action
 */
export function directionsUrl(workshop: Pick<WorkshopDetail, 'place' | 'street'>): string | null {
  if (!workshop.place?.venue && !workshop.street) return null;
  return `https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent(addressLabel(workshop))}`;
}
