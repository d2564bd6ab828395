import { readSite } from '../../queries/site';
import type { Route } from '../../routing/route';
import { finderSearch, finderStatus, loadFinder } from '../finder-route';
import { headDefaults } from '../page-head';
import { EmbedPage } from './EmbedPage';

export const embedRoute: Route = {
  path: '/embed/workshops',
  search: finderSearch,
  load: loadFinder,
  view(request) {
    const site = readSite(request.cms, request.queries);
    return {
      status: finderStatus(request),
      element: <EmbedPage siteName={site.name} />,
      isEmbedded: true,
      head: { ...headDefaults(site, 'Find a workshop'), robots: 'noindex' },
    };
  },
};
