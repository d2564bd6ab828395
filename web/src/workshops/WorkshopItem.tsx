import { formatDate, formatWhen, type WorkshopResult, type WorkshopSummary } from '@deep-dive/shared-types';
import { Heading, type HeadingLevel } from '../components/Heading';
import { SiteLink } from '../components/SiteLink';
import { safeHref } from '../hrefs';
import { AddToCalendar } from './AddToCalendar';
import { KindMark } from './KindMark';
import { distanceLabel, formatLabels, placeLabel, placesLabel } from './labels';
import { groupPriceLabel, priceLabel, priceReason } from './price';
import { VisitorTime } from './VisitorTime';
import styles from './WorkshopItem.module.css';

/** One workshop in a list: all one needs to decide whether to open it. */
export function WorkshopItem({ workshop, level }: { workshop: WorkshopResult; level: HeadingLevel }) {
  const { slug, title, kind, format, status, partner, price, distanceMiles, hasScholarship } = workshop;
  const places = placesLabel(workshop);
  const reason = priceReason(price);
  const group = groupPriceLabel(price);
  const registration = status === 'scheduled' ? safeHref(workshop.registrationUrl) : null;
  return (
    <article className={styles.item}>
      <DateBadge workshop={workshop} />
      <div className={styles.facts}>
        <Heading level={level} className={styles.title}>
          <SiteLink href={`/workshops/${slug}`}>{title}</SiteLink>
        </Heading>
        <p className={styles.kind}>
          <KindMark kind={kind} />
          <span className={styles.format}>{formatLabels[format]}</span>
          {places && <span className={status === 'scheduled' ? styles.places : styles.closed}>{places}</span>}
        </p>
        <p>
          {formatWhen(workshop)}
          <VisitorTime workshop={workshop} />
        </p>
        <p>
          {placeLabel(workshop)}{' '}
          {distanceMiles !== null && <span className={styles.distance}>{distanceLabel(distanceMiles)}</span>}
        </p>
        <p className={styles.partner}>
          <span>{partner.name}</span>
          <span>
            <span className={styles.price}>{priceLabel(price)}</span>
            {reason && ` (${reason})`}
          </span>
          {group && <span className={styles.price}>{group}</span>}
          {hasScholarship && <span className={styles.scholarship}>Scholarships</span>}
        </p>
        <p className={styles.links}>
          {registration && (
            <SiteLink href={registration}>
              Register<span className="visually-hidden">: {title}</span>
            </SiteLink>
          )}
          <AddToCalendar workshop={workshop} />
        </p>
      </div>
    </article>
  );
}

/** The day as on a calendar's leaf. The words beside it say the same, in full. */
function DateBadge({ workshop: { sessions, timeZone } }: { workshop: WorkshopSummary }) {
  const [, day = '', year = ''] = sessions[0] ? formatDate(sessions[0].startsAt, timeZone).split(', ') : [];
  const [month, number] = day.split(' ');
  return (
    <div className={styles.badge} aria-hidden="true">
      <span className={styles.month}>{month}</span>
      <span className={styles.day}>{number}</span>
      <span className={styles.year}>{year}</span>
    </div>
  );
}
