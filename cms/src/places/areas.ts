import type { Coordinates } from '@deep-dive/shared-types';
import { allCities } from './cities';
import { findZip, zipsBeginning } from './zips';

/** A town, and the ZIP code at its middle. Coordinates are degrees (WGS 84). */
export interface Town extends Coordinates {
  city: string;
  /** Two-letter postal code of the state or territory. */
  state: string;
  zip: string;
}

const DIGITS = 3;
const ALL = 1_000;

/**
 * The area that a ZIP code is in, "989-WA": its first three digits, which the Postal Service calls a sectional center, a town and
 * the country around (https://pe.usps.com/text/dmm300/L005.htm); and its state, as a few are in two.
 */
export const areaOf = (zip: string): string => keyOf(zip, findZip(zip)?.state ?? '');

const keyOf = (zip: string, state: string): string => `${zip.slice(0, DIGITS)}-${state}`;

let towns: Map<string, Town> | undefined;

function load(): Map<string, Town> {
  const largest = new Map<string, Town & { population: number }>();
  for (const { name, state, population, zip, latitude, longitude } of allCities()) {
    const known = largest.get(keyOf(zip, state));
    if (!known || known.population < population)
      largest.set(keyOf(zip, state), { city: name, state, zip, latitude, longitude, population });
  }
  return largest;
}

/** The most populous town of an area, which it is called by; null when there is no such area. */
export function townOf(area: string): Town | null {
  towns ??= load();
  const [digits = '', ofState] = area.split('-');
  return (
    towns.get(area) ??
    zipsBeginning(digits.slice(0, DIGITS), ALL).find(({ state }) => state === ofState) ??
    null
  );
}
