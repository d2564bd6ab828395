import type { CmsClient } from '@deep-dive/shared-types';
import { queryOptions } from '@tanstack/react-query';

/** The scholarships that are published. */
export const scholarshipsQuery = (cms: CmsClient) =>
  queryOptions({ queryKey: ['scholarships'], queryFn: ({ signal }) => cms.scholarships({ signal }) });
