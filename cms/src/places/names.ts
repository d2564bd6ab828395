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
const SHORT_AT_THE_START = new Map(
  Object.entries({ n: 'north', no: 'north', s: 'south', so: 'south', e: 'east', w: 'west' }),
);
/** The Postal Service's, which stand at the end too: https://pe.usps.com/text/pub28/28apc_002.htm */
const SHORT_ANYWHERE = new Map(
  Object.entries({
    bch: 'beach',
    crk: 'creek',
    ctr: 'center',
    fls: 'falls',
    hbr: 'harbor',
    hgts: 'heights',
    hls: 'hills',
    hts: 'heights',
    jct: 'junction',
    lk: 'lake',
    mtn: 'mountain',
    pt: 'point',
    spg: 'spring',
    spgs: 'springs',
    sta: 'station',
    twp: 'township',
    vlg: 'village',
    vly: 'valley',
  }),
);

/** Text without what can't be seen in it, which comes along when it is copied: zero-width spaces, marks of direction. */
export const withoutUnseen = (text: string): string => text.replace(/\p{Default_Ignorable_Code_Point}/gu, '');

/** The words of a name without accents, case and punctuation: "O'Fallon" → ["ofallon"], "Winston-Salem" → ["winston", "salem"]. */
export function wordsOf(text: string): string[] {
  return withoutUnseen(text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’‘ʻʼ`´]/gu, '')
    .replace(/(?<=\p{L}{2})\./gu, ' ')
    .replaceAll('.', '')
    .replaceAll('&', ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** Words with the abbreviations written out: ["st", "louis"] → ["saint", "louis"]; at the end MT is Montana. */
export function writtenOut(words: string[]): string[] {
  return words.map((word, position) => {
    const anywhere = words.length > 1 ? SHORT_ANYWHERE.get(word) : undefined;
    if (anywhere !== undefined || position === words.length - 1) return anywhere ?? word;
    return SHORT.get(word) ?? (position === 0 ? SHORT_AT_THE_START.get(word) : undefined) ?? word;
  });
}

/** What a name is looked up by, the same however it is written: "De Kalb" and "DeKalb", "St. Louis" and "saint louis". */
export const keyOf = (words: string[]): string => writtenOut(words).join('');
