import type { CmsClient } from '@deep-dive/shared-types';
import { queryOptions } from '@tanstack/react-query';

/** A page with its sections, by slug. */
export const pageQuery = (cms: CmsClient, slug: string) =>
  queryOptions({ queryKey: ['page', slug], queryFn: ({ signal }) => cms.page(slug, { signal }) });
