import {
  type CmsClient,
  type FieldProblem,
  InvalidRequestError,
  parseQuoteQuery,
  type Quote,
} from '@deep-dive/shared-types';
import { queryOptions } from '@tanstack/react-query';

/** What became of the question of a price. That a field can't be answered is an answer here, and no error. */
export type QuoteAnswer = { quote: Quote; problems: [] } | { quote: null; problems: FieldProblem[] };

/** What so many people would pay, for a query string as `normalizeQuoteQuery` gives it. */
export const quoteQuery = (cms: CmsClient, search: string) =>
  queryOptions({
    queryKey: ['quote', search],
    queryFn: async ({ signal }): Promise<QuoteAnswer> => {
      const { query, problems } = parseQuoteQuery(search);
      if (problems.length > 0) return { quote: null, problems };
      try {
        return { quote: await cms.quote(query, { signal }), problems: [] };
      } catch (error) {
        if (error instanceof InvalidRequestError && error.problems.length > 0)
          return { quote: null, problems: error.problems };
        throw error;
      }
    },
  });
