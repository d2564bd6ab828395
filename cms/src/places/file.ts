import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The gazetteer's files, written by `build.ts`. */
export type PlacesFile = 'zips.tsv' | 'cities.tsv' | 'foreign.tsv';

/** Where a file of the gazetteer is kept. Found from the nearest package.json, so that it is the same from src/ and from dist/. */
export function placesFile(name: PlacesFile): string {
  let directory = __dirname;
  while (!existsSync(path.join(directory, 'package.json'))) directory = path.dirname(directory);
  return path.join(directory, 'generated/places', name);
}

/** The text of a file of the gazetteer. @throws Error saying how to make the file when it isn't there. */
export function readPlaces(name: PlacesFile): string {
  try {
    return readFileSync(placesFile(name), 'utf8');
  } catch (cause) {
    throw new Error(`The file ${name} is missing: run \`npm run places -w cms\`.`, { cause });
  }
}
