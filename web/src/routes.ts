import { ALERTS_PATH, CONTACT_PATH } from './hrefs';
import { contentRoute, homeRoute } from './pages/ContentPage/route';
import { embedRoute } from './pages/EmbedPage/route';
import { partnerRoute } from './pages/PartnerPage/route';
import { quoteRoute } from './pages/QuotePage/route';
import { workshopRoute } from './pages/WorkshopPage/route';
import { workshopsRoute } from './pages/WorkshopsPage/route';
import type { Route, RouteMatch } from './routing/route';
import { isSlug } from './routing/slug';

/** Every page of the site. An earlier route wins. */
const routes: Route[] = [
  homeRoute,
  workshopsRoute,
  embedRoute,
  quoteRoute,
  workshopRoute,
  partnerRoute,
  contentRoute,
];

/**
 * The route a path belongs to. The path as in a URL, still percent-encoded; letter case counts.
 * Undefined when no page can have this address. What is posted to is none of them: the server's `intake/` answers there.
 */
export function matchRoute(path: string): RouteMatch | undefined {
  if (path === CONTACT_PATH || path === ALERTS_PATH) return undefined;
  const segments = path.split('/').slice(1);
  for (const route of routes) {
    const pattern = route.path.split('/').slice(1);
    if (pattern.length !== segments.length) continue;
    if (!pattern.every((part, index) => part === ':slug' || part === segments[index])) continue;
    const position = pattern.indexOf(':slug');
    if (position < 0) return { route, slug: '' };
    const slug = segments[position] ?? '';
    if (isSlug(slug)) return { route, slug };
  }
  return undefined;
}

/** Whether a path is a page's, and no file's. */
export function isPagePath(path: string): boolean {
  return !/\.[^/]*$/.test(path) && matchRoute(path) !== undefined;
}
