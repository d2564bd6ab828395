import { findZip } from '../places/zips';
import type { Problem } from './problem';
import { VIRTUAL_TIME_ZONES } from './schedule';

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

const NOWHERE: ZonedCoordinates = { latitude: null, longitude: null, timeZone: null };

/**
 * Works out a workshop's place and time zone: from the venue's ZIP code, or, when it is virtual, from the zone chosen by
 * hand. Nothing is wrong with a draft that has no venue yet.
 */
export function locate(format: string, venue: Venue | null, virtualTimeZone: string | null): Located {
  if (format === 'virtual') {
    const timeZone = (virtualTimeZone && VIRTUAL_TIME_ZONES[virtualTimeZone]) || null;
    return { place: { ...NOWHERE, timeZone }, venue: null, problems: [] };
  }
  if (!venue?.zip) return { place: NOWHERE, venue: null, problems: [] };
  const found = findZip(venue.zip);
  if (!found) {
    const message = `We know no ZIP code “${venue.zip.slice(0, 20)}”. Check it: five digits, such as 98101, or ZIP+4.`;
    return { place: NOWHERE, venue: null, problems: [{ path: ['venue', 'zip'], message }] };
  }
  const { latitude, longitude, timeZone } = found;
  const problems: Problem[] = [];
  if (venue.state && venue.state !== found.state)
    problems.push({
      path: ['venue', 'state'],
      message: `ZIP code ${found.zip} is in ${found.state}, not in ${venue.state}. Correct the ZIP code, or leave the state empty.`,
    });
  return {
    place: { latitude, longitude, timeZone },
    venue: { zip: venue.zip.trim(), city: venue.city || found.city, state: found.state },
    problems,
  };
}
