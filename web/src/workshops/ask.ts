import { formatWhen, type WorkshopDetail } from '@deep-dive/shared-types';
import { placeLabel } from './labels';

/** An e-mail to the partner that asks for a place and leaves only the school to be filled in; null where they have no address. */
export function askHref(workshop: WorkshopDetail, url: string): string | null {
  const { title, contact } = workshop;
  if (!contact.email) return null;
  const when = formatWhen(workshop);
  const subject = `A place at ${title}, ${when}`;
  const body = [
    `Hello ${contact.contactName ?? contact.name},`,
    `Is there a place for me at ${title}? It is on ${when} (${placeLabel(workshop)}): ${url}`,
    'My name and school:',
    'How many of us would come: 1',
    'Thank you!',
  ].join('\r\n\r\n');
  return `mailto:${contact.email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
