import { Fragment } from 'react';
import { SiteLink } from '../components/SiteLink';
import styles from './PlaceLinks.module.css';

interface PlaceLinksProps {
  lead: string;
  places: string[];
  /** Where one looks near a place. */
  hrefOf: (place: string) => string;
}

/** "Did you mean Springfield, IL or Springfield, MO?", each a link to look there. */
export function PlaceLinks({ lead, places, hrefOf }: PlaceLinksProps) {
  if (places.length === 0) return null;
  return (
    <p className={styles.places}>
      {lead}{' '}
      {places.map((near, index) => (
        <Fragment key={near}>
          {index > 0 && ' or '}
          <SiteLink href={hrefOf(near)}>{near}</SiteLink>
        </Fragment>
      ))}
      ?
    </p>
  );
}
