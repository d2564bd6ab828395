import { formatWorkshopSearch, parseWorkshopSearch, type WorkshopSearch } from '@deep-dive/shared-types';
import type { Head } from '../../head/head';
import { readSite } from '../../queries/site';
import type { Route } from '../../routing/route';
import { finderSearch, finderStatus, loadFinder } from '../finder-route';
import { breadcrumbs, headDefaults } from '../page-head';
import { WorkshopsPage } from './WorkshopsPage';

export const workshopsRoute: Route = {
  path: '/workshops',
  search: finderSearch,
  load: loadFinder,
  view(request) {
    const { cms, queries, config } = request;
    const { search } = parseWorkshopSearch(request.search);
    const site = readSite(cms, queries);
    const title = search.page ? `Find a workshop, page ${search.page}` : 'Find a workshop';
    const url = `${config.siteUrl}/workshops`;
    return {
      status: finderStatus(request),
      element: <WorkshopsPage />,
      head: {
        ...headDefaults(site, title),
        description: 'Upcoming professional learning workshops near you: dates, places and what they cost.',
        canonical: url + formatWorkshopSearch({ page: search.page }),
        alternates: feedsOf(search),
        jsonLd: import.meta.env.SSR ? [breadcrumbs(site, config, title, url)] : [],
        robots: search.near || search.bbox ? 'noindex' : null,
      },
    };
  },
};

/** A search as feeds, which know no pages and no order of their own. */
function feedsOf({ page: _page, sort: _sort, ...search }: WorkshopSearch): Head['alternates'] {
  const query = formatWorkshopSearch(search);
  return [
    { type: 'text/calendar', href: `/workshops.ics${query}`, title: 'Workshops, as a calendar' },
    { type: 'application/rss+xml', href: `/workshops.rss${query}`, title: 'New workshops' },
  ];
}
