/**
 * The time zone of a ZIP code, from the zones' exact boundaries: geo-tz 8.1.9 (MIT), whose shapes are those of
 * timezone-boundary-builder, made of OpenStreetMap (ODbL). What they get wrong is corrected by hand, with reasons.
 */

import { TIME_ZONES } from '@deep-dive/shared-types';
import { find } from 'geo-tz';
import { Temporal } from 'temporal-polyfill';
import { isAmericanZone } from '../src/places/zones';
import { CORRECTIONS } from './zone-differences';

interface Point {
  /** Degrees (WGS 84). */
  latitude: number;
  longitude: number;
}

/** IANA names, one for each way to set clocks: the zones that people choose from, and the western Aleutians'. */
const KEPT = [...Object.values(TIME_ZONES), 'America/Adak'];

/** Zones count as one when their clocks agree in these years; the last is left out. */
const [FROM, UNTIL] = [2020, 2031];

const known = new Map<string, string>();

/** How clocks are set in a zone: the offset at first, and each change with its instant. */
function clocks(timeZone: string): string {
  const remembered = known.get(timeZone);
  if (remembered) return remembered;
  let at = Temporal.ZonedDateTime.from({ timeZone, year: FROM, month: 1, day: 1 });
  const changes = [at.offset];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (!next || next.year >= UNTIL) break;
    changes.push(`${next.toInstant()} ${next.offset}`);
    at = next;
  }
  known.set(timeZone, changes.join());
  return changes.join();
}

/**
 * "America/Indiana/Knox" → "America/Chicago": IANA has a zone of its own for each county whose clocks once differed. One
 * that still differs keeps its name.
 */
export const mainZone = (timeZone: string): string =>
  KEPT.find((kept) => clocks(kept) === clocks(timeZone)) ?? timeZone;

/** The IANA time zone of a ZIP code whose town is at a point; null when that is at sea or in another country. */
export function zoneOfZip(zip: string, { latitude, longitude }: Point): string | null {
  const corrected = CORRECTIONS[zip]?.timeZone;
  if (corrected) return corrected;
  const found = find(latitude, longitude).find(isAmericanZone);
  return found ? mainZone(found) : null;
}
