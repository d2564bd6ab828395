import type { Coordinates } from '@deep-dive/shared-types';
import { allCities } from './cities';
import { milesBetween } from './geo';
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
 * The area that a ZIP code is in, "989-WA": the country around a larger town, nearer to it than to any other of its state. The
 * towns are the most populous ones of each sectional center, which the Postal Service numbers by the first three digits of ZIP
 * codes (https://pe.usps.com/text/dmm300/L005.htm). The centers themselves reach too far: Republic, WA has the digits of Pullman, 150
 * miles away.
 */
export function areaOf(zip: string): string {
  const place = findZip(zip);
  if (!place) return keyOf(zip, '');
  let nearest: { key: string; miles: number } | undefined;
  for (const [key, town] of townsIn(place.state)) {
    const miles = milesBetween(place, town);
    if (!nearest || miles < nearest.miles) nearest = { key, miles };
  }
  return nearest?.key ?? keyOf(zip, place.state);
}

const keyOf = (zip: string, state: string): string => `${zip.slice(0, DIGITS)}-${state}`;

/** The towns of each state, by the key of their area. */
let towns: Map<string, Map<string, Town>> | undefined;

function townsIn(state: string): Map<string, Town> {
  towns ??= load();
  return towns.get(state) ?? new Map();
}

function load(): Map<string, Map<string, Town>> {
  const largest = new Map<string, Map<string, Town & { population: number }>>();
  for (const { name, state, population, zip, latitude, longitude } of allCities()) {
    const inState = largest.get(state) ?? new Map<string, Town & { population: number }>();
    largest.set(state, inState);
    const known = inState.get(keyOf(zip, state));
    if (!known || known.population < population)
      inState.set(keyOf(zip, state), { city: name, state, zip, latitude, longitude, population });
  }
  return largest;
}

/** The town that an area is around, which it is called by; null when there is no such area. */
export function townOf(area: string): Town | null {
  const [digits = '', state = ''] = area.split('-');
  return (
    townsIn(state).get(area) ??
    zipsBeginning(digits.slice(0, DIGITS), ALL).find((place) => place.state === state) ??
    null
  );
}
