import { type CmsClient, MovedError, NotFoundError } from '@deep-dive/shared-types';
import { queryOptions } from '@tanstack/react-query';

/** Every Regional Partner, by name. */
export const partnersQuery = (cms: CmsClient) =>
  queryOptions({ queryKey: ['partners'], queryFn: ({ signal }) => cms.partners({ signal }) });

/** One Regional Partner, by slug. */
export const partnerQuery = (cms: CmsClient, slug: string) =>
  queryOptions({ queryKey: ['partner', slug], queryFn: ({ signal }) => cms.partner(slug, { signal }) });

/** Where a Regional Partner serves, by slug. */
export const territoryQuery = (cms: CmsClient, slug: string) =>
  queryOptions({ queryKey: ['territory', slug], queryFn: ({ signal }) => cms.territory(slug, { signal }) });

/** Whether a slug is a Regional Partner's. */
export type PartnerStanding =
  | { status: 'known' | 'unknown' }
  /** It was once; it is another now. */
  | { status: 'moved'; slug: string };

/** Whether a slug in an address is a Regional Partner's. That it is nobody's is an answer here, and no error. */
export const partnerStandingQuery = (cms: CmsClient, slug: string) =>
  queryOptions({
    queryKey: ['partner-standing', slug],
    queryFn: async ({ signal }): Promise<PartnerStanding> => {
      try {
        await cms.partner(slug, { signal });
        return { status: 'known' };
      } catch (error) {
        if (error instanceof MovedError) return { status: 'moved', slug: error.slug };
        if (error instanceof NotFoundError) return { status: 'unknown' };
        throw error;
      }
    },
  });
