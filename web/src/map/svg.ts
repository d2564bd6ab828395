import type { WorkshopFeatureCollection } from '@deep-dive/shared-types';
import statesPath from '../../generated/basemap/states-path.json';
import { colors } from './colors';
import { type Counts, describeCounts, groupByPlace, mixOf } from './places';
import { MAP_HEIGHT, MAP_WIDTH, project } from './projection';

/** Width of the picture's viewBox, in its own units. */
export const SVG_WIDTH = MAP_WIDTH;
/** Height of the picture's viewBox, in its own units: the map and a line for the legend. */
export const SVG_HEIGHT = MAP_HEIGHT + 30;

/** Places closer than this, in the picture's units, become one mark: it bounds the picture's size, whatever the number of workshops. */
const CELL = 7;
/** The Alaska, Hawaii and Puerto Rico frames. */
const FRAMES = 'M0,468h186l29,29v113M215,515h80l45,45v50M834,610v-46l24,-22h117';

interface Mark extends Counts {
  x: number;
  y: number;
}

/**
 * Draws every workshop with coordinates on a map of the states as a self-contained SVG document, without script or
 * style: the map before and without WebGL. Alaska, Hawaii and Puerto Rico are inset; places off the picture (Guam, for
 * one) are not drawn.
 */
export function renderWorkshopsSvg(collection: WorkshopFeatureCollection): string {
  const marks = marksOf(collection);
  const total = marks.reduce(
    (sum, { deepDive, intro }) => ({ deepDive: sum.deepDive + deepDive, intro: sum.intro + intro }),
    { deepDive: 0, intro: 0 },
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SVG_WIDTH} ${SVG_HEIGHT}" width="${SVG_WIDTH}" height="${SVG_HEIGHT}" role="img" aria-labelledby="title desc">`,
    '<title id="title">Upcoming workshops in the United States</title>',
    `<desc id="desc">${description(total)}</desc>`,
    symbols(),
    `<path fill="${colors.land}" stroke="${colors.coast}" stroke-width="1" stroke-linejoin="round" d="${statesPath.land}"/>`,
    `<path fill="none" stroke="${colors.border}" stroke-width="1" stroke-linejoin="round" d="${statesPath.borders}"/>`,
    `<path fill="none" stroke="${colors.coast}" stroke-width="1" d="${FRAMES}"/>`,
    `<g stroke="#fff" stroke-width="1.5">${marks.map(drawMark).join('')}</g>`,
    legend(),
    '</svg>',
  ].join('');
}

function marksOf(collection: WorkshopFeatureCollection): Mark[] {
  const marks = new Map<string, Mark>();
  for (const { longitude, latitude, deepDive, intro } of groupByPlace(collection)) {
    const point = project(longitude, latitude);
    if (!point) continue;
    const [x, y] = point;
    const key = `${Math.round(x / CELL)},${Math.round(y / CELL)}`;
    const mark = marks.get(key) ?? { x, y, deepDive: 0, intro: 0 };
    mark.deepDive += deepDive;
    mark.intro += intro;
    marks.set(key, mark);
  }
  return [...marks.values()].sort((a, b) => radius(b) - radius(a));
}

function description(total: Counts): string {
  if (total.deepDive + total.intro === 0) return 'No workshops are on the map at the moment.';
  return `${describeCounts(total)}. A circle is a Deep Dive, a diamond an Intro, a half of each both at one place.`;
}

/** From 6 for one workshop to 14 for very many, so that the picture stays readable on a phone. */
function radius({ deepDive, intro }: Counts): number {
  return Math.min(14, Math.round((5 + Math.sqrt(deepDive + intro)) * 2) / 2);
}

/** Each symbol fills a circle of radius 1 about the origin; a mark scales it. */
function symbols(): string {
  return [
    '<defs>',
    `<g id="deep-dive"><circle r="1" fill="${colors.deepDive}" vector-effect="non-scaling-stroke"/></g>`,
    `<g id="intro"><path d="M0-1.2 1.2 0 0 1.2-1.2 0z" fill="${colors.intro}" vector-effect="non-scaling-stroke"/></g>`,
    '<g id="mixed">',
    `<path d="M0-1.1A1.1 1.1 0 0 0 0 1.1z" fill="${colors.deepDive}" vector-effect="non-scaling-stroke"/>`,
    `<path d="M0-1.3 1.3 0 0 1.3z" fill="${colors.intro}" vector-effect="non-scaling-stroke"/>`,
    '</g>',
    '</defs>',
  ].join('');
}

function drawMark(mark: Mark): string {
  return use(mixOf(mark), mark.x, mark.y, radius(mark));
}

function use(symbol: string, x: number, y: number, size: number): string {
  return `<use href="#${symbol}" transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${size})"/>`;
}

function legend(): string {
  const y = MAP_HEIGHT + 14;
  const entries: [string, string, number][] = [
    ['deep-dive', 'Deep Dive', 330],
    ['intro', 'Intro', 450],
    ['mixed', 'Both', 535],
  ];
  const shapes = entries.map(([symbol, , x]) => use(symbol, x, y, 8)).join('');
  const words = entries.map(([, label, x]) => `<text x="${x + 15}" y="${y + 5.5}">${label}</text>`).join('');
  return `<g stroke="#fff">${shapes}</g><g fill="${colors.ink}" font-family="system-ui, sans-serif" font-size="16">${words}</g>`;
}
