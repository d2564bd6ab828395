import {
  type CmsClient,
  formatParsedSearch,
  parseWorkshopSearch,
  type WorkshopSearch,
} from '@deep-dive/shared-types';
import { insteadOf, isBeyondEnd } from '../finder/listing';
import type { QueryReader } from '../queries/query-reader';
import { loadSite } from '../queries/site';
import { workshopsQuery } from '../queries/workshops';
import type { RouteRequest, View } from '../routing/route';

/** The `search` of a route whose page holds a finder. */
export const finderSearch = (query: string): string => formatParsedSearch(parseWorkshopSearch(query));

/** The `load` of a route whose page is a finder. */
export async function loadFinder({ cms, queries, search }: RouteRequest): Promise<void> {
  await Promise.all([loadSite(cms, queries), loadList(cms, queries, parseWorkshopSearch(search).search)]);
}

/** A list of workshops; where it can't be had, what is listed in its place. */
async function loadList(cms: CmsClient, queries: QueryReader, listed: WorkshopSearch): Promise<void> {
  await queries.tryFetch(workshopsQuery(cms, listed));
  const instead = insteadOf(listed);
  if (instead && !queries.peek(workshopsQuery(cms, listed)))
    await queries.tryFetch(workshopsQuery(cms, instead));
}

/** The status of a page that is a finder. */
export function finderStatus({ cms, queries, search }: RouteRequest): View['status'] {
  const list = queries.peek(workshopsQuery(cms, parseWorkshopSearch(search).search));
  if (!list) return 503;
  return isBeyondEnd(list) ? 404 : 200;
}
