import type { Near, Place } from '@deep-dive/shared-types';
import { distance } from 'fastest-levenshtein';
import { isLarge, namedAlone } from './alone';
import { townOf } from './areas';
import { type City, citiesNamed, citiesWhose, cityAt, cityLabel, type Rank } from './cities';
import { isCountry, isForeign, isLargerAbroad } from './foreign';
import { isInUnitedStates, nearestZip } from './geo';
import { keyOf, withoutUnseen, wordsOf } from './names';
import { type Reading, readingsOf } from './readings';
import {
  isShownAs,
  type PartOfState,
  partIn,
  partNamed,
  type Region,
  regionsNamed,
  regionsWhose,
  statesOfWide,
} from './regions';
import { type StateCode, stateLabel, stateNamed, statePlace, statesBeginning, WHOLE_STATES } from './states';
import { suggestPlaces } from './suggest';
import { findZip, findZipWithoutZeros, normalizeZip, type ZipPlace } from './zips';

const MOST_OTHERS = 5;
const MOST_GUESSES = 3;
/** Letters from which the beginning of a state's name stands for it: "Mass", "Calif". */
const ENOUGH_FOR_A_STATE = 3;

/** APO, FPO and DPO, by the first three digits: https://pe.usps.com/text/dmm300/608.htm */
const MILITARY = /^(?:09\d|340|96[2-6])/;
/** The same mail without its digits: "APO", "FPO AP", "Unit 2050, DPO, AE". No town has such a name. */
const MILITARY_WORDS = /(?:^|[ ,])[adf]po(?:[ ,]+a[aep])?$|^a[aep]$/i;
/** Palau, Micronesia and the Marshall Islands, which the US mail serves. */
const FREELY_ASSOCIATED = /^969(?:39|4[0-4]|60|70)$/;

/** After a ZIP code or a position: "80202, USA". After a name it may tell that one here is meant, and no larger one abroad. */
const COUNTRY = /[\s,]+(?:u\.? ?s\.? ?(?:a\.?)?|united states(?: of america)?)$/i;

/** What a visitor means by the text they look near. Any text is answered; nothing is thrown. */
export function findNear(text: string): Near {
  const typed = withoutUnseen(text).trim().replace(/\s+/g, ' ');
  const plain = typed
    .normalize('NFKC')
    .replace(/[\p{Pd}−]/gu, '-')
    .replace(/[\s.,;:!?-]+$/, '');
  const local = plain.replace(COUNTRY, '');
  return (
    asPoint(local, typed) ??
    asZip(local) ??
    asMilitary(local) ??
    asName(plain) ??
    asZipFirst(plain) ??
    asNothingHere(typed, plain)
  );
}

/** Loads all that is otherwise loaded when it is first looked up, so that the first visitor need not wait for it. */
export function warmUp(): void {
  for (const text of ['47.61,-122.33', 'Colorado', 'Toronto']) findNear(text);
  townOf('');
}

/** Hundredths of a degree are about a mile: nobody's house is told from their neighbor's. */
const rounded = (degrees: string): number => Math.round(Number(degrees) * 100) / 100 || 0;

/** A number of degrees, and which way it counts: "104.99", "-104.99", "104.99° W". */
const DEGREES = String.raw`([+-]?\d{1,3}(?:\.\d*)?) ?°? ?`;
const POINT = new RegExp(String.raw`^\(?${DEGREES}([ns]?)( ?[,;] ?| )${DEGREES}([ew]?)\)?$`, 'i');

/** "39.74,-104.99", "39.74 -104.99", "39.74° N, 104.99° W". Two whole numbers need a comma between them to be one. */
function asPoint(local: string, typed: string): Near | null {
  const [, north, ns = '', between = '', east, ew = ''] = POINT.exec(local) ?? [];
  if (!north || !east || Boolean(ns) !== Boolean(ew)) return null;
  if (between === ' ' && !(ns || north.includes('.') || east.includes('.'))) return null;
  const latitude = /s/i.test(ns) ? -rounded(north) || 0 : rounded(north);
  const longitude = /w/i.test(ew) ? -rounded(east) || 0 : rounded(east);
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
  if (!zip) {
    if (!/^[\d -]*\d[\d -]*$/.test(typed)) return null;
    const meant = findZipWithoutZeros(typed);
    return { status: 'unknown-zip', zip: typed, didYouMean: meant ? [meant.zip] : [] };
  }
  const known = findZip(zip);
  if (known) return found(zipPlace(known));
  if (MILITARY.test(zip)) return { status: 'military-zip', zip };
  return FREELY_ASSOCIATED.test(zip)
    ? { status: 'outside-us', text: typed }
    : { status: 'unknown-zip', zip, didYouMean: [] };
}

