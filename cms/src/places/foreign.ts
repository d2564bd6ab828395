import { readPlaces } from './file';
import { keyOf, wordsOf } from './names';
import type { Reading } from './readings';
import { stateNamed } from './states';

/** At the end of a text: Canada's (the first half is enough) and the United Kingdom's. */
const POSTAL_CODE =
  /(?:^|[\s,])(?:[abceghj-nprstvxy]\d[a-z](?:[ -]?\d[a-z]\d)?|[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2})$/i;

/** Parts of countries, and names that the CLDR has otherwise, by the country's ISO 3166 code. */
const MORE_NAMES: Record<string, string> = {
  CA:
    'Alberta, AB, British Columbia, BC, Manitoba, MB, New Brunswick, NB, Newfoundland, Newfoundland and Labrador, NL, ' +
    'Nova Scotia, NS, Northwest Territories, NT, Nunavut, NU, Ontario, ON, Prince Edward Island, PEI, PE, Quebec, QC, ' +
    'Saskatchewan, SK, Yukon, YT',
  CZ: 'Czech Republic',
  GB: 'England, Scotland, Wales, Northern Ireland, Great Britain, Britain',
  MX: 'Baja California, CDMX',
  NL: 'Holland, The Netherlands',
  TR: 'Turkey',
};

/** ISO 3166 codes of the United States and its territories. */
const HERE = new Set(['US', 'AS', 'GU', 'MP', 'PR', 'UM', 'VI']);

/** How many times the inhabitants of a city here make one elsewhere the likelier to be meant. */
const MUCH_LARGER = 2;

const keyOfText = (text: string): string => keyOf(wordsOf(text));
/** GeoNames has "Juárez" for Ciudad Juárez. */
const withoutCiudad = (key: string): string => key.replace(/^ciudad/, '');

interface Abroad {
  /** Country codes by the keys of the names. */
  countries: Map<string, string>;
  /** By the key of a city's name, how many inhabitants it has in each country that has one, by the country's code. */
  cities: Map<string, Map<string, number>>;
}
let abroad: Abroad | undefined;

function load(): Abroad {
  const countries = new Map<string, string>();
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const style of ['long', 'short'] as const) {
    const names = new Intl.DisplayNames('en', { type: 'region', style, fallback: 'none' });
    for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
      const name = HERE.has(code) ? undefined : names.of(code);
      if (name) countries.set(keyOfText(name), code);
    }
  }
  for (const [code, names] of Object.entries(MORE_NAMES))
    for (const name of names.split(',')) countries.set(keyOfText(name), code);
  const cities: Abroad['cities'] = new Map();
  for (const line of readPlaces('foreign.tsv').trimEnd().split('\n')) {
    const [name = '', code = '', population] = line.split('\t');
    const key = withoutCiudad(keyOfText(name));
    const named = cities.get(key) ?? new Map<string, number>();
    cities.set(key, named.set(code, Math.max(named.get(code) ?? 0, Number(population))));
  }
  return { countries, cities };
}

/** Whether a key is the name of another country, or of a part of one. */
export function isCountry(key: string): boolean {
  abroad ??= load();
  return abroad.countries.has(key);
}

/** Whether a city elsewhere, as a text names it, is much larger than one here of so many inhabitants. */
export function isLargerAbroad(text: string, population: number): boolean {
  abroad ??= load();
  const inhabitants = abroad.cities.get(withoutCiudad(keyOfText(text)))?.values() ?? [];
  return Math.max(0, ...inhabitants) > population * MUCH_LARGER;
}

/** Whether a text names a place elsewhere. Only good for one that names none in the United States. */
export function isForeign(text: string, readings: Reading[]): boolean {
  abroad ??= load();
  const { countries, cities } = abroad;
  return (
    POSTAL_CODE.test(text) ||
    readings.some(({ name, region }) => {
      const key = keyOf(name);
      if (region === null) return countries.has(key) || cities.has(withoutCiudad(key));
      if (countries.has(region) && !stateNamed(region)) return true;
      // Codes are words too, and states' codes: "DE" is Germany in "Berlin, DE" alone.
      const code = countries.get(region) ?? region.toUpperCase();
      return cities.get(withoutCiudad(key))?.has(code) ?? false;
    })
  );
}
