import type { Coordinates } from '@deep-dive/shared-types';
import { around, distance } from 'geokdbush';
import KDBush from 'kdbush';
import { allZips, findZip, type ZipPlace } from './zips';
import { isAmericanZone, timeZoneAt } from './zones';

const KILOMETERS_PER_MILE = 1.609344;
/** Farther than this (miles) from any ZIP code counts as outside the US: even the emptiest parts of Alaska are nearer to one. */
const REMOTEST = 150;
/** How coarsely the time zones' borders are drawn, in miles. */
const BORDER_STRIP = 15;

/** Miles between two positions along the great circle. */
export function milesBetween(a: Coordinates, b: Coordinates): number {
  return distance(a.longitude, a.latitude, b.longitude, b.latitude) / KILOMETERS_PER_MILE;
}

interface ZipIndex {
  tree: KDBush;
  zips: Uint32Array;
}
let index: ZipIndex | undefined;

function load(): ZipIndex {
  const all = [...allZips()];
  const tree = new KDBush(all.length);
  for (const { longitude, latitude } of all) tree.add(longitude, latitude);
  return { tree: tree.finish(), zips: Uint32Array.from(all, ({ zip }) => Number(zip)) };
}

/** The ZIP code whose middle is nearest to a position, of those that a predicate holds for. */
export function nearestZip(
  latitude: number,
  longitude: number,
  holds?: (zip: ZipPlace) => boolean,
): ZipPlace {
  index ??= load();
  const { tree, zips } = index;
  const zipAt = (position = 0): ZipPlace => {
    const zip = findZip(String(zips[position]).padStart(5, '0'));
    if (!zip) throw new Error(`No ZIP code is nearest to ${latitude}, ${longitude}.`);
    return zip;
  };
  const isMeant = holds && ((position: number): boolean => holds(zipAt(position)));
  const [nearest] = around(tree, longitude, latitude, 1, Infinity, isMeant);
  return zipAt(nearest);
}

/** How far a position is from the nearest of some places, in miles; infinitely far where there are none. */
export function milesToNearest(places: Coordinates[]): (from: Coordinates) => number {
  const tree = new KDBush(places.length);
  for (const { longitude, latitude } of places) tree.add(longitude, latitude);
  tree.finish();
  return (from) => {
    const [nearest = -1] = around(tree, from.longitude, from.latitude, 1);
    const place = places[nearest];
    return place ? milesBetween(from, place) : Number.POSITIVE_INFINITY;
  };
}

/**
 * Whether a position is in the states, DC or the territories, as the time zone there tells. Along a border, where the
 * zones are drawn too coarsely to tell even the nearest ZIP code from the neighbour, it is.
 */
export function isInUnitedStates(position: Coordinates): boolean {
  const nearest = nearestZip(position.latitude, position.longitude);
  const miles = milesBetween(position, nearest);
  return isAmericanZone(timeZoneAt(position.latitude, position.longitude))
    ? miles <= REMOTEST
    : miles <= BORDER_STRIP && !isAmericanZone(timeZoneAt(nearest.latitude, nearest.longitude));
}
