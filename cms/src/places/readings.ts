import { keyOf, wordsOf } from './names';

/** One way to read what was typed: a place's name, and what may be the state or country it is in. */
export interface Reading {
  /** Words of the name. */
  name: string[];
  /** Key of the region, null when none was named. */
  region: string | null;
}

const LONGEST_REGION = 3;
const HERE = new Set(['us', 'usa', 'unitedstates', 'unitedstatesofamerica']);

/** What stands between commas, as words, without the country at the end when it is the United States. */
function partsOf(text: string): string[][] {
  const parts = text.split(',').map(wordsOf);
  const last = parts.pop() ?? [];
  const country = [4, 2, 1].find((length) => HERE.has(last.slice(-length).join('')));
  return [...parts, country ? last.slice(0, -country) : last].filter((words) => words.length > 0);
}

/** The ways to read a text, the likelier first: "charleston west virginia" may be in West Virginia, or in Virginia. */
export function readingsOf(text: string): Reading[] {
  const parts = partsOf(text);
  const last = parts.pop() ?? [];
  if (parts.length > 0) {
    // "Brooklyn, New York, NY" and "120 Main Street, Springfield, IL"
    const names = parts.length > 1 ? [parts.flat(), ...parts] : parts;
    return names.map((name) => ({ name, region: keyOf(last) }));
  }
  const readings: Reading[] = [{ name: last, region: null }];
  for (let length = Math.min(LONGEST_REGION, last.length - 1); length > 0; length--)
    readings.push({ name: last.slice(0, -length), region: keyOf(last.slice(-length)) });
  return readings;
}
