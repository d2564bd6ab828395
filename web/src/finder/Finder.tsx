import {
  dayInLastZone,
  formatParsedSearch,
  type ParsedSearch,
  parseWorkshopSearch,
} from '@deep-dive/shared-types';
import { useQuery } from '@tanstack/react-query';
import { startTransition, useCallback, useContext, useMemo, useState } from 'react';
import type { HeadingLevel } from '../components/Heading';
import { EmbeddedContext } from '../components/SiteLink';
import { useNow } from '../hooks/useNow';
import { LocationContext } from '../location';
import { useCms } from '../queries/cms';
import { workshopsQuery } from '../queries/workshops';
import styles from './Finder.module.css';
import { type FinderPurpose, insteadOf } from './listing';
import { Results } from './Results';
import { SearchForm } from './SearchForm';
import { finderState } from './state';
import { ignoredWords, orderCaveat, placeCaveat, resultsTitle } from './words';

interface FinderProps extends FinderPurpose {
  /** Unique on the page. */
  id?: string;
  /** The level of the heading above the results. */
  level: HeadingLevel;
  /** The id of what the browser scrolls to once it has sent the form without script; the top of the page when left out. */
  landing?: string;
}

/**
 * Finds workshops: the form, the list and the map of one search. The search is the one in the page's address, so that
 * sharing, reloading, back and forward need nothing of their own. The page asks for the list before the finder is shown;
 * a list that is not there could not be had.
 */
export function Finder({ id = 'workshops', kind, growth, level, landing }: FinderProps) {
  const { path, search: query, navigate } = useContext(LocationContext);
  const isEmbedded = useContext(EmbeddedContext);
  const finder = useMemo(
    () => finderState(parseWorkshopSearch(query), path, { id, kind, growth, level, isEmbedded }),
    [query, path, id, kind, growth, level, isEmbedded],
  );
  const cms = useCms();
  const list = useQuery({ ...workshopsQuery(cms, finder.listed), enabled: false });
  const insteadSearch = insteadOf(finder.listed);
  const instead = useQuery({ ...workshopsQuery(cms, insteadSearch ?? finder.listed), enabled: false });
  const today = dayInLastZone(new Date(useNow(list.dataUpdatedAt)));
  const [pending, setPending] = useState<string | null>(null);
  const [hasSearched, setSearched] = useState(false);
  const action = landing ? `${path}#${landing}` : path;
  const note = ignoredWords(finder);

  const onSearch = useCallback(
    async (search: ParsedSearch, { replace = false } = {}) => {
      const next = formatParsedSearch(search);
      setPending(next);
      setSearched(true);
      await navigate(action.replace(path, path + next), { stay: true, replace: replace || next === query });
      startTransition(() => setPending((latest) => (latest === next ? null : latest)));
    },
    [navigate, action, path, query],
  );

  const title = list.data ? resultsTitle(list.data, finder) : 'We couldn’t search just now';
  const caveats = list.data && [placeCaveat(list.data, finder), orderCaveat(list.data, finder)];
  const said = [title, ...(caveats ?? []), note].filter(Boolean).join(' — ');
  return (
    <div id={id} className={styles.finder}>
      <SearchForm
        finder={finder}
        action={action}
        today={today}
        isSearching={pending !== null}
        onSearch={onSearch}
      />
      {note && <p className={styles.note}>{note}</p>}
      <p role="status" className="visually-hidden">
        {pending !== null ? 'Searching…' : hasSearched && said}
      </p>
      <Results
        finder={finder}
        list={list.data}
        instead={list.data ? undefined : instead.data}
        title={title}
        onSearch={onSearch}
      />
    </div>
  );
}
