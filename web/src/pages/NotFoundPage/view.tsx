import { readSite } from '../../queries/site';
import type { RouteRequest, View } from '../../routing/route';
import { headDefaults } from '../page-head';
import { NotFoundPage } from './NotFoundPage';

/** The view of an address nothing answers to. Call it after `loadSite`. */
export function notFoundView({ cms, queries }: Pick<RouteRequest, 'cms' | 'queries'>): View {
  const site = readSite(cms, queries);
  return {
    status: 404,
    element: <NotFoundPage />,
    head: { ...headDefaults(site, 'Page not found'), robots: 'noindex' },
  };
}
