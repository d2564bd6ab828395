import { readPlaces } from './file';
import { keyOf, wordsOf, writtenOut } from './names';
import { STATES, type StateCode } from './states';

/** A city, town or county. Coordinates are degrees (WGS 84). */
export interface City {
  name: string;
  state: StateCode;
  /** Inhabitants; 0 where GeoNames has none for it. */
  population: number;
  latitude: number;
  longitude: number;
  /** The ZIP code at its middle. */
  zip: string;
  /** "King County"; empty where it isn't known or there is none. */
  county: string;
}

/** A city's place in the order in which cities are offered: 0 is New York. */
export type Rank = number;

/** What people call some cities, by key. */
const NICKNAMES: Record<string, [name: string, state: StateCode]> = {
  nyc: ['New York', 'NY'],
  newyorkcity: ['New York', 'NY'],
  thebronx: ['Bronx', 'NY'],
  la: ['Los Angeles', 'CA'],
  sf: ['San Francisco', 'CA'],
  philly: ['Philadelphia', 'PA'],
  vegas: ['Las Vegas', 'NV'],
  dc: ['Washington', 'DC'],
  washingtondc: ['Washington', 'DC'],
  districtofcolumbia: ['Washington', 'DC'],
  eastla: ['East Los Angeles', 'CA'],
  kc: ['Kansas City', 'MO'],
  lacanada: ['La Cañada Flintridge', 'CA'],
  nola: ['New Orleans', 'LA'],
  okc: ['Oklahoma City', 'OK'],
  riopiedras: ['San Juan', 'PR'],
  slc: ['Salt Lake City', 'UT'],
  saintpete: ['St. Petersburg', 'FL'],
  utqiagvik: ['Barrow', 'AK'],
};

/** Names of cities in the order of the alphabet, and beside each the city's rank. */
interface NameIndex {
  keys: string[];
  ranks: Uint16Array;
}

interface Gazetteer {
  lines: string[];
  states: Uint8Array;
  /** By the whole name. */
  names: NameIndex;
  /** By each later word and what follows it: "vegas" for Las Vegas. */
  laterWords: NameIndex;
}

let loaded: Gazetteer | undefined;

function gazetteer(): Gazetteer {
  loaded ??= load();
  return loaded;
}

function load(): Gazetteer {
  const lines = readPlaces('cities.tsv').trimEnd().split('\n');
  const states = new Uint8Array(lines.length);
  const names: [string, Rank][] = [];
  const laterWords: [string, Rank][] = [];
  for (const [rank, line] of lines.entries()) {
    const { name, state } = parse(line);
    states[rank] = STATES.indexOf(state);
    const words = writtenOut(wordsOf(name));
    names.push([words.join(''), rank]);
    for (let word = 1; word < words.length; word++) laterWords.push([words.slice(word).join(''), rank]);
  }
  for (const [nickname, [name, state]] of Object.entries(NICKNAMES)) {
    const key = keyOf(wordsOf(name));
    const meant = names.find(([each, rank]) => each === key && states[rank] === STATES.indexOf(state));
    if (meant) names.push([nickname, meant[1]]);
  }
  return { lines, states, names: inOrder(names), laterWords: inOrder(laterWords) };
}

function inOrder(entries: [string, Rank][]): NameIndex {
  entries.sort(([a, first], [b, second]) => (a < b ? -1 : a > b ? 1 : first - second));
  return { keys: entries.map(([key]) => key), ranks: Uint16Array.from(entries, ([, rank]) => rank) };
}

function parse(line: string): City {
  const [name = '', state, population, latitude, longitude, zip = '', county = ''] = line.split('\t');
  return {
    name,
    state: state as StateCode,
    population: Number(population),
    latitude: Number(latitude),
    longitude: Number(longitude),
    zip,
    county,
  };
}

/** Every city, in order of rank. */
export function* allCities(): Generator<City> {
  for (const line of gazetteer().lines) yield parse(line);
}

/** @throws Error when there is no city of that rank. */
export function cityAt(rank: Rank): City {
  const line = gazetteer().lines[rank];
  if (line === undefined) throw new Error(`There is no city ${rank}.`);
  return parse(line);
}

/** "St. Louis, MO": what a city is shown as, and found by. */
export const cityLabel = ({ name, state }: City): string => `${name}, ${state}`;

/** The first position whose key is not before a key. */
function startOf({ keys }: NameIndex, key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Greater than any character of a key. */
const LAST = '\uffff';

function ranked({ ranks }: NameIndex, from: number, to: number, inState?: StateCode): Rank[] {
  const { states } = gazetteer();
  const wanted = inState && STATES.indexOf(inState);
  const found = ranks.subarray(from, to);
  return [...(wanted === undefined ? found.slice() : found.filter((rank) => states[rank] === wanted)).sort()];
}

/** Cities of exactly this name, in order of rank. */
export function citiesNamed(key: string, inState?: StateCode): Rank[] {
  const { names } = gazetteer();
  return ranked(names, startOf(names, key), startOf(names, `${key}\0`), inState);
}

/** Cities whose name begins with a key, in order of rank. */
export function citiesBeginning(key: string, inState?: StateCode): Rank[] {
  const { names } = gazetteer();
  return ranked(names, startOf(names, key), startOf(names, key + LAST), inState);
}

/** Cities of whose name a later word begins with a key, in order of rank. */
export function citiesWithWordBeginning(key: string, inState?: StateCode): Rank[] {
  const { laterWords } = gazetteer();
  return ranked(laterWords, startOf(laterWords, key), startOf(laterWords, key + LAST), inState);
}

/** Cities whose name a predicate holds for, in order of rank. */
export function citiesWhose(holds: (key: string) => boolean, inState?: StateCode): Rank[] {
  const { names, states } = gazetteer();
  const wanted = inState && STATES.indexOf(inState);
  return [...names.keys.keys()]
    .filter((position) => holds(names.keys[position] ?? ''))
    .map((position) => names.ranks[position] ?? 0)
    .filter((rank) => wanted === undefined || states[rank] === wanted)
    .sort((a, b) => a - b);
}
