import { type City, citiesNamed, cityAt, type Rank } from './cities';
import { type Region, regionsNamed } from './regions';
import { type StateCode, stateNamed, WHOLE_STATES } from './states';

/** Inhabitants from which a city is meant by its name, whatever else has it: Lebanon, TN is, Canada, KY is not. */
export const LARGER_THAN_LIFE = 20_000;

/** Whom a name means that stands without a state. */
export interface Named {
  state: StateCode | null;
  /** In order of rank. */
  cities: Rank[];
  /** The likelier first. */
  regions: Region[];
  /** Whether the state is meant first: "Washington" is the state, "New York" the city. */
  stateFirst: boolean;
  /** Whether a region is meant before any city: "Long Island" is New York's, whatever villages have its name. */
  regionFirst: boolean;
}

/** What a key names that stands alone. */
export function namedAlone(key: string): Named {
  const code = stateNamed(key);
  const state = code && WHOLE_STATES.includes(code) ? code : null;
  const cities = citiesNamed(key);
  const regions = regionsNamed(key);
  return {
    state,
    cities,
    regions,
    stateFirst: state !== null && key !== 'newyork',
    regionFirst: regions.length > 0 && !isLarge(cities.map(cityAt)),
  };
}

/** Whether the first of some cities is so large that it is meant by its name. */
export const isLarge = ([largest]: City[]): boolean =>
  largest !== undefined && largest.population >= LARGER_THAN_LIFE;
