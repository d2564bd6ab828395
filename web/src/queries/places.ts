import type { CmsClient } from '@deep-dive/shared-types';
import { queryOptions } from '@tanstack/react-query';

/** Places to offer for what was typed so far. */
export const placeSuggestionsQuery = (cms: CmsClient, typed: string) =>
  queryOptions({
    queryKey: ['places', typed],
    queryFn: ({ signal }) => cms.placeSuggestions(typed, { signal }),
    // Places hardly change, and whoever types has no time for a second try.
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
