import type { Bounds, ParsedSearch, WorkshopList } from '@deep-dive/shared-types';
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Heading } from '../components/Heading';
import { Asides } from './Asides';
import { Chips } from './Chips';
import { FinderMap } from './FinderMap';
import { markItems, positionOf, roundOutwards } from './item-marks';
import { Joinable } from './Joinable';
import { insteadOf } from './listing';
import { NoResults } from './NoResults';
import { Notes } from './Notes';
import { PlaceLinks } from './PlaceLinks';
import styles from './Results.module.css';
import { Retry } from './Retry';
import { Subscribe } from './Subscribe';
import { type FinderState, resultsId } from './state';
import { TellMe } from './TellMe';
import { useRemembered } from './useRemembered';
import { WorkshopList as Workshops } from './WorkshopList';
import { abroadWords, insteadWords } from './words';

interface ResultsProps {
  finder: FinderState;
  /** Undefined when it could not be had. */
  list: WorkshopList | undefined;
  /** What is listed in its place, when that could be had. */
  instead: WorkshopList | undefined;
  title: string;
  /** `replace`: in the place of the last search, in the browser's history. */
  onSearch: (search: ParsedSearch, options?: { replace: boolean }) => void;
}

/** What was found, as a list and on the map; each marks on the other what the pointer or the focus is on. */
export const Results = memo(function Results({ finder, list, instead, title, onSearch }: ResultsProps) {
  const listRef = useRef<HTMLDivElement>(null);
  const [mark, setMark] = useState<string | null>(null);
  const marked = useMemo(() => (mark ? positionOf(mark) : null), [mark]);
  const onMark = useCallback((bounds: Bounds | null) => markItems(listRef.current, bounds), []);
  const [shown, setShown] = useRemembered<'list' | 'map'>(`${finder.hrefOf({})} view`, 'list');
  // A map that was hidden while the search changed has missed where to look: it begins anew when it is shown.
  const [shownFor, setShownFor] = useState(finder);
  const { search } = finder;
  const titleId = resultsId(finder);

  const searchArea = useCallback(
    (bounds: Bounds, replace: boolean) => {
      const area = { ...search, bbox: roundOutwards(bounds), page: undefined };
      onSearch({ search: area, ignored: [] }, { replace });
    },
    [onSearch, search],
  );
  const onSearchArea = useCallback(
    (bounds: Bounds) => {
      // The button that was pressed is going. Where the map hides the list, the focus stays on the map.
      if (listRef.current?.offsetParent) document.getElementById(titleId)?.focus();
      searchArea(bounds, false);
    },
    [searchArea, titleId],
  );
  // "Back" leads to what was searched before the map was moved, not to every step of the way.
  const onFollow = useCallback(
    (bounds: Bounds) => searchArea(bounds, search.bbox !== undefined),
    [searchArea, search.bbox],
  );

  // "Try again" goes once there is an answer, and the focus would go with it.
  const isRetrying = useRef(false);
  useEffect(() => {
    if (!list || !isRetrying.current) return;
    isRetrying.current = false;
    if (document.activeElement === document.body) document.getElementById(titleId)?.focus();
  }, [list, titleId]);

  // The map stands at the top of the results, however far down the list one was, and one comes back to there.
  const listPosition = useRef<number | null>(null);
  const show = (what: 'list' | 'map') => {
    const title = document.getElementById(titleId);
    const isAbove = title !== null && title.getBoundingClientRect().top < 0;
    if (what === 'map') listPosition.current = isAbove ? window.scrollY : null;
    flushSync(() => {
      setShown(what);
      if (what === 'map') setShownFor(finder);
    });
    if (what === 'map' && isAbove) title.scrollIntoView();
    if (what === 'list' && listPosition.current !== null) window.scrollTo(0, listPosition.current);
  };
  const markAt = (target: EventTarget) =>
    setMark((target instanceof Element && target.closest('[data-at]')?.getAttribute('data-at')) || null);

  return (
    <div className={styles.results}>
      <div className={styles.head}>
        <Heading level={finder.level} id={titleId} className={styles.title} isTarget>
          {title}
        </Heading>
        <Chips finder={finder} list={list} />
      </div>
      <fieldset className={styles.switch} aria-label="Show the results as">
        <button type="button" aria-pressed={shown === 'list'} onClick={() => show('list')}>
          List
        </button>
        <button type="button" aria-pressed={shown === 'map'} onClick={() => show('map')}>
          Map
        </button>
      </fieldset>
      <div className={styles.columns} data-shown={shown}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it only marks on the map what the pointer or the focus is on. */}
        <div
          ref={listRef}
          className={styles.list}
          onPointerOver={({ target }) => markAt(target)}
          onPointerLeave={() => setMark(null)}
          onFocus={({ target }) => markAt(target)}
          onBlur={() => setMark(null)}
        >
          {list ? (
            <Listing finder={finder} list={list} />
          ) : (
            <>
              <Retry
                finder={finder}
                onRetry={() => {
                  isRetrying.current = true;
                }}
              />
              {instead && <Instead finder={finder} list={instead} />}
            </>
          )}
        </div>
        <div className={styles.map}>
          <FinderMap
            key={finder.hrefOf(shownFor.search)}
            finder={finder}
            list={list}
            marked={marked}
            onMark={onMark}
            onSearchArea={onSearchArea}
            onFollow={onFollow}
          />
        </div>
      </div>
    </div>
  );
});

/** Apart from the marks, which come and go with every movement of the pointer. */
const Listing = memo(function Listing({ finder, list }: { finder: FinderState; list: WorkshopList }) {
  return (
    <>
      <Notes finder={finder} list={list} />
      {list.near?.status === 'found' && (
        <>
          <PlaceLinks lead="Did you mean" places={list.near.others} hrefOf={finder.hrefNear} />
          {list.near.alsoAbroad && <p className={styles.abroad}>{abroadWords}</p>}
        </>
      )}
      <Joinable list={list} />
      {list.workshops.length > 0 ? (
        <Workshops key={finder.hrefOf(finder.search)} finder={finder} firstPage={list} />
      ) : (
        <NoResults finder={finder} list={list} />
      )}
      <TellMe finder={finder} list={list} />
      <Asides finder={finder} list={list} />
      <Subscribe search={finder.listed} />
    </>
  );
});

/** The workshops there are, when the search for some of them can't be made. */
function Instead({ finder, list }: { finder: FinderState; list: WorkshopList }) {
  const search = insteadOf(finder.listed) ?? {};
  if (list.workshops.length === 0) return null;
  return (
    <>
      <p className={styles.instead}>
        We can’t search right now. Until we can, here are {insteadWords(search)}:
      </p>
      <Workshops finder={{ ...finder, search, listed: search }} firstPage={list} />
    </>
  );
}
