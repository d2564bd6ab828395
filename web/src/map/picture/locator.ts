import type { Position } from 'geojson';
import counties from '../../../generated/basemap/counties.json';
import labels from '../../../generated/basemap/labels.json';
import neighbours from '../../../generated/basemap/neighbours.json';
// As text: TypeScript would work out the type of every one of them.
import townsText from '../../../generated/basemap/towns.json?raw';
import unitedStates from '../../../generated/basemap/us.json';
import { escapeHtml } from '../../escape';
import { colors } from '../colors';
import { type Box, clipRing } from '../geo/clip';
import { PIN_PATH } from '../pin';

/** Size of the picture in its own units. */
export const LOCATOR_WIDTH = 480;
export const LOCATOR_HEIGHT = 300;

/** How much of the country the picture shows from west to east, in miles: a town and its neighbours. */
const WIDTH_MILES = 120;
/** Miles in a degree of latitude, on average. */
const MILES_PER_DEGREE = 69.09;
const UNITS_PER_MILE = LOCATOR_WIDTH / WIDTH_MILES;
/** The picture and a little around it: what is cut off is cut where nobody sees the edge. */
const FRAME: Box = [-10, -10, LOCATOR_WIDTH + 10, LOCATOR_HEIGHT + 10];
/** More names would crowd a picture this size. */
const CITY_LIMIT = 6;
/** Longest text at the pin, in characters; what is longer would not fit. */
const LONGEST_LABEL = 36;
const FONT_SIZE = 14;
/** How long the scale's bar is, in miles. */
const SCALE_MILES = 20;
/** How wide a gap may be where the two atlases meet, in miles. */
const SEAM_MILES = 9.5;

export interface LocatorOptions {
  /** Degrees (WGS 84). */
  latitude: number;
  longitude: number;
  /** "Denver, CO": what the pin is at. */
  label: string;
}

type Layer = { properties: { kind: string }; geometry: { coordinates: unknown } };
/** Puts a line of the base map on the picture; empty when it is nowhere near. */
type Draw = (line: Position[]) => Position[];

/**
 * Draws where in its region a place is: the states and counties some sixty miles to either side, some towns, and a
 * pin in the middle. A self-contained SVG document, `LOCATOR_WIDTH` by `LOCATOR_HEIGHT`, without script or style.
 */
export function renderLocatorSvg({ latitude, longitude, label }: LocatorOptions): string {
  const draw = drawingAbout(longitude, latitude);
  const land = areaPath(unitedStates.features, 'land', draw);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LOCATOR_WIDTH} ${LOCATOR_HEIGHT}" width="${LOCATOR_WIDTH}" height="${LOCATOR_HEIGHT}" role="img" aria-labelledby="title">`,
    `<title id="title">Map of the region about ${escapeHtml(label)}</title>`,
    `<rect width="${LOCATOR_WIDTH}" height="${LOCATOR_HEIGHT}" fill="${colors.water}"/>`,
    fill(colors.abroad, areaPath(neighbours.features, 'land', draw)),
    // The two atlases disagree by a few kilometres along the land borders; this closes the gap.
    stroke(colors.abroad, SEAM_MILES * UNITS_PER_MILE, linePath(neighbours.features, 'seam', draw)),
    fill(colors.water, areaPath(neighbours.features, 'lake', draw)),
    fill(colors.abroad, areaPath(neighbours.features, 'island', draw)),
    fill(colors.land, land),
    stroke(colors.county, 1, linePath(counties.features, 'county', draw)),
    stroke(colors.border, 1.75, linePath(unitedStates.features, 'border', draw)),
    stroke(colors.coast, 1, land),
    `<g font-family="system-ui, sans-serif" font-size="${FONT_SIZE}" stroke="${colors.land}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">`,
    names(label, draw),
    scale(),
    '</g>',
    pin(),
    '</svg>',
  ].join('');
}

/**
 * Flat, with the place in the middle and a mile as long in either direction there: true enough over this distance. What
 * lies across the antimeridian is drawn on the place's own side of it.
 */
function drawingAbout(longitude: number, latitude: number): Draw {
  const north = UNITS_PER_MILE * MILES_PER_DEGREE;
  const east = north * Math.cos((latitude * Math.PI) / 180);
  return (line) => {
    const turn = 360 * Math.round((longitude - (line[0]?.[0] ?? 0)) / 360);
    const points = line.map(([lng = 0, lat = 0]) => [
      LOCATOR_WIDTH / 2 + (lng + turn - longitude) * east,
      LOCATOR_HEIGHT / 2 - (lat - latitude) * north,
    ]);
    return isNear(points) ? points : [];
  };
}

/** Whether the smallest box about a line meets the frame. */
function isNear(points: Position[]): boolean {
  const [left, top, right, bottom] = FRAME;
  const some = (test: (x: number, y: number) => boolean) => points.some(([x = 0, y = 0]) => test(x, y));
  return (
    some((x) => x > left) && some((x) => x < right) && some((_, y) => y > top) && some((_, y) => y < bottom)
  );
}

