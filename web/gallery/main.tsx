import '../src/styles/index.css';
import { QueryClient } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { pageQuery } from '../src/queries/page';
import { loadSections, registry } from '../src/sections/registry';
import { allExamples, answersOf } from '../src/testing/all-examples';
import { Surroundings, silentCms } from '../src/testing/Surroundings';
import { NOW } from '../src/testing/samples';
import { withDrawings } from './drawings';
import { addressOf, Gallery, PAGE } from './Gallery';

const element = document.getElementById('root');
if (!element) throw new Error('The document lacks its #root element');
const root = createRoot(element);

/** Shows what is at the address: all on its own, as if nothing had been shown before. */
function show(): void {
  const { pathname } = location;
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: 'static', retry: false } } });
  const shown = allExamples.find((example) => addressOf(example) === pathname);
  document.title = shown ? `${shown.kind}, ${shown.name} – Section examples` : 'Section examples';
  if (shown) {
    const page = { title: document.title, slug: PAGE, seo: null, sections: [withDrawings(shown.section)] };
    const answers = [...answersOf(shown), { queryKey: pageQuery(silentCms, PAGE).queryKey, data: page }];
    for (const { queryKey, data } of answers) queryClient.setQueryData(queryKey, data, { updatedAt: NOW });
  }
  root.render(
    <Surroundings
      key={pathname}
      queryClient={queryClient}
      location={{ path: pathname, search: '', navigate: async (to) => location.assign(to) }}
    >
      <Gallery examples={allExamples} shown={shown} />
    </Surroundings>,
  );
}

// As a route does before its page is shown.
await loadSections(Object.keys(registry));
addEventListener('popstate', show);
show();
