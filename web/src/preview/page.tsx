import { createCmsClient, type Site } from '@deep-dive/shared-types';
import { hydrate, QueryClient } from '@tanstack/react-query';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from '../App';
import { isPlainClick, linkOf, pageAddress as pageOf } from '../navigation/links';
import { type PageState, STATE_ELEMENT } from '../navigation/page-state';
import { notFoundView } from '../pages/NotFoundPage/view';
import { createQueryReader } from '../queries/query-reader';
import { readSite } from '../queries/site';
import { isPagePath, matchRoute } from '../routes';
import type { RouteMatch } from '../routing/route';
import { pageAddress, previewAddress, previewAt } from './addresses';
import { Marks } from './Marks';

/** The slug of the page of sections that a route shows; undefined when it shows something else. */
function pageSlug({ route, slug }: RouteMatch, site: Site): string | undefined {
  if (route.path === '/') return site.homePage?.slug;
  return route.path === '/:slug' ? slug : undefined;
}

/** Takes over a page of the site that stands in a preview: its links and searches lead on within the preview. */
export function takeOverPage(): void {
  const here = previewAt(location.pathname);
  const root = document.getElementById('root');
  const stateElement = document.getElementById(STATE_ELEMENT);
  if (!here || here.page === null || !root || !stateElement?.textContent)
    throw new Error('The document is no preview’s, or lacks its #root or its #state element');
  const { name, page: path } = here;

  const cms = createCmsClient({ baseUrl: previewAddress(name) });
  const queryClient = new QueryClient({
    defaultOptions: {
      queries: { staleTime: Number.POSITIVE_INFINITY, networkMode: 'always', retry: false },
    },
  });
  const queries = createQueryReader({
    queryClient,
    staleTime: Number.POSITIVE_INFINITY,
    onError: (error) => console.error('A part of the page could not be loaded:', error),
  });
  const state = JSON.parse(stateElement.textContent) as PageState;
  hydrate(queryClient, state.queries);

  const match = state.isFound ? matchRoute(path) : undefined;
  const search = match?.route.search(location.search) ?? '';
  const view = match
    ? match.route.view({ cms, queries, config: state.config, slug: match.slug, search })
    : notFoundView({ cms, queries });

  /** Each page of a preview is asked for anew, so that it can't be older than the last save. */
  const goTo = (to: string | URL): void => {
    const { pathname, search, hash } = new URL(to, location.origin);
    location.assign(pageAddress(name, pathname + search + hash));
  };

  hydrateRoot(
    root,
    <App
      cms={cms}
      queryClient={queryClient}
      config={state.config}
      page={{ path, search, view }}
      navigate={async (to) => goTo(to)}
    />,
  );

  // The links that React draws are the site's own: in here they lead on within the preview, and what leads elsewhere has a tab of its own.
  document.addEventListener('click', (event) => {
    const link = linkOf(event);
    if (!link || !isPlainClick(event) || link.getAttribute('href')?.startsWith('#')) return;
    if (previewAt(link.pathname)) return;
    const url = pageOf(link, new URL(location.href), isPagePath);
    if (url) {
      event.preventDefault();
      goTo(url);
    } else if (link.target === '') link.target = '_blank';
  });

  const slug = match && pageSlug(match, readSite(cms, queries));
  if (slug) {
    const marks = document.body.appendChild(document.createElement('div'));
    createRoot(marks).render(<Marks cms={cms} queries={queries} base={previewAddress(name)} slug={slug} />);
  }
}
