import { formatWorkshopSearch } from '@deep-dive/shared-types';
import { SiteLink } from '../components/SiteLink';
import styles from './Subscribe.module.css';
import type { FinderState } from './state';

/** Ways to hear of workshops that are added later to what was searched. */
export function Subscribe({ finder: { listed } }: { finder: FinderState }) {
  const { page: _page, sort: _sort, ...search } = listed;
  const query = formatWorkshopSearch(search);
  return (
    <p className={styles.subscribe}>
      Subscribe to this search: <SiteLink href={`/workshops.ics${query}`}>calendar</SiteLink>,{' '}
      <SiteLink href={`/workshops.rss${query}`}>RSS</SiteLink>
    </p>
  );
}
