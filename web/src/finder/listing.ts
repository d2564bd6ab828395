import {
  formatWorkshopSearch,
  type WorkshopKind,
  type WorkshopList,
  type WorkshopSearch,
} from '@deep-dive/shared-types';

/** What a finder is made for. */
export interface FinderPurpose {
  /** The only kind it lists; null lets the visitor choose. */
  kind: WorkshopKind | null;
  /** How one gets beyond the first workshops: more of them in place, or a page each with an address of its own. */
  growth: 'show-more' | 'pages';
}

/** What a finder lists for the search in its page's address. One that grows in place begins at the first page. */
export function listedSearch(search: WorkshopSearch, { kind, growth }: FinderPurpose): WorkshopSearch {
  const listed = { ...search };
  if (kind) listed.kind = kind;
  if (growth === 'show-more') delete listed.page;
  return listed;
}

/**
 * What is listed in place of a search that can't be made: all upcoming workshops of the partner or the kind it was for.
 * The server has these ready. Null when the search was just that.
 */
export function insteadOf(listed: WorkshopSearch): WorkshopSearch | null {
  const { partner, kind } = listed;
  const instead = partner ? { partner } : kind ? { kind } : {};
  return formatWorkshopSearch(instead) === formatWorkshopSearch(listed) ? null : instead;
}

/** Whether a list was asked for a page it does not have. An empty list has a first page. */
export function isBeyondEnd({ page, pageCount }: Pick<WorkshopList, 'page' | 'pageCount'>): boolean {
  return page > Math.max(1, pageCount);
}
