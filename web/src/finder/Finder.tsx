import type { WorkshopSearch } from '@deep-dive/shared-types';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useCms } from '../cms';
import type { HeadingLevel } from '../components/Heading';
import { workshopsQuery } from '../queries/workshops';
import styles from './Finder.module.css';
import { FinderMap } from './FinderMap';
import { WorkshopList } from './WorkshopList';

interface FinderProps {
  search: WorkshopSearch;
  /** The level of the heading above the list. */
  level: HeadingLevel;
  /** How one gets beyond the first workshops: more of them in place, or a page each with an address of its own. */
  growth: 'show-more' | 'pages';
}

/** The map of upcoming workshops and, beside it, the same workshops as a list. Either stands without the other. */
export function Finder({ search, level, growth }: FinderProps) {
  const { data } = useSuspenseQuery(workshopsQuery(useCms(), search));
  return (
    <div id="workshops" className={styles.finder}>
      <div className={styles.map}>
        <FinderMap search={search} total={data.total} isFirst={growth === 'pages'} />
      </div>
      <div className={styles.list}>
        <WorkshopList search={search} firstPage={data} level={level} growth={growth} />
      </div>
    </div>
  );
}
