import { formatDate, type WorkshopSummary } from '@deep-dive/shared-types';
import { useRef } from 'react';
import { SiteLink } from '../components/SiteLink';
import { useClosing } from '../hooks/useClosing';
import styles from './CalendarMenu.module.css';
import { type CalendarService, calendarFilePath, calendarServices, sessionEvent } from './calendar-links';

interface CalendarMenuProps {
  workshop: WorkshopSummary;
  /** The absolute address of the workshop's page. */
  url: string;
}

/** Every way to get a workshop into one's calendar. It opens without script; with it, Escape and a press elsewhere close it. */
export function CalendarMenu({ workshop, url }: CalendarMenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  useClosing(menu);
  const { slug, title, sessions } = workshop;
  const Links = sessions.length === 1 ? EventLink : SessionLinks;
  return (
    <details ref={menu} className={styles.menu}>
      <summary className={styles.summary}>
        Add to calendar<span className="visually-hidden">: {title}</span>
      </summary>
      <ul className={styles.ways}>
        <li>
          <SiteLink href={calendarFilePath(slug)}>
            {sessions.length === 1 ? 'Calendar file' : `Calendar file with all ${sessions.length} sessions`}
          </SiteLink>
          <br />
          <span className={styles.hint}>For Apple Calendar, Outlook and others</span>
        </li>
        {calendarServices.map((service) => (
          <li key={service.name}>
            <Links service={service} workshop={workshop} url={url} />
          </li>
        ))}
      </ul>
    </details>
  );
}

interface LinksProps extends CalendarMenuProps {
  service: CalendarService;
}

function EventLink({ service, workshop, url }: LinksProps) {
  const [session] = workshop.sessions;
  return (
    session && <SiteLink href={service.addUrl(sessionEvent(workshop, session, url))}>{service.name}</SiteLink>
  );
}

/** These calendars take one event at a time. */
function SessionLinks({ service, workshop, url }: LinksProps) {
  return (
    <>
      {service.name}, one session at a time
      <ol className={styles.sessions}>
        {workshop.sessions.map((session) => (
          <li key={session.startsAt}>
            <SiteLink href={service.addUrl(sessionEvent(workshop, session, url))}>
              {formatDate(session.startsAt, workshop.timeZone)}
              <span className="visually-hidden">, to {service.name}</span>
            </SiteLink>
          </li>
        ))}
      </ol>
    </>
  );
}
