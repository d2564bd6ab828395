import {
  formatWorkshopSearch,
  type WorkshopList as WorkshopListPage,
  type WorkshopResult,
  type WorkshopSearch,
} from '@deep-dive/shared-types';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { HeadingLevel } from '../components/Heading';
import { LinkButton } from '../components/LinkButton';
import { useCms } from '../queries/cms';
import { workshopsQuery } from '../queries/workshops';
import { countLabel } from '../workshops/labels';
import { WorkshopItem } from '../workshops/WorkshopItem';
import { markOf } from './item-marks';
import { Pagination } from './Pagination';
import type { FinderState } from './state';
import { useRemembered } from './useRemembered';
import styles from './WorkshopList.module.css';

interface WorkshopListProps {
  finder: FinderState;
  firstPage: WorkshopListPage;
}

/** The workshops that were found. */
export function WorkshopList({ finder, firstPage }: WorkshopListProps) {
  if (finder.growth === 'show-more') return <GrowingList finder={finder} firstPage={firstPage} />;
  return (
    <>
      <ul className={styles.list}>
        <Items workshops={firstPage.workshops} level={finder.level} />
      </ul>
      <Pagination finder={finder} list={firstPage} />
    </>
  );
}

/**
 * A list that begins short and grows. The first page is in the HTML as a whole, for those without script; with it, the
 * style sheet shows the beginning until someone asks for more.
 */
function GrowingList({ finder, firstPage }: WorkshopListProps) {
  const { search, listed, level, hrefOf } = finder;
  const [pages, setPages] = useRemembered(`${hrefOf(search)} pages`, 0);
  const list = useRef<HTMLUListElement>(null);
  const firstNew = useRef<number | null>(null);
  const isLast = pages >= firstPage.pageCount;
  const later = Array.from({ length: Math.max(0, pages - 1) }, (_, index) => index + 2);

  const showMore = () => {
    const items = [...(list.current?.children ?? [])];
    const hidden = items.findIndex((item) => getComputedStyle(item).display === 'none');
    firstNew.current = hidden >= 0 ? hidden : items.length;
    setPages(Math.max(1, pages) + (hidden >= 0 ? 0 : 1));
  };

  // Whoever asked for more goes on at the first of them, with the keyboard and by ear.
  const focusFirstNew = () => {
    if (firstNew.current === null) return;
    const link = list.current?.children[firstNew.current]?.querySelector('a');
    if (!link) return;
    firstNew.current = null;
    link.focus();
  };
  useEffect(focusFirstNew);

  return (
    <>
      <ul
        ref={list}
        className={`${styles.list} ${pages === 0 ? styles.short : ''} ${isNationwide(listed) ? styles.nationwide : ''}`}
      >
        <Items workshops={firstPage.workshops} level={level} />
        {later.map((page) => (
          <LaterPage key={page} search={{ ...listed, page }} level={level} onShown={focusFirstNew} />
        ))}
      </ul>
      <div className={styles.more}>
        {!isLast && (
          <button type="button" className={styles.button} onClick={showMore}>
            Show more workshops
          </button>
        )}
        <LinkButton href={`/workshops${formatWorkshopSearch(listed)}`} look="link">
          See {firstPage.total === 1 ? 'it on its own page' : `all ${countLabel(firstPage.total)}`}
        </LinkButton>
      </div>
    </>
  );
}

/** Whether what is listed lies all over the country: on paper it is no use to anybody. */
function isNationwide({ near, bbox, partner }: WorkshopSearch): boolean {
  return !near && !bbox && !partner;
}

interface ItemsProps {
  workshops: WorkshopResult[];
  /** The level of the heading above them. */
  level: HeadingLevel;
}

/** Workshops as the items of a list. */
export function Items({ workshops, level }: ItemsProps) {
  const below = Math.min(6, level + 1) as HeadingLevel;
  return (
    <>
      {workshops.map((workshop) => (
        <li key={workshop.id} data-at={positionMark(workshop)}>
          <WorkshopItem workshop={workshop} level={below} />
        </li>
      ))}
    </>
  );
}

function positionMark({ place }: WorkshopResult): string | undefined {
  if (!place || place.latitude === null || place.longitude === null) return undefined;
  return markOf({ latitude: place.latitude, longitude: place.longitude });
}

interface LaterPageProps {
  search: WorkshopSearch;
  level: HeadingLevel;
  onShown: () => void;
}

function LaterPage({ search, level, onShown }: LaterPageProps) {
  const { data, isError, refetch } = useQuery(workshopsQuery(useCms(), search));
  useEffect(() => {
    if (data) onShown();
  }, [data, onShown]);
  if (data) return <Items workshops={data.workshops} level={level} />;
  if (!isError)
    return (
      <li className={styles.note} role="status">
        Fetching more…
      </li>
    );
  return (
    <li className={styles.note} role="alert">
      We could not fetch more workshops.{' '}
      <button type="button" className={styles.retry} onClick={() => refetch()}>
        Try again
      </button>
    </li>
  );
}
