import { formatWorkshopSearch, type WorkshopSearch } from '@deep-dive/shared-types';
import { SiteLink } from '../components/SiteLink';
import { useConfig } from '../config';
import { webcalUrl } from '../workshops/calendar-links';
import styles from './Subscribe.module.css';

/** Ways to hear of workshops that are added later to what was searched. */
export function Subscribe({ search: listed }: { search: WorkshopSearch }) {
  const { siteUrl } = useConfig();
  const { page: _page, sort: _sort, ...search } = listed;
  const query = formatWorkshopSearch(search);
  const calendar = `/workshops.ics${query}`;
  return (
    <div className={styles.subscribe}>
      <p>
        {/* No `SiteLink`: it opens a program, which needs no new tab in a frame either. */}
        Subscribe to this search: <a href={webcalUrl(siteUrl + calendar)}>in your calendar app</a>,{' '}
        <SiteLink href={calendar}>calendar file</SiteLink>,{' '}
        <SiteLink href={`/workshops.rss${query}`}>RSS</SiteLink>
      </p>
      <details>
        <summary>Using Google Calendar or Outlook?</summary>
        <p>New workshops will show up in your calendar by themselves. First copy this address:</p>
        <p className={styles.address}>{siteUrl + calendar}</p>
        <ul>
          <li>
            <strong>Google Calendar</strong> (on a computer): next to “Other calendars”, choose + and then
            “From URL”. Paste the address, and choose “Add calendar”.
          </li>
          <li>
            <strong>Outlook</strong>: in your calendar, choose “Add calendar” and then “Subscribe from web”.
            Paste the address, and choose “Import”.
          </li>
        </ul>
        <p>It can take a day until a new workshop appears. You can remove the calendar whenever you like.</p>
      </details>
    </div>
  );
}
