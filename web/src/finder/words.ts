import {
  DEFAULT_RADIUS,
  type LostPlace,
  lostPlaceAdvice,
  lostPlaceWords,
  type ParsedSearch,
  type WorkshopList,
  type WorkshopSearch,
  type WorkshopSearchField,
} from '@deep-dive/shared-types';
import { inWords } from '../partners/territory';
import { countLabel, distanceLabel, kindLabels } from '../workshops/labels';
import { countFilters, type FinderState } from './state';

/** What the results are headed, and what screen readers hear: "12 workshops within 50 miles of Denver, CO". */
export function resultsTitle(list: WorkshopList, finder: FinderState): string {
  const { search, fixed, listed } = finder;
  const where = whereWords(list, listed);
  if (list.total > 0 && where) return `${countLabel(list.total)} ${where}`;
  if (list.total > 0) return countLabel(list.total, listed.format === 'virtual' ? 'virtual' : 'upcoming');
  const lost = decidingLoss(list, listed);
  if (lost) return lostPlaceWords(lost);
  if (where) return `No workshops ${where}`;
  return countFilters(finder) > 0 || (search.partner && !fixed.partner)
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

function lostPlace({ near }: WorkshopList): LostPlace | null {
  return near && near.status !== 'found' ? near : null;
}

/** The place that was not found, if nothing is listed for that: a map area and virtual workshops need no place. */
export function decidingLoss(list: WorkshopList, { bbox, format }: WorkshopSearch): LostPlace | null {
  return bbox || format === 'virtual' ? null : lostPlace(list);
}

/** What to tell when the place was not found and something can be listed all the same; otherwise null. */
export function placeCaveat(list: WorkshopList, { listed }: FinderState): string | null {
  const lost = decidingLoss(list, listed) ? null : lostPlace(list);
  if (!lost) return null;
  return `${lostPlaceWords(lost)}. ${listed.format === 'virtual' ? NO_PLACE_NEEDED : lostPlaceAdvice(lost)}`;
}

/** What to tell when the nearest were wanted first and can't be; otherwise null. */
export function orderCaveat({ near, workshops }: WorkshopList, { listed }: FinderState): string | null {
  if (listed.sort !== 'distance' || workshops.length === 0) return null;
  if (listed.format === 'virtual') return 'Sorted by date: virtual workshops are equally near to everyone.';
  if (near?.status === 'found' && near.place.kind !== 'state') return null;
  return 'Sorted by date: give a city or ZIP code to sort by distance.';
}

/** How far the nearest workshop is when none is near, and that one may stay at home; null when there is no nearest. */
export function nearestWords({ beyond, virtual }: Pick<WorkshopList, 'beyond' | 'virtual'>): string | null {
  const [nearest] = beyond;
  if (!nearest?.place || nearest.distanceMiles === null) return null;
  const { city, state } = nearest.place;
  const where = `The nearest one is in ${city}, ${state}, ${distanceLabel(nearest.distanceMiles)}.`;
  return virtual?.total ? `${where} Virtual workshops need no travel, and are open to you too.` : where;
}

const NO_PLACE_NEEDED = 'That makes no difference to virtual workshops: they are open to everyone.';

/** What to tell who may mean a city abroad, and got the one here. */
export const abroadWords =
  'If you mean the city outside the United States: our workshops are held in the U.S., but you can join a virtual one.';

/** What is listed in place of a search that can't be made. */
export function insteadWords({ partner, kind }: WorkshopSearch): string {
  if (partner) return 'all upcoming workshops of this partner';
  return kind ? `all upcoming ${kindLabels[kind]} workshops` : 'all upcoming workshops';
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
