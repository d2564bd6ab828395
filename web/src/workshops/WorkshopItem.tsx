import { formatDate, formatWhen, type WorkshopResult, type WorkshopSummary } from '@deep-dive/shared-types';
import { Heading, type HeadingLevel } from '../components/Heading';
import { AddToCalendar } from './AddToCalendar';
import { KindMark } from './KindMark';
import { distanceLabel, formatLabels, nearOf, placeLabel, placesLabel } from './labels';
import { PlaceButton } from './PlaceButton';
import { groupPriceLabel, priceLabel, priceReason } from './price';
import { TellMeLink } from './TellMeLink';
import { VisitorTime } from './VisitorTime';
import styles from './WorkshopItem.module.css';
import { WorkshopTitle } from './WorkshopTitle';

/** One workshop in a list: all one needs to decide, and the way to a place. */
export function WorkshopItem({ workshop, level }: { workshop: WorkshopResult; level: HeadingLevel }) {
  const { kind, format, status, partner, price, distanceMiles, hasScholarship } = workshop;
  const places = placesLabel(workshop);
  const reason = priceReason(price);
  const group = groupPriceLabel(price);
  return (
    <article className={styles.item}>
      <DateBadge workshop={workshop} />
      <div className={styles.facts}>
        <Heading level={level} className={styles.title}>
          <WorkshopTitle workshop={workshop} />
        </Heading>
        <p className={styles.line}>
          <KindMark kind={kind} />
          <span>{formatLabels[format]}</span>
          {places && <span className={status === 'scheduled' ? undefined : styles.closed}>{places}</span>}
        </p>
        <p>
          {formatWhen(workshop)}
          <VisitorTime workshop={workshop} />
        </p>
        <p>
          {placeLabel(workshop)}{' '}
          {distanceMiles !== null && <span className={styles.distance}>{distanceLabel(distanceMiles)}</span>}
        </p>
        <p className={styles.line}>
          <span>
            <strong>{priceLabel(price)}</strong>
            {reason && ` (${reason})`}
          </span>
          {group && <span>{group}</span>}
          {hasScholarship && <span>Scholarships</span>}
        </p>
        <p>{partner.name}</p>
        <p className={styles.links}>
          <PlaceButton workshop={workshop} />
          {status !== 'scheduled' && <TellMeLink about={{ near: nearOf(workshop), kind }} />}
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
