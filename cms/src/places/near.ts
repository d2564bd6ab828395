import type { Near, Place } from '@deep-dive/shared-types';
import { distance } from 'fastest-levenshtein';
import { namedAlone } from './alone';
import { type City, citiesNamed, citiesWhose, cityAt, cityLabel, type Rank } from './cities';
import { isCountry, isForeign, isLargerAbroad } from './foreign';
import { isInUnitedStates, nearestZip } from './geo';
import { keyOf, wordsOf } from './names';
import { type Reading, readingsOf } from './readings';
import { type StateCode, stateLabel, stateNamed, statePlace, statesBeginning, WHOLE_STATES } from './states';
import { suggestPlaces } from './suggest';
import { findZip, normalizeZip, type ZipPlace } from './zips';

const MOST_OTHERS = 5;
const MOST_GUESSES = 3;
/** Inhabitants from which a city is meant by the name of another country: Lebanon, TN is, Canada, KY is not. */
const LARGER_THAN_LIFE = 20_000;
/** Letters from which the beginning of a state's name stands for it: "Mass", "Calif". */
const ENOUGH_FOR_A_STATE = 3;

/** APO, FPO and DPO, by the first three digits: https://pe.usps.com/text/dmm300/608.htm */
const MILITARY = /^(?:09\d|340|96[2-6])/;
/** Palau, Micronesia and the Marshall Islands, which the US mail serves. */
const FREELY_ASSOCIATED = /^969(?:39|4[0-4]|60|70)$/;

/** What a visitor means by the text they look near. Any text is answered; nothing is thrown. */
export function findNear(text: string): Near {
  const typed = text.trim().replace(/\s+/g, ' ');
  const plain = typed.normalize('NFKC').replace(/\p{Pd}/gu, '-');
  return asPoint(plain) ?? asZip(plain) ?? asName(plain) ?? asZipFirst(plain) ?? asNothingHere(typed, plain);
}

/** Loads all that is otherwise loaded when it is first looked up, so that the first visitor need not wait for it. */
export function warmUp(): void {
  for (const text of ['47.61,-122.33', 'Colorado', 'Toronto']) findNear(text);
}

/** Hundredths of a degree are about a mile: nobody's house is told from their neighbor's. */
const rounded = (degrees: string): number => Math.round(Number(degrees) * 100) / 100 || 0;

function asPoint(typed: string): Near | null {
  const [, north, east] = /^([+-]?\d{1,3}(?:\.\d*)?) ?, ?([+-]?\d{1,3}(?:\.\d*)?)$/.exec(typed) ?? [];
  if (!north || !east) return null;
  const [latitude, longitude] = [rounded(north), rounded(east)];
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null;
  if (!isInUnitedStates({ latitude, longitude })) return { status: 'outside-us', text: typed };
  const { state, zip } = nearestZip(latitude, longitude);
  const town = nearestZip(latitude, longitude, isInTown);
  const label = `a spot near ${town.city}, ${town.state}`;
  return found({ kind: 'point', label, state, latitude, longitude, zip, bounds: null });
}

/** Whether a ZIP code's city is one. Some belong to a company, whose name they have for a city. */
const isInTown = ({ city, state }: ZipPlace): boolean =>
  citiesNamed(keyOf(wordsOf(city)), state as StateCode).length > 0;

function asZip(typed: string): Near | null {
  const [, atTheEnd] = /(?:^|[ ,])(\d{5}(?: ?-? ?\d{4})?)$/.exec(typed) ?? [];
  const zip = normalizeZip(atTheEnd ?? typed);
  if (!zip) return /^[\d -]*\d[\d -]*$/.test(typed) ? { status: 'unknown-zip', zip: typed } : null;
  const known = findZip(zip);
  if (known) return found(zipPlace(known));
  if (MILITARY.test(zip)) return { status: 'military-zip', zip };
  return FREELY_ASSOCIATED.test(zip) ? { status: 'outside-us', text: typed } : { status: 'unknown-zip', zip };
}

