import { stateNames, type Territory } from '@deep-dive/shared-types';
import statesPath from '../../../generated/basemap/states-path.json';
import { escapeHtml } from '../../escape';
import { colors } from '../colors';
import type { Box } from '../geo/clip';
import { MAP_HEIGHT, MAP_WIDTH, pacific, project } from '../geo/projection';
import { drawInset, FRAMES } from './svg';

/** Size of the picture in CSS pixels. */
export const TERRITORY_WIDTH = 600;
export const TERRITORY_HEIGHT = 400;

/** How much of the map of the states the picture shows at least from west to east, in that map's units: a region, not a town. */
const NARROWEST = 150;
/** Room about the territory, as a share of its extent. */
const MARGIN = 0.2;

type State = { path: string; box: number[] };
const stateShapes: Record<string, State> = statesPath.states;

/**
 * Draws where a Regional Partner serves: whole states filled, ZIP codes as dots, and the states about them. A self-contained
 * SVG document, `TERRITORY_WIDTH` by `TERRITORY_HEIGHT`, without script or style; null when there is nothing to draw.
 */
export function renderTerritorySvg({ wholeStates, zips, states }: Territory, name: string): string | null {
  const whole = wholeStates.flatMap((code) => stateShapes[code] ?? []);
  const dots = zips.flatMap(([longitude, latitude]) => {
    const point = project(longitude, latitude);
    return point ? [point] : [];
  });
  if (whole.length === 0 && dots.length === 0) return null;
  const [left, top, width, height] = frameAbout([
    ...whole.map(({ box }) => box as Box),
    ...dots.map(([x, y]): Box => [x, y, x, y]),
  ]);
  /** One CSS pixel, in the map's units. */
  const pixel = width / TERRITORY_WIDTH;
  const insets = pacific.filter((inset) => inset.states.some((id) => states.includes(TERRITORIES[id] ?? '')));
  const line = (color: string, d: string) =>
    `<path fill="none" stroke="${color}" stroke-width="${(1.5 * pixel).toFixed(2)}" stroke-linejoin="round" d="${d}"/>`;
  const land = (d: string) => `<path fill="${colors.land}" d="${d}"/>${line(colors.coast, d)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${[left, top, width, height].map((unit) => unit.toFixed(1)).join(' ')}" width="${TERRITORY_WIDTH}" height="${TERRITORY_HEIGHT}" role="img" aria-labelledby="title">`,
    `<title id="title">Where ${escapeHtml(name)} serves</title>`,
    `<path fill="${colors.water}" d="M-${MAP_WIDTH}-${MAP_HEIGHT}h${3 * MAP_WIDTH}v${3 * MAP_HEIGHT}h-${3 * MAP_WIDTH}z"/>`,
    land(statesPath.land),
    line(colors.coast, FRAMES),
    ...insets.map(drawInset),
    ...whole.map(({ path }) => `<path fill="${colors.deepDive}" d="${path}"/>`),
    line(colors.border, statesPath.borders),
    ...wholeStates.map((code) => nameOf(code, pixel)),
    `<g fill="${colors.deepDive}" stroke="#fff" stroke-width="${pixel.toFixed(2)}">`,
    ...dots.map(
      ([x, y]) => `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${(5 * pixel).toFixed(2)}"/>`,
    ),
    '</g></svg>',
  ].join('');
}

/** FIPS codes of the territories in frames of their own, and their postal codes. */
const TERRITORIES: Record<string, string> = { '60': 'AS', '66': 'GU', '69': 'MP' };

/** A state's name in its middle, where it fits. */
function nameOf(code: string, pixel: number): string {
  const name = stateNames[code as keyof typeof stateNames];
  const shape = stateShapes[code];
  if (!name || !shape) return '';
  const [left = 0, top = 0, right = 0, bottom = 0] = shape.box;
  const size = 20 * pixel;
  // A shape is narrower than the box about it.
  if (name.length * size * 0.6 > 0.6 * (right - left) || bottom - top < 2 * size) return '';
  return `<text x="${((left + right) / 2).toFixed(1)}" y="${((top + bottom) / 2 + size / 3).toFixed(1)}" text-anchor="middle" fill="#fff" font-family="system-ui, sans-serif" font-weight="700" font-size="${size.toFixed(2)}">${name}</text>`;
}

/** The part of the map that shows all of these boxes: its left, top, width and height. */
function frameAbout(boxes: Box[]): [number, number, number, number] {
  const left = Math.min(...boxes.map(([x]) => x));
  const top = Math.min(...boxes.map(([, y]) => y));
  const right = Math.max(...boxes.map(([, , x]) => x));
  const bottom = Math.max(...boxes.map(([, , , y]) => y));
  const aspect = TERRITORY_WIDTH / TERRITORY_HEIGHT;
  const width = Math.max(
    NARROWEST,
    (right - left) * (1 + 2 * MARGIN),
    (bottom - top) * (1 + 2 * MARGIN) * aspect,
  );
  const height = width / aspect;
  return [(left + right - width) / 2, (top + bottom - height) / 2, width, height];
}
