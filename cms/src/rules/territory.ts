import type { Place, Territory } from '@deep-dive/shared-types';
import { findZip, type ZipPlace } from '../places';
import type { Problem } from './problem';

/** A whole state, or a list of ZIP codes separated by commas, spaces or new lines. */
export interface TerritoryArea {
  state?: string | null;
  zips?: string | null;
}

export interface PartnerTerritory {
  name: string;
  territory: TerritoryArea[];
}

const AREA_PROBLEMS_SHOWN = 5;

/** The ZIP codes of an area, as typed. */
const typedZips = (area: TerritoryArea): string[] => (area.zips ?? '').split(/[\s,;]+/).filter(Boolean);

/** What ZIP codes an area has, where they are, and the states they are in. */
interface Reach {
  places: ZipPlace[];
  zips: Set<string>;
  states: Set<string>;
}

/** Searches ask for the partners of a place again and again: each area's text is read once. */
const reaches = new WeakMap<TerritoryArea, Reach & { typed: TerritoryArea['zips'] }>();

/** The ZIP codes of an area as five digits, with their states; those that don't exist are left out. */
function reachOf(area: TerritoryArea): Reach {
  const known = reaches.get(area);
  if (known && known.typed === area.zips) return known;
  const places = typedZips(area).flatMap((typed) => findZip(typed) ?? []);
  const reach = {
    typed: area.zips,
    places,
    zips: new Set(places.map(({ zip }) => zip)),
    states: new Set(places.map(({ state }) => state)),
  };
  reaches.set(area, reach);
  return reach;
}

/** The ZIP codes that an area lists and that exist, as five digits. */
export const zipsListed = (area: TerritoryArea): Set<string> => reachOf(area).zips;

/** Whether a territory has a ZIP code, by itself or with its state. */
export const hasZip = (
  territory: TerritoryArea[],
  { zip, state }: Pick<ZipPlace, 'zip' | 'state'>,
): boolean => territory.some((area) => area.state === state || reachOf(area).zips.has(zip));

/** The partner that serves a ZIP code; one that lists it beats one that has its whole state. */
export function partnerFor<P extends PartnerTerritory>(zip: string, partners: P[]): P | null {
  const place = findZip(zip);
  if (!place) return null;
  const has = (wanted: (area: TerritoryArea) => boolean): P | undefined =>
    partners.find(({ territory }) => territory.some(wanted));
  return (
    has((area) => reachOf(area).zips.has(place.zip)) ?? has((area) => area.state === place.state) ?? null
  );
}

/**
 * The partners that serve a place: one at most, or for a whole state all who serve a part of it, who has the whole of it
 * first, then by name.
 */
export function partnersServing<P extends PartnerTerritory>(place: Place, partners: P[]): P[] {
  if (place.zip !== null) {
    const partner = partnerFor(place.zip, partners);
    return partner ? [partner] : [];
  }
  const hasWhole = ({ territory }: P): boolean => territory.some(({ state }) => state === place.state);
  const hasPart = ({ territory }: P): boolean =>
    territory.some((area) => reachOf(area).states.has(place.state));
  return partners
    .filter((partner) => hasWhole(partner) || hasPart(partner))
    .sort((a, b) => Number(hasWhole(b)) - Number(hasWhole(a)) || a.name.localeCompare(b.name));
}

/** A partner's territory as a map shows it. */
export function territoryOnMap(territory: TerritoryArea[]): Territory {
  const wholeStates = territory.flatMap(({ state }) => (state ? [state] : []));
  const places = territory.flatMap((area) => reachOf(area).places);
  const degrees = (exact: number): number => Math.round(exact * 100) / 100;
  const zips = new Map(
    places.map(({ zip, longitude, latitude }) => [zip, [degrees(longitude), degrees(latitude)]] as const),
  );
  const states = [...wholeStates, ...places.map(({ state }) => state)];
  return {
    wholeStates: [...new Set(wholeStates)],
    zips: [...zips.values()].map(([longitude = 0, latitude = 0]) => [longitude, latitude]),
    states: [...new Set(states)],
  };
}

/** What is wrong with a partner's territory, alone and beside the other partners'. */
export function territoryProblems(territory: TerritoryArea[], others: PartnerTerritory[]): Problem[] {
  const taken = new Map<string, string>();
  for (const other of others)
    for (const area of other.territory) {
      if (area.state) taken.set(area.state, other.name);
      for (const zip of reachOf(area).zips) taken.set(zip, other.name);
    }
  const own = new Set<string>();
  const claim = (key: string, what: string): string[] => {
    const owner = taken.get(key);
    if (owner)
      return [`${what} already belongs to ${owner}. Take it from there first, or leave it out here.`];
    if (own.has(key)) return [`${what} is listed twice. Remove one of the two.`];
    own.add(key);
    return [];
  };
  return territory.flatMap((area, position): Problem[] => {
    const zips = typedZips(area);
    const at = (field: string, message: string): Problem => ({
      path: ['territory', position, field],
      message: `Territory ${position + 1}: ${message}`,
    });
    if (area.state && zips.length > 0)
      return [at('zips', 'choose a state or list ZIP codes, not both. Use two entries for two areas.')];
    if (area.state) return claim(area.state, area.state).map((message) => at('state', message));
    if (zips.length === 0) return [at('state', 'choose a state or list ZIP codes.')];
    return zips
      .flatMap((typed) => {
        const zip = findZip(typed)?.zip;
        return zip
          ? claim(zip, `ZIP code ${zip}`)
          : [`we know no ZIP code “${typed.slice(0, 20)}”. Check it, or leave it out.`];
      })
      .slice(0, AREA_PROBLEMS_SHOWN)
      .map((message) => at('zips', message));
  });
}
