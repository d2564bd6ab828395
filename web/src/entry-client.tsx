import { CmsUnavailableError, createCmsClient, MovedError, NotFoundError } from '@deep-dive/shared-types';
import { hydrate, QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { App } from './App';
import type { SiteConfig } from './config';
import { lowerCasePath, movedPath } from './navigation/moved';
import { type PageState, STATE_ELEMENT } from './navigation/page-state';
import { type ShownPage, useNavigation } from './navigation/useNavigation';
import { notFoundView } from './pages/NotFoundPage/view';
import { createQueryReader } from './queries/query-reader';
import { loadSite, readSite } from './queries/site';
import { isPagePath, matchRoute } from './routes';
import type { RouteMatch, RouteRequest } from './routing/route';

/** Milliseconds an answer serves further navigation before it is asked for again. */
const STALE_TIME = 60_000;

const cms = createCmsClient({ baseUrl: '' });
const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Navigation decides when to ask again: a page never changes under its reader.
      staleTime: Number.POSITIVE_INFINITY,
      // Whoever is offline is told so, rather than left waiting.
      networkMode: 'always',
      retry: (failures, error) => error instanceof CmsUnavailableError && failures < 2,
    },
  },
});
const queries = createQueryReader({
  queryClient,
  staleTime: STALE_TIME,
  onError: (error, queryKey) =>
    console.error(`A part of the page could not be loaded: ${JSON.stringify(queryKey)}`, error),
});

/** Moves followed before an address counts as nobody's: one, and one more that happened meanwhile. */
const MOST_MOVES = 2;

/**
 * The page at an address, asked for where it is not in memory; of an old address, the page at its new one. Rejects when
 * the CMS is away.
 */
async function load(config: SiteConfig, url: URL, moves = 0): Promise<ShownPage> {
  const match = matchRoute(url.pathname);
  try {
    if (!match) throw new NotFoundError(`No page has the address ${url.pathname}`);
    await match.route.load(requestFor(match, url, config));
    return pageAt(match, url, config);
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    await loadSite(cms, queries);
    if (match && error instanceof MovedError && moves < MOST_MOVES) {
      const path = movedPath(match.route.path, error.slug, readSite(cms, queries).homePage?.slug);
      return load(config, new URL(path + url.search + url.hash, url), moves + 1);
    }
    // As the server leads there.
    const lower = error instanceof MovedError ? undefined : lowerCasePath(url.pathname);
    if (lower !== undefined && moves < MOST_MOVES) {
      const page = await load(config, new URL(lower + url.search + url.hash, url), moves + 1);
      if (page.view.status !== 404) return page;
    }
    return pageAt(undefined, url, config);
  }
}

function requestFor({ route, slug }: RouteMatch, url: URL | Location, config: SiteConfig): RouteRequest {
  return { cms, queries, config, slug, search: route.search(url.search) };
}

/** The page at an address whose queries are answered; without a match, the page that says there is none. */
function pageAt(match: RouteMatch | undefined, url: URL | Location, config: SiteConfig): ShownPage {
  if (!match) return { path: url.pathname, search: '', view: notFoundView({ cms, queries }) };
  const request = requestFor(match, url, config);
  return { path: url.pathname, search: request.search, view: match.route.view(request) };
}

function Browser({ config, first }: { config: SiteConfig; first: ShownPage }) {
  const loadHere = useCallback((url: URL) => load(config, url), [config]);
  const navigation = useNavigation(first, loadHere, isPagePath);
  const { path } = navigation.page;
  useEffect(() => {
    if (!readSite(cms, queries).countVisits) return;
    // Not beside what the page itself needs.
    const soon = setTimeout(
      () => void import('./counts/tell').then(({ tellOf }) => tellOf(path, first.path)),
      1_000,
    );
    return () => clearTimeout(soon);
  }, [path, first.path]);
  return <App cms={cms} queryClient={queryClient} config={config} {...navigation} />;
}

/** Takes over a page that came with its state. */
function takeOver(root: HTMLElement, state: PageState): void {
  hydrate(queryClient, state.queries);
  const match = state.isFound ? matchRoute(location.pathname) : undefined;
  const first = pageAt(match, location, state.config);
  hydrateRoot(root, <Browser config={state.config} first={first} />, {
    onRecoverableError: (error) => console.error('A part of the page was drawn anew in the browser:', error),
  });
}

const root = document.getElementById('root');
if (!root) throw new Error('The document lacks its #root element');
// Without one the page is whole as it came. Only in development does it have this script at all, for its styles.
const state = document.getElementById(STATE_ELEMENT)?.textContent;
if (state) takeOver(root, JSON.parse(state) as PageState);
