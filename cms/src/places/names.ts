/** A name as people write it: "St. Louis", "Fort Worth", "Mount Vernon". */
export function everydayName(name: string): string {
  return name
    .replace(/\b(?:Saint|St) /g, 'St. ')
    .replace(/\b(?:Sainte|Ste) /g, 'Ste. ')
    .replace(/\bFt\.? /g, 'Fort ')
    .replace(/\bMt\.? /g, 'Mount ')
    .replace(/\bAfb\b/g, 'AFB');
}

const SHORT = new Map(Object.entries({ st: 'saint', ste: 'sainte', ft: 'fort', mt: 'mount' }));
const SHORT_AT_THE_START = new Map(Object.entries({ n: 'north', s: 'south', e: 'east', w: 'west' }));

/** The words of a name without accents, case and punctuation: "O'Fallon" → ["ofallon"], "Winston-Salem" → ["winston", "salem"]. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’‘ʻʼ`´]/gu, '')
    .replace(/(?<=\p{L}{2})\./gu, ' ')
    .replaceAll('.', '')
    .replaceAll('&', ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** Words with the abbreviations before others written out: ["st", "louis"] → ["saint", "louis"]; at the end MT is Montana. */
export function writtenOut(words: string[]): string[] {
  return words.map((word, position) => {
    const long = SHORT.get(word) ?? (position === 0 ? SHORT_AT_THE_START.get(word) : undefined);
    return long !== undefined && position < words.length - 1 ? long : word;
  });
}

/** What a name is looked up by, the same however it is written: "De Kalb" and "DeKalb", "St. Louis" and "saint louis". */
export const keyOf = (words: string[]): string => writtenOut(words).join('');
