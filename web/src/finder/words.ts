import {
  DEFAULT_RADIUS,
  type Near,
  type ParsedSearch,
  type WorkshopList,
  type WorkshopSearch,
  type WorkshopSearchField,
} from '@deep-dive/shared-types';
import { inWords } from '../components/states';
import { countLabel } from '../workshops/labels';
import { countFilters, type FinderState } from './state';

/** What the results are headed, and what screen readers hear: "12 workshops within 50 miles of Denver, CO". */
export function resultsTitle(list: WorkshopList, { search, listed }: FinderState): string {
  const where = whereWords(list, listed);
  if (list.total > 0 && where) return `${countLabel(list.total)} ${where}`;
  if (list.total > 0) return countLabel(list.total, listed.format === 'virtual' ? 'virtual' : 'upcoming');
  if (list.near && list.near.status !== 'found') return notFoundWords(list.near);
  if (where) return `No workshops ${where}`;
  return countFilters(search) > 0 || search.partner
    ? 'No workshops fit these filters'
    : 'No workshops are listed right now';
}

/** "within 50 miles of Denver, CO", "in Colorado"; empty when it is everywhere. */
function whereWords(
  { near }: WorkshopList,
  { format, bbox, radius = DEFAULT_RADIUS }: WorkshopSearch,
): string {
  if (format === 'virtual') return '';
  if (bbox) return 'in this part of the map';
  if (near?.status !== 'found') return '';
  const { kind, label } = near.place;
  if (kind === 'state') return `in ${label}`;
  return radius === 'any' ? `at any distance from ${label}` : `within ${radius} miles of ${label}`;
}

function notFoundWords(near: Exclude<Near, { status: 'found' }>): string {
  switch (near.status) {
    case 'unknown-zip':
      return `We don’t know the ZIP code ${near.zip}`;
    case 'military-zip':
      return `${near.zip} is a military ZIP code`;
    case 'unknown-place':
      return `We couldn’t find “${near.text}”`;
    case 'outside-us':
      return `“${near.text}” is outside the United States`;
  }
}

/** What to do about a place that was not found. */
export function adviceWords(near: Exclude<Near, { status: 'found' }>): string {
  switch (near.status) {
    case 'unknown-zip':
      return 'Please check its five digits, or look for a city instead.';
    case 'military-zip':
      return 'It stands for no place on the map. Look for the city nearest to you instead.';
    case 'unknown-place':
      return 'Please check the spelling, add the state (“Springfield, IL”) or use a ZIP code.';
    case 'outside-us':
      return 'Our workshops are held in the United States and its territories. You can still join a virtual one.';
  }
}

/** What the parts of an address are called in the form. */
const fieldNames: Record<WorkshopSearchField, string> = {
  near: 'place',
  radius: 'distance',
  bbox: 'map area',
  from: 'from',
  to: 'to',
  kind: 'kind',
  format: 'format',
  scholarship: 'scholarship',
  available: 'full workshops',
  partner: 'partner',
  sort: 'sort',
  page: 'page',
};

/** What to tell about the parts of an address that were left out; null when there are none. */
export function ignoredWords({ search, ignored }: ParsedSearch): string | null {
  if (ignored.join() === 'to' && search.from)
    return 'The last day must not come before the first one, so we left it out.';
  const known = ignored.flatMap((name) => (name === 'other' ? [] : [`“${fieldNames[name]}”`]));
  if (ignored.length === 0) return null;
  const them = ignored.length === 1 ? 'it' : 'them';
  const what = inWords([...known, ...(ignored.includes('other') ? ['a part we don’t know'] : [])]);
  return `We did not understand ${what} in this address and left ${them} out.`;
}
