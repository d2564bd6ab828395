import type { WorkshopList } from '@deep-dive/shared-types';
import { SiteLink } from '../components/SiteLink';
import styles from './Pagination.module.css';
import type { FinderState } from './state';

/** How many pages are named on either side of the current one. */
const NEIGHBOURS = 1;

interface PaginationProps {
  finder: FinderState;
  list: Pick<WorkshopList, 'page' | 'pageCount'>;
}

/** Links to the other pages of the list. */
export function Pagination({ finder: { search, hrefOf }, list: { page, pageCount } }: PaginationProps) {
  if (pageCount < 2) return null;
  const pageHref = (number: number) => hrefOf({ ...search, page: number });
  return (
    <nav className={styles.pagination} aria-label="Pages of the list">
      <ul>
        {page > 1 && (
          <li>
            <SiteLink href={pageHref(page - 1)} rel="prev">
              Previous
            </SiteLink>
          </li>
        )}
        {pagesToName(page, pageCount).map((number) =>
          number > 0 ? (
            <li key={number}>
              <SiteLink
                href={pageHref(number)}
                aria-label={`Page ${number}`}
                aria-current={number === page ? 'page' : undefined}
              >
                {number}
              </SiteLink>
            </li>
          ) : (
            <li key={number} className={styles.gap}>
              …
            </li>
          ),
        )}
        {page < pageCount && (
          <li>
            <SiteLink href={pageHref(page + 1)} rel="next">
              Next
            </SiteLink>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** The first page, the last one and those around the current one; a negative number stands for those left out. */
export function pagesToName(page: number, pageCount: number): number[] {
  const named = [...new Set([1, pageCount, ...range(page - NEIGHBOURS, page + NEIGHBOURS)])]
    .filter((number) => number >= 1 && number <= pageCount)
    .sort((a, b) => a - b);
  return named.flatMap((number, index) => {
    const previous = named[index - 1] ?? 0;
    if (number - previous === 2) return [number - 1, number];
    return number - previous > 2 ? [-number, number] : [number];
  });
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
