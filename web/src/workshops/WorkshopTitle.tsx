import type { WorkshopSummary } from '@deep-dive/shared-types';
import { SiteLink } from '../components/SiteLink';
import { titleParts } from './labels';
import styles from './WorkshopTitle.module.css';

/** The title of a workshop among others, as the link to its page: the words that all of them repeat are only heard. */
export function WorkshopTitle({ workshop }: { workshop: WorkshopSummary }) {
  const [repeated, own] = titleParts(workshop);
  return (
    <SiteLink href={`/workshops/${workshop.slug}`}>
      {repeated && <span className="visually-hidden">{repeated}</span>}
      <span className={styles.own}>{own}</span>
    </SiteLink>
  );
}
