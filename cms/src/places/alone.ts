import { citiesNamed, type Rank } from './cities';
import { type StateCode, stateNamed, WHOLE_STATES } from './states';

/** Whom a name means that stands without a state. */
export interface Named {
  state: StateCode | null;
  /** In order of rank. */
  cities: Rank[];
  /** Whether the state is meant first: "Washington" is the state, "New York" the city. */
  stateFirst: boolean;
}

/** What a key names that stands alone. */
export function namedAlone(key: string): Named {
  const code = stateNamed(key);
  const state = code && WHOLE_STATES.includes(code) ? code : null;
  return { state, cities: citiesNamed(key), stateFirst: state !== null && key !== 'newyork' };
}
