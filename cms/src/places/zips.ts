import { readFileSync } from 'node:fs';
import { zipsFile } from './file';

/** A ZIP code and where it is. Coordinates are degrees (WGS 84). */
export interface ZipPlace {
  /** Five digits, leading zeros kept. */
  zip: string;
  city: string;
  /** Two-letter postal code of the state or territory. */
  state: string;
  /** Empty where it isn't known. */
  county: string;
  latitude: number;
  longitude: number;
  /** IANA name ("America/Denver"). */
  timeZone: string;
}

/** "02139", " 02139-4307 " and "021394307" → "02139"; null for anything that has not the form of a ZIP code. */
export function normalizeZip(input: string): string | null {
  return /^\s*(\d{5})(?:\s*-?\s*\d{4})?\s*$/.exec(input)?.[1] ?? null;
}

/** Where a ZIP code (or ZIP+4) is; null when there is no such ZIP code. */
export function findZip(input: string): ZipPlace | null {
  const zip = normalizeZip(input);
  const line = zip ? findLine(zip) : null;
  if (!line) return null;
  const [code = '', city = '', state = '', county = '', latitude, longitude, timeZone = ''] =
    line.split('\t');
  return {
    zip: code,
    city,
    state,
    county,
    latitude: Number(latitude),
    longitude: Number(longitude),
    timeZone,
  };
}

let text: string | undefined;

function load(): string {
  try {
    return readFileSync(zipsFile(), 'utf8');
  } catch (cause) {
    throw new Error('The ZIP codes are missing: run `npm run places -w cms`.', { cause });
  }
}

/** The file stays one sorted string searched by halves: nothing to parse, and a third of a Map's memory. */
function findLine(zip: string): string | null {
  text ??= load();
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = text.lastIndexOf('\n', middle - 1) + 1;
    const end = text.indexOf('\n', start);
    const found = text.slice(start, start + 5);
    if (found === zip) return text.slice(start, end);
    if (found < zip) low = end + 1;
    else high = start;
  }
  return null;
}
