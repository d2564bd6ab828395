import type { Bounds } from '@deep-dive/shared-types';
import { type GeoProjection, geoAlbersUsa, geoMercator } from 'd3-geo';

/** Size of the drawn map in its own units, the ones us-atlas's Albers files use. */
export const MAP_WIDTH = 975;
export const MAP_HEIGHT = 610;

/** The lower 48 states, and Alaska and Hawaii inset. */
export const mainProjection: GeoProjection = geoAlbersUsa()
  .scale(1300)
  .translate([MAP_WIDTH / 2, MAP_HEIGHT / 2]);

/** A part of the country drawn in a frame of its own. */
export interface Inset {
  name: string;
  /** What belongs into it. */
  bounds: Bounds;
  /** FIPS codes of the states and territories in it. */
  states: string[];
  projection: GeoProjection;
  /** SVG path data of its frame. */
  frame: string;
}

/** An inset with its name above the frame, in the middle. */
interface NamedInset extends Inset {
  label: [x: number, y: number];
}

export const caribbean: Inset = {
  name: 'Puerto Rico',
  bounds: [-67.45, 17.55, -64.4, 18.65],
  states: ['72', '78'],
  projection: geoMercator().center([-65.93, 18.1]).scale(1650).translate([898, 576]),
  frame: 'M834,610v-46l24,-22h117',
};

/** Drawn only when there is something in them: for most searches they would be empty frames. */
export const pacific: NamedInset[] = [
  {
    name: 'Guam, CNMI',
    bounds: [144.5, 13.1, 146.2, 15.4],
    states: ['66', '69'],
    projection: geoMercator().center([145.3, 14.25]).scale(1050).translate([606, 579]),
    frame: 'M577,610v-60h58v60',
    label: [606, 545],
  },
  {
    name: 'Samoa',
    bounds: [-171.2, -14.65, -168, -14],
    states: ['60'],
    projection: geoMercator().center([-169.9, -14.28]).scale(1300).translate([702, 591]),
    frame: 'M664,610v-38h76v38',
    label: [702, 567],
  },
];

/** Whether a place belongs into an inset. */
export function isIn({ bounds: [west, south, east, north] }: Inset, longitude: number, latitude: number) {
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

/** Where a place falls on the drawn map, insets included. Null for what is on none of them. */
export function project(longitude: number, latitude: number): [number, number] | null {
  const inset = [caribbean, ...pacific].find((each) => isIn(each, longitude, latitude));
  return (inset?.projection ?? mainProjection)([longitude, latitude]);
}
