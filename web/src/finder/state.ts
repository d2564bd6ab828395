import { formatWorkshopSearch, type ParsedSearch, type WorkshopSearch } from '@deep-dive/shared-types';
import type { HeadingLevel } from '../components/Heading';
import { type FinderPurpose, listedSearch } from './listing';

/** A finder at one address: what each of its parts is given. */
export interface FinderState extends FinderPurpose {
  /** Unique on the page. */
  id: string;
  /** The level of the heading above the results. */
  level: HeadingLevel;
  /** What the page's address says. */
  search: WorkshopSearch;
  ignored: ParsedSearch['ignored'];
  /** Whether it stands in a frame on someone else's site. */
  isEmbedded: boolean;
  /** What whoever put it in a frame has chosen in the frame's address: a visitor can't change it. */
  fixed: Pick<WorkshopSearch, 'kind' | 'partner'>;
  /** What is listed. */
  listed: WorkshopSearch;
  /** The address of another search in this finder, at its results. */
  hrefOf(search: WorkshopSearch): string;
  /** The address of the same search near another place. */
  hrefNear(place: string): string;
}

/** The state of the finder on the page at `path`, for what was understood of the query there. */
export function finderState(
  { search, ignored }: ParsedSearch,
  path: string,
  purpose: FinderPurpose & Pick<FinderState, 'id' | 'level' | 'isEmbedded'>,
): FinderState {
  const own = ownSearch(search, purpose);
  const fixed = purpose.isEmbedded ? fixedOf(search) : {};
  const hrefOf = (other: WorkshopSearch): string =>
    `${path}${formatWorkshopSearch(ownSearch({ ...other, ...fixed }, purpose))}#${resultsId(purpose)}`;
  return {
    ...purpose,
    search: own,
    ignored,
    fixed,
    listed: listedSearch(own, purpose),
    hrefOf,
    hrefNear: (near) => hrefOf({ ...own, near, bbox: undefined, page: undefined }),
  };
}

/** What of a search stands in the finder's address: not the kind it has anyway. */
function ownSearch({ kind, ...search }: WorkshopSearch, purpose: FinderPurpose): WorkshopSearch {
  return kind && !purpose.kind ? { ...search, kind } : search;
}

function fixedOf({ kind, partner }: WorkshopSearch): FinderState['fixed'] {
  return { ...(kind && { kind }), ...(partner && { partner }) };
}

/** The id of the heading above a finder's results. */
export function resultsId({ id }: Pick<FinderState, 'id'>): string {
  return `${id}-results`;
}

/** The id of a finder's form, for buttons that stand elsewhere. */
export function formId({ id }: Pick<FinderState, 'id'>): string {
  return `${id}-form`;
}

/** A search without its filters: where one looks, and how it is listed. */
export function withoutFilters({ near, radius, bbox, sort }: WorkshopSearch): WorkshopSearch {
  return { near, radius, bbox, sort };
}

/** How many filters are set that a visitor can see in the form. */
export function countFilters({ search, fixed }: Pick<FinderState, 'search' | 'fixed'>): number {
  const { from, to, format, scholarship, available } = search;
  const kind = fixed.kind ? undefined : search.kind;
  return [from, to, kind, format, scholarship, available].filter((value) => value !== undefined).length;
}
