import { readPlaces } from './file';

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
  const [found] = zip ? zipsBeginning(zip, 1) : [];
  return found ?? null;
}

/** The ZIP code that lost its zeros at the start, as in a spreadsheet: "2139" is 02139, "601" is 00601; null when none is like it. */
export function findZipWithoutZeros(digits: string): ZipPlace | null {
  const [, short] = /^\s*(\d{3,4})(?:\s*-?\s*\d{4})?\s*$/.exec(digits) ?? [];
  return short ? findZip(short.padStart(5, '0')) : null;
}

/** The first ZIP codes that begin with some digits, in order. */
export function zipsBeginning(digits: string, limit: number): ZipPlace[] {
  const found: ZipPlace[] = [];
  const { text } = file();
  let start = startOf(digits);
  while (found.length < limit && text.startsWith(digits, start)) {
    const end = text.indexOf('\n', start);
    found.push(parse(text.slice(start, end)));
    start = end + 1;
  }
  return found;
}

/** Every ZIP code, in order. */
export function* allZips(): Generator<ZipPlace> {
  for (const line of file().text.trimEnd().split('\n')) yield parse(line);
}

let loaded: { text: string } | undefined;

/** The file stays one sorted string searched by halves: nothing to parse, and a third of a Map's memory. */
function file(): { text: string } {
  loaded ??= { text: readPlaces('zips.tsv') };
  return loaded;
}

/** Where the first line stands that is not before some digits. */
function startOf(digits: string): number {
  const { text } = file();
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = text.lastIndexOf('\n', middle - 1) + 1;
    if (text.slice(start, start + digits.length) < digits) low = text.indexOf('\n', middle) + 1;
    else high = start;
  }
  return low;
}

function parse(line: string): ZipPlace {
  const [zip = '', city = '', state = '', county = '', latitude, longitude, timeZone = ''] = line.split('\t');
  return { zip, city, state, county, latitude: Number(latitude), longitude: Number(longitude), timeZone };
}
