import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where the ZIP codes are kept. Found from the nearest package.json, so that it is the same from src/ and from dist/. */
export function zipsFile(): string {
  let directory = __dirname;
  while (!existsSync(path.join(directory, 'package.json'))) directory = path.dirname(directory);
  return path.join(directory, 'generated/places/zips.tsv');
}
