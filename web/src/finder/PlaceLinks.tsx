import { Fragment } from 'react';
import { SiteLink } from '../components/SiteLink';
import styles from './PlaceLinks.module.css';
import type { FinderState } from './state';

interface PlaceLinksProps {
  lead: string;
  places: string[];
  finder: FinderState;
}

/** "Did you mean Springfield, IL or Springfield, MO?", each a link to look there. */
export function PlaceLinks({ lead, places, finder: { search, hrefOf } }: PlaceLinksProps) {
  if (places.length === 0) return null;
  return (
    <p className={styles.places}>
      {lead}{' '}
      {places.map((near, index) => (
        <Fragment key={near}>
          {index > 0 && ' or '}
          <SiteLink href={hrefOf({ ...search, near, bbox: undefined, page: undefined })}>{near}</SiteLink>
        </Fragment>
      ))}
      ?
    </p>
  );
}