function asMilitary(typed: string): Near | null {
  return MILITARY_WORDS.test(typed) ? { status: 'military-zip', zip: typed } : null;
}

/** "83702 Boise": a number before what its ZIP code is in, as the number of a house is not. */
function asZipFirst(typed: string): Near | null {
  const [, digits, rest] = /^(\d{5}(?: ?-? ?\d{4})?)[ ,]+(\D+)$/.exec(typed) ?? [];
  const known = digits ? findZip(digits) : null;
  return known && rest && isIn(known, rest) ? found(zipPlace(known)) : null;
}

/** Whether a text names the city or the state that a ZIP code is in. */
function isIn(zip: ZipPlace, text: string): boolean {
  const state = zip.state as StateCode;
  return readingsOf(text).some(({ name, region }) => {
    const key = keyOf(name);
    if (region === null && stateNamed(key) === state) return true;
    return (region === null || stateNamed(region) === state) && citiesNamed(key, state).length > 0;
  });
}

function asName(typed: string): Near | null {
  for (const { name, region } of readingsOf(typed)) {
    const near = region === null ? whereAlone(name, typed) : whereIn(keyOf(name), stateMeant(region));
    if (near) return near;
  }
  return null;
}

function whereAlone(name: string[], typed: string): Near | null {
  const key = keyOf(name);
  const { state, cities: ranks, regions, stateFirst, regionFirst } = namedAlone(key);
  const cities = ranks.map(cityAt);
  const [largest, ...smaller] = cities;
  if (state && stateFirst) return found(statePlace(state), cities.map(cityLabel));
  const [region, ...namesakes] = regions;
  if (region && regionFirst)
    return found(regionPlace(region), [...namesakes.map(labelOf), ...cities.map(cityLabel)]);
  const wide = isLarge(cities) ? null : statesOfWide(key);
  if (wide) return { status: 'unknown-place', text: typed, didYouMean: wide.map(stateLabel) };
  const part = isLarge(cities) ? null : partNamed(name);
  if (part) return found(partPlace(part), cities.map(cityLabel));
  if (!largest || (isCountry(key) && !isLarge(cities))) return null;
  const others = [...(state ? [stateLabel(state)] : []), ...regions.map(labelOf), ...smaller.map(cityLabel)];
  return found(cityPlace(largest), others, isLargerAbroad(typed, largest.population));
}

/** A town of exactly that name comes before a region that has others as well: Panhandle, TX is one. */
function whereIn(key: string, state: StateCode | undefined): Near | null {
  if (!state) return null;
  const [region] = regionsNamed(key, state);
  if (region && isShownAs(region, key)) return found(regionPlace(region));
  const [rank] = citiesNamed(key, state);
  if (rank !== undefined) return found(cityPlace(cityAt(rank)));
  if (region) return found(regionPlace(region));
  const part = partIn(state, key);
  return part && found(partPlace(part));
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
  const zip = zipAtTheEnd(text);
  if (zip) return [zip];
  const inState = readings.find(({ region }) => region !== null && stateMeant(region));
  const key = keyOf((inState ?? readings[0])?.name ?? []);
  const elsewhere = inState ? [...regionsNamed(key).map(labelOf), ...labels(citiesNamed(key))] : [];
  if (elsewhere.length > 0) return elsewhere;
  const goingOn = suggestPlaces(text);
  if (goingOn.length > 0) return goingOn.map(({ label }) => label);
  const like = isLike(key);
  const state = inState && stateMeant(inState.region ?? '');
  const regions = regionsWhose(like, state).map(labelOf);
  if (state) return [...regions, ...labels(citiesWhose(like, state))];
  const states = WHOLE_STATES.map(stateLabel).filter((name) => like(keyOf(wordsOf(name))));
  return [...states, ...regions, ...labels(citiesWhose(like))];
}

/** The ZIP code without its zeros behind what it is in: "Cambridge, MA 2139". */
function zipAtTheEnd(text: string): string | null {
  const [, rest, digits = ''] = /^(\D+)[ ,](\d{3,4})$/.exec(text.replace(COUNTRY, '')) ?? [];
  const known = findZipWithoutZeros(digits);
  return known && rest && isIn(known, rest) ? known.zip : null;
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
  others: [...new Set(others)].filter((other) => other !== place.label).slice(0, MOST_OTHERS),
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

const labelOf = ({ label }: Region): string => label;

const regionPlace = ({ label, center }: Region): Place => ({ ...cityPlace(center), label });

const partPlace = ({ state, region }: PartOfState): Place =>
  region ? regionPlace(region) : statePlace(state);
