import { parseWorkshopSearch } from '@deep-dive/shared-types';
import { partnerStandingQuery } from '../../queries/partners';
import { readSite } from '../../queries/site';
import type { Route, RouteRequest } from '../../routing/route';
import { finderSearch, finderStatus, loadFinder } from '../finder-route';
import { headDefaults } from '../page-head';
import { EmbedPage } from './EmbedPage';

export const embedRoute: Route = {
  path: '/embed/workshops',
  search: finderSearch,
  async load(request) {
    const standing = standingQuery(request);
    await Promise.all([loadFinder(request), standing && request.queries.tryFetchExtra(standing)]);
  },
  view(request) {
    const site = readSite(request.cms, request.queries);
    const standing = standingQuery(request);
    return {
      status: finderStatus(request),
      element: (
        <EmbedPage siteName={site.name} standing={(standing && request.queries.peek(standing)) ?? null} />
      ),
      isEmbedded: true,
      head: { ...headDefaults(site, 'Find a workshop'), robots: 'noindex' },
    };
  },
};

/** Whoever made the frame wrote the partner into its address by hand. */
function standingQuery({ cms, search }: RouteRequest) {
  const { partner } = parseWorkshopSearch(search).search;
  return partner === undefined ? null : partnerStandingQuery(cms, partner);
}
