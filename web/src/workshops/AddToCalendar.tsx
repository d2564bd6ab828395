import type { WorkshopSummary } from '@deep-dive/shared-types';
import { SiteLink } from '../components/SiteLink';
import { calendarFilePath } from './calendar-links';

/** A link to the workshop's calendar file, light enough for every item of a list. Its page has a `CalendarMenu`. */
export function AddToCalendar({ workshop: { slug, title } }: { workshop: WorkshopSummary }) {
  return (
    <SiteLink href={calendarFilePath(slug)}>
      Add to calendar<span className="visually-hidden">: {title}</span>
    </SiteLink>
  );
}
