import type { WorkshopPlaces } from '@deep-dive/shared-types';
import statesPath from '../../../generated/basemap/states-path.json';
import { colors } from '../colors';
import { type Counts, describeCounts, mixOf, totalOf } from '../counts';
import { caribbean, isIn, MAP_HEIGHT, MAP_WIDTH, pacific, project } from '../geo/projection';

/** Places closer than this, in the picture's units, become one mark: it bounds the picture's size, whatever the number of workshops. */
const CELL = 7;
const pacificLand: Record<string, string> = statesPath.pacific;
/** The frames of Alaska, Hawaii and Puerto Rico. */
export const FRAMES = `M0,468h186l29,29v113M215,515h80l45,45v50${caribbean.frame}`;

interface Mark extends Counts {
  x: number;
  y: number;
}

/**
 * Draws every place on a map of the states as a self-contained SVG document, `MAP_WIDTH` by `MAP_HEIGHT`, without script
 * or style: the map before and without WebGL. Alaska, Hawaii and the territories are inset. What the shapes mean is said
 * beside it (`MapLegend`), where it can be read on a phone.
 */
export function renderWorkshopsSvg({ places }: WorkshopPlaces): string {
  const marks = marksOf(places);
  const insets = pacific.filter((inset) =>
    places.some(([longitude, latitude]) => isIn(inset, longitude, latitude)),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${MAP_WIDTH} ${MAP_HEIGHT}" width="${MAP_WIDTH}" height="${MAP_HEIGHT}" role="img" aria-labelledby="title desc">`,
    '<title id="title">Upcoming workshops in the United States</title>',
    `<desc id="desc">${description(sumOf(places))}</desc>`,
    `<path fill="${colors.land}" stroke="${colors.coast}" stroke-width="1" stroke-linejoin="round" d="${statesPath.land}"/>`,
    `<path fill="none" stroke="${colors.border}" stroke-width="1" stroke-linejoin="round" d="${statesPath.borders}"/>`,
    `<path fill="none" stroke="${colors.coast}" stroke-width="1" d="${FRAMES}"/>`,
    ...insets.map(drawInset),
    `<g stroke="#fff" stroke-width="1.5">${marks.map(drawMark).join('')}</g>`,
    '</svg>',
  ].join('');
}

function marksOf(places: WorkshopPlaces['places']): Mark[] {
  const marks = new Map<string, Mark>();
  for (const [longitude, latitude, deepDive, intro] of places) {
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

function sumOf(places: WorkshopPlaces['places']): Counts {
  const sum = { deepDive: 0, intro: 0 };
  for (const [, , deepDive, intro] of places) {
    sum.deepDive += deepDive;
    sum.intro += intro;
  }
  return sum;
}

function description(sum: Counts): string {
  if (totalOf(sum) === 0) return 'No workshops are on the map at the moment.';
  return `${describeCounts(sum)}. A circle is a Deep Dive, a diamond an Intro, a diamond in a circle both at one place.`;
}

/** From 6 for one workshop to 14 for very many, so that the picture stays readable on a phone. */
function radius(counts: Counts): number {
  return Math.min(14, Math.round((5 + Math.sqrt(totalOf(counts))) * 2) / 2);
}

/** A Pacific territory in its frame, with its name. */
export function drawInset({ name, frame, label: [x, y] }: (typeof pacific)[number]): string {
  return [
    `<path fill="none" stroke="${colors.coast}" stroke-width="1" d="${frame}"/>`,
    `<path fill="${colors.land}" stroke="${colors.coast}" stroke-width="1" stroke-linejoin="round" d="${pacificLand[name] ?? ''}"/>`,
    `<text x="${x}" y="${y}" text-anchor="middle" fill="${colors.ink}" font-family="system-ui, sans-serif" font-size="18">${name}</text>`,
  ].join('');
}

/** Shapes of their own: a browser takes several times as long over references to one shape. */
function drawMark(mark: Mark): string {
  const r = radius(mark);
  switch (mixOf(mark)) {
    case 'deep-dive':
      return circle(mark, r);
    case 'intro':
      return diamond(mark, 1.2 * r);
    case 'mixed':
      return circle(mark, 1.15 * r) + diamond(mark, r);
  }
}

function circle({ x, y }: Mark, r: number): string {
  return `<circle fill="${colors.deepDive}" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${r.toFixed(1)}"/>`;
}

function diamond({ x, y }: Mark, reach: number): string {
  const at = (right: number, down: number) => `${(x + right).toFixed(1)} ${(y + down).toFixed(1)}`;
  return `<path fill="${colors.intro}" d="M${at(0, -reach)} ${at(reach, 0)} ${at(0, reach)} ${at(-reach, 0)}z"/>`;
}
