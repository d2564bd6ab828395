import { findZip } from '../places/zips';
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

/** The ZIP codes of an area as five digits; those that don't exist are left out. */
const zipsOf = (area: TerritoryArea): string[] =>
  typedZips(area).flatMap((typed) => findZip(typed)?.zip ?? []);

/** The partner that serves a ZIP code; one that lists it beats one that has its whole state. */
export function partnerFor<P extends PartnerTerritory>(zip: string, partners: P[]): P | null {
  const place = findZip(zip);
  if (!place) return null;
  const has = (wanted: (area: TerritoryArea) => boolean): P | undefined =>
    partners.find(({ territory }) => territory.some(wanted));
  return has((area) => zipsOf(area).includes(place.zip)) ?? has((area) => area.state === place.state) ?? null;
}

/** What is wrong with a partner's territory, alone and beside the other partners'. */
export function territoryProblems(territory: TerritoryArea[], others: PartnerTerritory[]): Problem[] {
  const taken = new Map<string, string>();
  for (const other of others)
    for (const area of other.territory) {
      if (area.state) taken.set(area.state, other.name);
      for (const zip of zipsOf(area)) taken.set(zip, other.name);
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
