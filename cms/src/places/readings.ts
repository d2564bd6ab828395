import { keyOf, wordsOf } from './names';

/** One way to read what was typed: a place's name, and what may be the state or country it is in. */
export interface Reading {
  /** Words of the name. */
  name: string[];
  /** Key of the region, null when none was named. */
  region: string | null;
}

const LONGEST_REGION = 3;
/** What people write about a place that is no part of its name: "near Denver", "the greater Boston area". */
const BEFORE_A_NAME = new Set(['the', 'near', 'around', 'downtown', 'greater', 'metro', 'metropolitan']);
const AFTER_A_NAME = new Set(['area', 'metro', 'metropolitan', 'region']);
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
  const written = new Map(
    [parts, parts.map(otherwise), parts.map(begun), parts.map(begun).map(ended)].map((each) => [
      String(each),
      each,
    ]),
  );
  return [...written.values()].flatMap(readingsOfParts);
}

/** What an abbreviation stands for where it doesn't stand for the likelier word: "Pt" is Point, or Port. */
const OTHERWISE = new Map(Object.entries({ pt: 'port', mt: 'mountain' }));

const otherwise = (words: string[]): string[] =>
  words.map((word, position) => (position < words.length - 1 ? OTHERWISE.get(word) : undefined) ?? word);

/** "the greater Boston area" from "Boston" on. What says nothing else stays. */
function begun(words: string[]): string[] {
  const start = words.findIndex((word) => !BEFORE_A_NAME.has(word));
  return start > 0 ? words.slice(start) : words;
}

/** "Boston area" until "Boston". */
function ended(words: string[]): string[] {
  const last = words.findLastIndex((word) => !AFTER_A_NAME.has(word));
  return last >= 0 ? words.slice(0, last + 1) : words;
}

function readingsOfParts(parts: string[][]): Reading[] {
  const last = parts.at(-1) ?? [];
  if (parts.length > 1) {
    // "Brooklyn, New York, NY" and "120 Main Street, Springfield, IL"
    const before = parts.slice(0, -1);
    const names = before.length > 1 ? [before.flat(), ...before] : before;
    return names.map((name) => ({ name, region: keyOf(last) }));
  }
  const readings: Reading[] = [{ name: last, region: null }];
  for (let length = Math.min(LONGEST_REGION, last.length - 1); length > 0; length--)
    readings.push({ name: last.slice(0, -length), region: keyOf(last.slice(-length)) });
  return readings;
}
