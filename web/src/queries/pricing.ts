import type { CmsClient } from '@deep-dive/shared-types';
import { queryOptions } from '@tanstack/react-query';

/** The national price and its wording. */
export const pricingQuery = (cms: CmsClient) =>
  queryOptions({ queryKey: ['pricing'], queryFn: ({ signal }) => cms.pricing({ signal }) });
