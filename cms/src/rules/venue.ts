import { TIME_ZONES } from '@deep-dive/shared-types';
import { citiesNamed, cityAt } from '../places/cities';
import { milesBetween } from '../places/geo';
import { keyOf, wordsOf } from '../places/names';
import type { StateCode } from '../places/states';
import { findZip, type ZipPlace } from '../places/zips';
import type { Problem } from './problem';
import { asSeen } from './typed';

export interface Venue {
  zip?: string | null;
  city?: string | null;
  state?: string | null;
}

export interface ZonedCoordinates {
  /** Degrees (WGS 84); null when the workshop has no place. */
  latitude: number | null;
  longitude: number | null;
  /** IANA name; null while it isn't known. */
  timeZone: string | null;
}

/** Where a workshop is, with the venue's gaps filled in, and what is wrong with it. */
export interface Located {
  place: ZonedCoordinates;
  /** Null when nothing about the venue could be worked out. */
  venue: { zip: string; city: string; state: string } | null;
  problems: Problem[];
}

/** Whether a venue says nothing, as the form sends one that is not filled in. One of which only the id is sent is to stay as it is. */
export function saysNothing({ id, ...venue }: Record<string, unknown>): boolean {
  const said = Object.values(venue).map((value) => asSeen(String(value ?? '')));
  return said.every((text) => text === '') && (said.length > 0 || id === undefined);
}

/** Miles between a city and the middle of a ZIP code beyond which they can't belong together. */
const FARTHEST_CITY = 30;

const NOWHERE: ZonedCoordinates = { latitude: null, longitude: null, timeZone: null };

/**
 * Works out a workshop's place and time zone: the zone chosen by hand, or that of the venue's ZIP code. Nothing is wrong with
 * a draft that has no venue yet.
 */
export function locate(format: string, venue: Venue | null, chosenTimeZone: string | null): Located {
  const chosen = (chosenTimeZone && TIME_ZONES[chosenTimeZone]) || null;
  if (format === 'virtual') return { place: { ...NOWHERE, timeZone: chosen }, venue: null, problems: [] };
  if (!venue?.zip) return { place: NOWHERE, venue: null, problems: [] };
  const found = findZip(venue.zip);
  if (!found) {
    const padded = findZip(`0${venue.zip.trim()}`);
    const remedy = padded
      ? `Is it ${padded.zip} (${padded.city}, ${padded.state})? Spreadsheets drop the zero at the beginning.`
      : 'Check it: five digits, such as 98101, or ZIP+4.';
    const message = `We know no ZIP code “${venue.zip.slice(0, 20)}”. ${remedy}`;
    return { place: NOWHERE, venue: null, problems: [{ path: ['venue', 'zip'], message }] };
  }
  const { latitude, longitude, timeZone } = found;
  const problems: Problem[] = [];
  if (venue.state && venue.state !== found.state)
    problems.push({
      path: ['venue', 'state'],
      message: `ZIP code ${found.zip} is in ${found.state}, not in ${venue.state}. Correct the ZIP code, or leave the state empty.`,
    });
  const miles = venue.city ? milesToCity(venue.city, found) : null;
  if (miles !== null && miles > FARTHEST_CITY)
    problems.push({
      path: ['venue', 'city'],
      message: `${venue.city}, ${found.state} is ${Math.round(miles)} miles from ZIP code ${found.zip} (${found.city}). Correct one of the two, or leave the city empty.`,
    });
  return {
    place: { latitude, longitude, timeZone: chosen ?? timeZone },
    venue: { zip: venue.zip.trim(), city: venue.city || found.city, state: found.state },
    problems,
  };
}

/** How far the nearest city of a name in a ZIP code's state is from it; null for names nobody knows, which may be of a part of town. */
function milesToCity(name: string, zip: ZipPlace): number | null {
  const key = keyOf(wordsOf(name));
  if (key === keyOf(wordsOf(zip.city))) return 0;
  const cities = citiesNamed(key, zip.state as StateCode).map((rank) => milesBetween(cityAt(rank), zip));
  return cities.length > 0 ? Math.min(...cities) : null;
}
