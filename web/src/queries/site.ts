import type { CmsClient, Site } from '@deep-dive/shared-types';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { BUILT_IN_SITE } from './built-in-site';
import { useCms } from './cms';
import type { QueryReader } from './query-reader';

/** What every page shares: the site's name, menus, foot and notice. */
export const siteQuery = (cms: CmsClient) =>
  queryOptions({ queryKey: ['site'], queryFn: ({ signal }) => cms.site({ signal }) });

/** Asks what every page shares. No page fails because nobody can say it. */
export function loadSite(cms: CmsClient, queries: QueryReader): Promise<void> {
  return queries.tryFetch(siteQuery(cms));
}

/** What every page shares, as far as it is known. */
export function readSite(cms: CmsClient, queries: QueryReader): Site {
  return queries.peek(siteQuery(cms)) ?? BUILT_IN_SITE;
}

/** `readSite` for what is shown, with when it was known, in milliseconds since the epoch. The page has asked before. */
export function useSite(): { site: Site; knownAt: number } {
  const { data, dataUpdatedAt } = useQuery({ ...siteQuery(useCms()), enabled: false });
  return { site: data ?? BUILT_IN_SITE, knownAt: dataUpdatedAt };
}
