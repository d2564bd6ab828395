import type { CmsClient } from '@deep-dive/shared-types';
import { queryOptions } from '@tanstack/react-query';

/** Every Regional Partner, by name. */
export const partnersQuery = (cms: CmsClient) =>
  queryOptions({ queryKey: ['partners'], queryFn: ({ signal }) => cms.partners({ signal }) });

/** One Regional Partner, by slug. */
export const partnerQuery = (cms: CmsClient, slug: string) =>
  queryOptions({ queryKey: ['partner', slug], queryFn: ({ signal }) => cms.partner(slug, { signal }) });