/** "83702 Boise": a number before what its ZIP code is in, as the number of a house is not. */
function asZipFirst(typed: string): Near | null {
  const [, digits, rest] = /^(\d{5}(?: ?-? ?\d{4})?)[ ,]+(\D+)$/.exec(typed) ?? [];
  const known = digits ? findZip(digits) : null;
  if (!known || !rest) return null;
  const state = known.state as StateCode;
  const isThere = readingsOf(rest).some(
    ({ name, region }) =>
      (region === null || stateNamed(region) === state) && citiesNamed(keyOf(name), state).length > 0,
  );
  return isThere ? found(zipPlace(known)) : null;
}

function asName(typed: string): Near | null {
  for (const { name, region } of readingsOf(typed)) {
    const near = region === null ? whereAlone(keyOf(name), typed) : whereIn(keyOf(name), stateMeant(region));
    if (near) return near;
  }
  return null;
}

function whereAlone(key: string, typed: string): Near | null {
  const { state, cities: ranks, stateFirst } = namedAlone(key);
  const cities = ranks.map(cityAt);
  const [largest, ...smaller] = cities;
  if (state && stateFirst) return found(statePlace(state), cities.map(cityLabel));
  if (!largest || (isCountry(key) && largest.population < LARGER_THAN_LIFE)) return null;
  const others = [...(state ? [stateLabel(state)] : []), ...smaller.map(cityLabel)];
  return found(cityPlace(largest), others, isLargerAbroad(typed, largest.population));
}

function whereIn(key: string, state: StateCode | undefined): Near | null {
  const [rank] = state ? citiesNamed(key, state) : [];
  return rank === undefined ? null : found(cityPlace(cityAt(rank)));
}

/** The state that a region names, in full, by its code or by its beginning, if that is no other state's. */
function stateMeant(region: string): StateCode | undefined {
  const exact = stateNamed(region);
  if (exact || region.length < ENOUGH_FOR_A_STATE || isCountry(region)) return exact;
  const [only, another] = statesBeginning(region);
  return another ? undefined : only;
}

function asNothingHere(typed: string, plain: string): Near {
  const readings = readingsOf(plain);
  return isForeign(plain, readings)
    ? { status: 'outside-us', text: typed }
    : { status: 'unknown-place', text: typed, didYouMean: guesses(plain, readings).slice(0, MOST_GUESSES) };
}

/** Places that may have been meant: of that name in other states, or going on as the text does, or spelled like it. */
function guesses(text: string, readings: Reading[]): string[] {
  const labels = (ranks: Rank[]): string[] =>
    ranks.slice(0, MOST_GUESSES).map((rank) => cityLabel(cityAt(rank)));
  const inState = readings.find(({ region }) => region !== null && stateMeant(region));
  const key = keyOf((inState ?? readings[0])?.name ?? []);
  const elsewhere = inState ? labels(citiesNamed(key)) : [];
  if (elsewhere.length > 0) return elsewhere;
  const goingOn = suggestPlaces(text);
  if (goingOn.length > 0) return goingOn.map(({ label }) => label);
  const like = isLike(key);
  if (inState) return labels(citiesWhose(like, stateMeant(inState.region ?? '')));
  const states = WHOLE_STATES.map(stateLabel).filter((name) => like(keyOf(wordsOf(name))));
  return [...states, ...labels(citiesWhose(like))];
}

/** Whether a key differs from another by a few letters: the longer it is, the more. Two that are swapped count as one. */
function isLike(key: string): (other: string) => boolean {
  const most = Math.min(3, Math.floor(key.length / 4));
  const letters = sorted(key);
  return (other) => {
    if (most === 0 || Math.abs(other.length - key.length) > most) return false;
    const edits = distance(other, key);
    return edits <= most || (edits === 2 && sorted(other) === letters);
  };
}

const sorted = (key: string): string => [...key].sort().join('');

const found = (place: Place, others: string[] = [], alsoAbroad = false): Near => ({
  status: 'found',
  place,
  others: others.slice(0, MOST_OTHERS),
  alsoAbroad,
});

const zipPlace = ({ zip, city, state, latitude, longitude }: ZipPlace): Place => ({
  kind: 'zip',
  label: `${city}, ${state} ${zip}`,
  state,
  latitude,
  longitude,
  zip,
  bounds: null,
});

const cityPlace = (city: City): Place => ({
  kind: 'city',
  label: cityLabel(city),
  state: city.state,
  latitude: city.latitude,
  longitude: city.longitude,
  zip: city.zip,
  bounds: null,
});
