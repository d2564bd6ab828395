import { formatWhen, type WorkshopSummary } from '@deep-dive/shared-types';
import { useSyncExternalStore } from 'react';
import styles from './VisitorTime.module.css';

interface VisitorTimeProps {
  workshop: Pick<WorkshopSummary, 'format' | 'sessions' | 'timeZone'>;
}

/** When a virtual workshop is on the visitor's own clock: in the browser only, and only where it says something new. */
export function VisitorTime({ workshop }: VisitorTimeProps) {
  return workshop.format === 'virtual' ? <OwnTime workshop={workshop} /> : null;
}

function OwnTime({ workshop }: VisitorTimeProps) {
  const timeZone = useSyncExternalStore(neverChanges, visitorTimeZone, () => null);
  if (!timeZone) return null;
  const when = formatWhen({ ...workshop, timeZone });
  return when === formatWhen(workshop) ? null : <span className={styles.time}>Your time: {when}</span>;
}

const neverChanges = () => () => {};

/** An IANA name; null when the browser will not say, which some do with a name that is none. */
function visitorTimeZone(): string | null {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return timeZone && timeZone !== 'Etc/Unknown' ? timeZone : null;
}
