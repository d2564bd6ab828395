import type { CmsClient } from '@deep-dive/shared-types';
import { queryOptions } from '@tanstack/react-query';

/** What every page shares: the site's name, menus, foot and notice. */
export const siteQuery = (cms: CmsClient) =>
  queryOptions({ queryKey: ['site'], queryFn: ({ signal }) => cms.site({ signal }) });
