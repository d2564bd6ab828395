import { type CmsClient, createCmsClient, type Section } from '@deep-dive/shared-types';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { Router } from 'wouter';
import { ConfigContext } from '../config';
import { LocationContext, usePageLocation, usePageSearch } from '../location';
import { CmsContext } from '../queries/cms';
import { Sections } from '../sections/Sections';
import { NOW } from './samples';

/** Never asked: what a test does not put into `answers` is not there. */
const cms = createCmsClient({ baseUrl: '', fetch: () => Promise.reject(new Error('A test asks nobody')) });

/** A query and its answer, as the server would have them before it renders. */
export type Answer = [query: (cms: CmsClient) => { queryKey: readonly unknown[] }, data: unknown];

/** Renders to HTML as the server does, for tests. */
export function render(
  element: ReactElement,
  answers: Answer[] = [],
  path = '/deep-dive',
  search = '',
): string {
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: 'static', retry: false } } });
  for (const [query, data] of answers)
    queryClient.setQueryData(query(cms).queryKey, data, { updatedAt: NOW });
  const html = renderToString(
    <ConfigContext.Provider value={{ siteUrl: 'https://learning.example', mapboxToken: null }}>
      <QueryClientProvider client={queryClient}>
        <CmsContext.Provider value={cms}>
          <LocationContext.Provider value={{ path, search, navigate: async () => {} }}>
            <Router hook={usePageLocation} searchHook={usePageSearch}>
              {element}
            </Router>
          </LocationContext.Provider>
        </CmsContext.Provider>
      </QueryClientProvider>
    </ConfigContext.Provider>,
  );
  queryClient.clear();
  return html.replaceAll('<!-- -->', '');
}

/** Renders sections as a page would hold them. */
export function renderSections(sections: Section[], answers: Answer[] = [], search = ''): string {
  return render(<Sections sections={sections} />, answers, '/deep-dive', search);
}

/** The words of some HTML, as one reads them. */
export function textOf(html: string): string {
  return html
    .replace(/<template[^>]*>.*?<\/template>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
