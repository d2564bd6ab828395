import type { CmsClient, Section } from '@deep-dive/shared-types';
import { QueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { loadSections, registry } from '../sections/registry';
import { Sections } from '../sections/Sections';
import { Surroundings, silentCms } from './Surroundings';
import { NOW } from './samples';

// As a route does before its page is rendered.
await loadSections(Object.keys(registry));

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
    queryClient.setQueryData(query(silentCms).queryKey, data, { updatedAt: NOW });
  const html = renderToString(
    <Surroundings queryClient={queryClient} location={{ path, search, navigate: async () => {} }}>
      {element}
    </Surroundings>,
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
