import { closest, distance } from 'fastest-levenshtein';

/** `{{educators}}`, with or without spaces inside. */
export const FIGURE_TOKEN = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** A figure as it is stored; `value` is a whole number as text (it may be larger than JavaScript counts). */
export interface Figure {
  key: string;
  value: string | null;
  phrase: string;
  wordingWithout: string;
}

/** What stands for a number nobody knows yet. */
const UNKNOWN = '____';

const hasNumber = ({ value }: Figure): boolean => value !== null && value !== '';

/** How a figure reads: with its number, written as Americans do, or without one while it is blank. */
export const wordingOf = (figure: Figure): string =>
  hasNumber(figure) ? withNumber(figure) : figure.wordingWithout;

/** How it reads with its number, known or not. */
const withNumber = (figure: Figure): string =>
  figure.phrase.replaceAll(
    '{value}',
    hasNumber(figure) ? BigInt(String(figure.value)).toLocaleString('en-US') : UNKNOWN,
  );

/** Slips of the finger that a key can be told by; in a short one, fewer. */
const MOST_SLIPS = 3;
/** Characters of a key that are compared: no key is longer. */
const LONGEST_KEY = 40;

/** The key that was meant by one that nobody knows; null when none is near. */
export function nearestKey(typed: string, keys: Iterable<string>): string | null {
  const plain = typed
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-')
    .slice(0, LONGEST_KEY);
  const all = [...keys];
  if (plain === '' || all.length === 0) return null;
  const nearest = closest(plain, all);
  const slips = distance(plain, nearest);
  return slips <= Math.min(MOST_SLIPS, Math.floor(plain.length / 2)) ||
    (plain.length >= 3 && nearest.startsWith(plain))
    ? nearest
    : null;
}

/** Said of a figure nobody knows, to be read after the name of a field: “quotes {{techers}}, …”. */
export function unknownFigure(token: string, key: string, keys: Iterable<string>): string {
  const meant = nearestKey(key, keys);
  const remedy = meant ? `Did you mean {{${meant}}}?` : 'Publish it, or correct its name.';
  return `quotes ${token.slice(0, 60)}, and no such figure is published. ${remedy}`;
}

/** The keys that a text quotes, once each. */
export const keysIn = (text: string): string[] => [
  ...new Set([...text.matchAll(FIGURE_TOKEN)].map((match) => match[1] ?? '')),
];

/** A sentence that quotes figures, as it reads with their numbers and without them. */
export interface QuotingSentence {
  with: string;
  without: string;
  /** How it reads for visitors as things are; something of both when it quotes several. */
  now: string;
}

const sentences = new Intl.Segmenter('en-US', { granularity: 'sentence' });

/** The sentences of a text that quote figures which are known. */
export function quotingSentences(text: string, figures: ReadonlyMap<string, Figure>): QuotingSentence[] {
  if (!text.includes('{{')) return [];
  return [...sentences.segment(text)].flatMap(({ segment }) => {
    if (!keysIn(segment).some((key) => figures.has(key))) return [];
    const read = (how: (figure: Figure) => string): string =>
      segment
        .replace(FIGURE_TOKEN, (token, key: string) => {
          const figure = figures.get(key);
          return figure ? how(figure) : token;
        })
        .trim();
    return [
      { with: read(withNumber), without: read((figure) => figure.wordingWithout), now: read(wordingOf) },
    ];
  });
}