function coordinatesOf(layers: Layer[], kind: string): unknown[] {
  return layers
    .filter(({ properties }) => properties.kind === kind)
    .map(({ geometry }) => geometry.coordinates);
}

function areaPath(layers: Layer[], kind: string, draw: Draw): string {
  const rings = (coordinatesOf(layers, kind) as Position[][][][]).flat(2);
  return rings.map((ring) => pathData(clipRing(draw(ring), FRAME))).join('');
}

function linePath(layers: Layer[], kind: string, draw: Draw): string {
  const lines = (coordinatesOf(layers, kind) as Position[][][]).flat();
  return lines.map((line) => pathData(draw(line))).join('');
}

/** SVG path data, without the points that are hardly a pixel away from the one before. */
function pathData(points: Position[]): string {
  let [lastX, lastY] = [Number.POSITIVE_INFINITY, 0];
  let path = '';
  points.forEach(([x = 0, y = 0], i) => {
    const isEnd = i === points.length - 1;
    if (!isEnd && Math.abs(x - lastX) + Math.abs(y - lastY) < 0.8) return;
    path += `${path ? 'L' : 'M'}${x.toFixed(1)},${y.toFixed(1)}`;
    [lastX, lastY] = [x, y];
  });
  return path;
}

function fill(color: string, path: string): string {
  return `<path fill="${color}" fill-rule="evenodd" d="${path}"/>`;
}

function stroke(color: string, width: number, path: string): string {
  return `<path fill="none" stroke="${color}" stroke-width="${width}" stroke-linejoin="round" d="${path}"/>`;
}

let knownTowns: (typeof labels)['features'] | undefined;
/** Read when the first picture is drawn. */
function towns(): (typeof labels)['features'] {
  knownTowns ??= (JSON.parse(townsText) as typeof labels).features;
  return knownTowns;
}

/** The pin's label, and the largest cities whose names find room. */
function names(label: string, draw: Draw): string {
  const [x, y] = [LOCATOR_WIDTH / 2, LOCATOR_HEIGHT / 2];
  const shown = label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label;
  const half = widthOf(shown) / 2;
  const taken: Box[] = [
    [x - 14, y - 38, x + 14, y + 6],
    [x - half, y + 4, x + half, y + 24],
    [0, LOCATOR_HEIGHT - 34, 100, LOCATOR_HEIGHT],
  ];
  const texts = [
    `<text x="${x}" y="${y + 20}" text-anchor="middle" font-weight="700" fill="${colors.ink}">${escapeHtml(shown)}</text>`,
  ];
  for (const { properties, geometry } of [...labels.features, ...towns()]) {
    if (texts.length > CITY_LIMIT) break;
    if (properties.kind !== 'city') continue;
    const [point] = draw([geometry.coordinates]);
    const text = point && cityName(properties.name, point, taken);
    if (text) texts.push(text);
  }
  return texts.join('');
}

/** A city's dot with its name to the right or left of it, where there is room, which it then takes. */
function cityName(name: string, [x = 0, y = 0]: Position, taken: Box[]): string | undefined {
  const width = widthOf(name);
  for (const [side, anchor] of [
    [1, 'start'],
    [-1, 'end'],
  ] as const) {
    const textX = x + side * 6;
    const box: Box = [
      Math.min(x - 4, textX - (side < 0 ? width : 0)),
      y - 9,
      Math.max(x + 4, textX + (side > 0 ? width : 0)),
      y + 9,
    ];
    if (!isInside(box) || taken.some((other) => meet(box, other))) continue;
    taken.push(box);
    return [
      `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="2.5" fill="${colors.cityDot}"/>`,
      `<text x="${textX.toFixed(1)}" y="${(y + 5).toFixed(1)}" text-anchor="${anchor}" fill="${colors.cityLabel}">${escapeHtml(name)}</text>`,
    ].join('');
  }
}

/** About how wide a text is; a little more than it comes out in any common font. */
function widthOf(text: string): number {
  return text.length * FONT_SIZE * 0.57;
}

function isInside([left, top, right, bottom]: Box): boolean {
  return left > 4 && top > 4 && right < LOCATOR_WIDTH - 4 && bottom < LOCATOR_HEIGHT - 4;
}

function meet(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

function scale(): string {
  const bottom = LOCATOR_HEIGHT - 10;
  const length = (SCALE_MILES * UNITS_PER_MILE).toFixed(1);
  return `<text x="10" y="${bottom - 8}" fill="${colors.cityLabel}" font-size="12">${SCALE_MILES} miles</text><path d="M10.5,${bottom - 4}v4h${length}v-4" fill="none" stroke="${colors.cityLabel}" stroke-width="1.5"/>`;
}

function pin(): string {
  const tip = `translate(${LOCATOR_WIDTH / 2} ${LOCATOR_HEIGHT / 2})`;
  return `<g transform="${tip}"><path d="${PIN_PATH}" fill="${colors.pin}" stroke="#fff" stroke-width="2"/><circle cy="-21" r="4.5" fill="#fff"/></g>`;
}
