import '../src/styles/index.css';
import { QueryClient } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { pageQuery } from '../src/queries/page';
import { allExamples, answersOf } from '../src/testing/all-examples';
import { Surroundings, silentCms } from '../src/testing/Surroundings';
import { NOW } from '../src/testing/samples';
import { withDrawings } from './drawings';
import { addressOf, Gallery, PAGE } from './Gallery';

const root = document.getElementById('root');
if (!root) throw new Error('The document lacks its #root element');

const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: 'static', retry: false } } });
const shown = allExamples.find((example) => addressOf(example) === location.pathname);
if (shown) {
  document.title = `${shown.kind}, ${shown.name} – Section examples`;
  const page = { title: document.title, slug: PAGE, seo: null, sections: [withDrawings(shown.section)] };
  const answers = [...answersOf(shown), { queryKey: pageQuery(silentCms, PAGE).queryKey, data: page }];
  for (const { queryKey, data } of answers) queryClient.setQueryData(queryKey, data, { updatedAt: NOW });
}

createRoot(root).render(
  <Surroundings
    queryClient={queryClient}
    location={{
      path: location.pathname,
      search: '',
      navigate: async (to) => location.assign(to),
    }}
  >
    <Gallery examples={allExamples} shown={shown} />
  </Surroundings>,
);
