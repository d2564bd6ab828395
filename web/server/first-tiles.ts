import { type Bounds, TILE_MAX_ZOOM } from '@deep-dive/shared-types';
import { regions } from '../src/map/live/view';

/** Maps draw a tile this many pixels wide. */
const TILE_PIXELS = 512;
/** The frames that maps have, from a phone's to a wide screen's, in CSS pixels. */
const NARROW = 300;
const WIDE = 900;
/** A frame's shape is not a region's: this much of the region's size shows beyond each of its edges. */
const MARGIN = 0.25;
/** The map ends before the poles, where it would be endless. */
const LAST_LATITUDE = 85;

/** The tiles a browser asks for first, "z/x/y": those of the regions it goes to at a click, at the zooms they fit a frame at. */
export function firstTiles(): string[] {
  return [...new Set(regions.flatMap(({ bounds }) => tilesOf(bounds)))];
}

function tilesOf([west, south, east, north]: Bounds): string[] {
  const width = east - west;
  const height = north - south;
  const shown: Bounds = [
    west - width * MARGIN,
    Math.max(south - height * MARGIN, -LAST_LATITUDE),
    east + width * MARGIN,
    Math.min(north + height * MARGIN, LAST_LATITUDE),
  ];
  const zoomIn = (pixels: number): number => Math.log2((pixels * 360) / (TILE_PIXELS * width));
  return range(Math.floor(zoomIn(NARROW)), Math.min(Math.ceil(zoomIn(WIDE)), TILE_MAX_ZOOM)).flatMap((z) =>
    tilesAt(shown, z),
  );
}

function tilesAt([west, south, east, north]: Bounds, z: number): string[] {
  const count = 2 ** z;
  const column = (longitude: number): number => Math.floor(((longitude + 180) / 360) * count);
  const row = (latitude: number): number => {
    const mercator = Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI;
    return Math.floor(((1 - mercator) / 2) * count);
  };
  // Beyond the antimeridian the columns begin again.
  return range(column(west), column(east)).flatMap((x) =>
    range(row(north), row(south)).map((y) => `${z}/${((x % count) + count) % count}/${y}`),
  );
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
