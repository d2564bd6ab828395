import { type Place, stateNames } from '@deep-dive/shared-types';
import { milesBetween } from './geo';
import { keyOf, wordsOf } from './names';
import { allZips, type ZipPlace } from './zips';

/** Two-letter postal code of a state, DC or a territory. */
export type StateCode = keyof typeof stateNames;

/** All of them, in the order of their names. */
export const STATES = Object.keys(stateNames) as StateCode[];

/** Those one can look near as a whole: who looks near DC means the city of Washington, across the District's border too. */
export const WHOLE_STATES: StateCode[] = STATES.filter((code) => code !== 'DC');

/**
 * What a state is called where it stands alone: "New York" is the city to most who look near it.
 */
export const stateLabel = (code: StateCode): string => (code === 'NY' ? 'New York State' : stateNames[code]);

const keyOfName = new Map(STATES.map((code) => [code, keyOf(wordsOf(stateNames[code]))]));
const named = new Map<string, StateCode>();
for (const [code, key] of keyOfName)
  for (const each of [code.toLowerCase(), key, `${key}state`]) named.set(each, code);
for (const key of ['virginislands', 'usvi']) named.set(key, 'VI');

/** The state that a key names in full or by its code. */
export const stateNamed = (key: string): StateCode | undefined => named.get(key);

/** The states whose names, or "New York State" and the like, begin with a key. */
export function statesBeginning(key: string): StateCode[] {
  return STATES.filter((code) => `${keyOfName.get(code)}state`.startsWith(key));
}

let places: Map<string, Place> | undefined;

/** A state as a place to look near. */
export function statePlace(code: StateCode): Place {
  places ??= load();
  const place = places.get(code);
  if (!place) throw new Error(`No ZIP code is in ${code}.`);
  return place;
}

function load(): Map<string, Place> {
  const zips = new Map<string, ZipPlace[]>();
  for (const zip of allZips()) {
    const inState = zips.get(zip.state);
    if (inState) inState.push(zip);
    else zips.set(zip.state, [zip]);
  }
  return new Map([...zips].map(([state, inState]) => [state, outline(state, inState)]));
}

/** The middle is that of the ZIP code nearest to the mean of all, since the mean of a bent state may lie outside it. */
function outline(state: string, zips: ZipPlace[]): Place {
  const latitudes = zips.map(({ latitude }) => latitude);
  const longitudes = zips.map(({ longitude }) => longitude);
  const mean = { latitude: average(latitudes), longitude: average(longitudes) };
  const { latitude, longitude } = zips.reduce((best, each) =>
    milesBetween(each, mean) < milesBetween(best, mean) ? each : best,
  );
  return {
    kind: 'state',
    label: stateLabel(state as StateCode),
    state,
    latitude,
    longitude,
    zip: null,
    bounds: [
      roundDown(Math.min(...longitudes)),
      roundDown(Math.min(...latitudes)),
      roundUp(Math.max(...longitudes)),
      roundUp(Math.max(...latitudes)),
    ],
  };
}

const average = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const roundDown = (degrees: number): number => Math.floor(degrees * 1000) / 1000;
const roundUp = (degrees: number): number => Math.ceil(degrees * 1000) / 1000;
