import type { CmsClient, WorkshopSearch } from '@deep-dive/shared-types';
import { queryOptions } from '@tanstack/react-query';

/** One page of the list of upcoming workshops. */
export const workshopsQuery = (cms: CmsClient, search: WorkshopSearch) =>
  queryOptions({
    queryKey: ['workshops', search],
    queryFn: ({ signal }) => cms.workshops(search, { signal }),
  });

/** One workshop, by slug. */
export const workshopQuery = (cms: CmsClient, slug: string) =>
  queryOptions({ queryKey: ['workshop', slug], queryFn: ({ signal }) => cms.workshop(slug, { signal }) });
