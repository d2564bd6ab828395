import type { PlaceSuggestion } from '@deep-dive/shared-types';
import { namedAlone } from './alone';
import {
  citiesBeginning,
  citiesNamed,
  citiesWithWordBeginning,
  cityAt,
  cityLabel,
  type Rank,
} from './cities';
import { keyOf, withoutUnseen } from './names';
import { type Reading, readingsOf } from './readings';
import { type Region, regionsNamed, regionsWhose } from './regions';
import { type StateCode, stateLabel, stateNamed, statesBeginning, WHOLE_STATES } from './states';
import { findZipWithoutZeros, zipsBeginning } from './zips';

const MOST = 8;
/** Letters from which the names of states are offered before those of cities. */
const ENOUGH_FOR_STATES = 3;
/** Letters from which the names of regions are offered before those of cities, and how many: "long isl", not "long". */
const ENOUGH_FOR_REGIONS = 6;
const MOST_REGIONS = 2;

/** What to look for: a city by one of some keys, in one of some states, or in any. */
interface Sought {
  keys: string[];
  states: StateCode[] | null;
}

/** Places whose name or ZIP code begins with what was typed, the likeliest first, eight at most. */
export function suggestPlaces(typed: string): PlaceSuggestion[] {
  const [, digits] = /^\s*(\d{1,5})(?:(?<=\d{5})[\s-]*\d{0,4})?[\s.,]*$/.exec(withoutUnseen(typed)) ?? [];
  if (digits) {
    const begun = zipsBeginning(digits, MOST);
    const meant = begun.length === 0 ? findZipWithoutZeros(digits) : null;
    return (meant ? [meant] : begun).map(({ zip, city, state }) => ({
      kind: 'zip',
      label: zip,
      detail: `${city}, ${state}`,
    }));
  }
  const found = new Map<string, PlaceSuggestion>();
  for (const suggestion of likeliestFirst(readingsOf(typed).flatMap(soughtBy))) {
    if (!found.has(suggestion.label)) found.set(suggestion.label, suggestion);
    if (found.size === MOST) break;
  }
  return [...found.values()];
}

/** The last word may be unfinished: "st" is Saint, and the beginning of Stockton. */
function soughtBy({ name, region }: Reading): Sought[] {
  if (name.length === 0) return [];
  if (region === null) {
    const finished = name.join('').length > 1 ? keyOf([...name, '']) : keyOf(name);
    return [{ keys: [...new Set([keyOf(name), finished])], states: null }];
  }
  const exact = stateNamed(region);
  const states = [exact ? [exact] : [], statesBeginning(region).filter((state) => state !== exact)];
  return states.filter((each) => each.length > 0).map((each) => ({ keys: [keyOf(name)], states: each }));
}

function* likeliestFirst(sought: Sought[]): Generator<PlaceSuggestion> {
  for (const each of sought) {
    if (each.states) {
      const { keys, states } = each;
      yield* states.flatMap((state) => keys.flatMap((key) => regionsNamed(key, state))).map(ofRegion);
      yield* cities(each, citiesNamed);
    } else
      for (const key of each.keys) {
        const { state, cities: ranks, regions, stateFirst, regionFirst } = namedAlone(key);
        const states = state ? [ofState(state)] : [];
        if (stateFirst) yield* states;
        if (regionFirst) yield* regions.map(ofRegion);
        yield* ranks.map(ofCity);
        if (!stateFirst) yield* states;
      }
  }
  for (const each of sought) {
    if (!each.states)
      for (const key of each.keys)
        if (key.length >= ENOUGH_FOR_STATES)
          yield* statesBeginning(key)
            .filter((state) => WHOLE_STATES.includes(state))
            .map(ofState);
    const regions = regionsBegun(each);
    if (each.keys.some((key) => key.length >= ENOUGH_FOR_REGIONS)) yield* regions;
    yield* cities(each, citiesBeginning);
    yield* regions;
  }
  for (const each of sought) yield* cities(each, citiesWithWordBeginning);
}

const regionsBegun = ({ keys, states }: Sought): PlaceSuggestion[] =>
  keys
    .flatMap((key) =>
      (states ?? [undefined]).flatMap((state) => regionsWhose((name) => name.startsWith(key), state)),
    )
    .slice(0, MOST_REGIONS)
    .map(ofRegion);

function* cities(
  { keys, states }: Sought,
  find: (key: string, inState?: StateCode) => Rank[],
): Generator<PlaceSuggestion> {
  const ranks = keys.flatMap((key) => (states ?? [undefined]).flatMap((state) => find(key, state)));
  if (keys.length > 1 || states) ranks.sort((a, b) => a - b);
  for (const rank of ranks) yield ofCity(rank);
}

const ofState = (state: StateCode): PlaceSuggestion => ({
  kind: 'state',
  label: stateLabel(state),
  detail: null,
});

/** Told from a town of the same name by the town at its middle. */
const ofRegion = ({ label, center }: Region): PlaceSuggestion => ({
  kind: 'city',
  label,
  detail: `around ${center.name}`,
});

function ofCity(rank: Rank): PlaceSuggestion {
  const city = cityAt(rank);
  const detail = city.county === city.name ? null : city.county || null;
  return { kind: 'city', label: cityLabel(city), detail };
}
