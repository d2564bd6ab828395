import { CmsUnavailableError } from '@deep-dive/shared-types';
import {
  CancelledError,
  type QueryClient,
  type QueryExecuteOptions,
  type QueryKey,
} from '@tanstack/react-query';

/** What `queryOptions` makes: a key, and how to ask. */
export type Query<Data, Key extends QueryKey> = QueryExecuteOptions<Data, Error, Data, Data, Key>;

/** A query of any type, where only asking it matters and not what it answers. */
export interface AnyQuery {
  queryKey: QueryKey;
  queryFn?: unknown;
}

/** How the route table asks its queries, on the server and in the browser. */
export interface QueryReader {
  /** The query's answer, asked for when there is none or it is too old. Rejects with the client's errors. */
  fetch<Data, Key extends QueryKey>(query: Query<Data, Key>): Promise<Data>;
  /** `fetch` for a part the page can do without: an error is reported, and the part fails alone. */
  tryFetch(query: AnyQuery): Promise<void>;
  /** `tryFetch` for what only adds to a page: it is not waited for once patience is at an end. */
  tryFetchExtra(query: AnyQuery): Promise<void>;
  /** An answer, when it is there already. */
  peek<Data, Key extends QueryKey>(query: Query<Data, Key>): Data | undefined;
  /** `peek` for an answer that must be there. Throws when it is not. */
  read<Data, Key extends QueryKey>(query: Query<Data, Key>): Data;
}

export interface QueryReaderOptions {
  queryClient: QueryClient;
  /** Milliseconds an answer may be old. */
  staleTime: number;
  /** Told of every error `tryFetch` left out. */
  onError: (error: unknown, queryKey: QueryKey) => void;
  /** Resolves when extras are to be waited for no longer. Without it, they always are. */
  patience?: Promise<void>;
}

export function createQueryReader({
  queryClient,
  staleTime,
  onError,
  patience,
}: QueryReaderOptions): QueryReader {
  const report = (error: unknown, queryKey: QueryKey): void => {
    // The page was given up for another reason, which is reported.
    if (!(error instanceof CancelledError)) onError(error, queryKey);
  };
  const known = <Data>(queryKey: QueryKey): Data | undefined => queryClient.getQueryData<Data>(queryKey);
  const reader: QueryReader = {
    async fetch<Data, Key extends QueryKey>(query: Query<Data, Key>) {
      try {
        return await queryClient.query({ ...query, staleTime });
      } catch (error) {
        const old = known<Data>(query.queryKey);
        if (error instanceof CmsUnavailableError && old !== undefined) return old;
        throw error;
      }
    },
    async tryFetch(query) {
      await reader
        .fetch(query as Query<unknown, QueryKey>)
        .catch((error: unknown) => report(error, query.queryKey));
    },
    async tryFetchExtra(query) {
      const giveUp = patience?.then(() => {
        throw new CmsUnavailableError('The CMS took too long for what a page can do without');
      });
      const asked = reader.fetch(query as Query<unknown, QueryKey>);
      await Promise.race(giveUp ? [asked, giveUp] : [asked]).catch((error: unknown) =>
        report(error, query.queryKey),
      );
    },
    peek: <Data, Key extends QueryKey>(query: Query<Data, Key>) => known<Data>(query.queryKey),
    read<Data, Key extends QueryKey>(query: Query<Data, Key>) {
      const data = known<Data>(query.queryKey);
      if (data === undefined)
        throw new Error(`The query ${JSON.stringify(query.queryKey)} has no answer yet`);
      return data;
    },
  };
  return reader;
}
