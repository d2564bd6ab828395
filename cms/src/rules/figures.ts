import { closest, distance } from 'fastest-levenshtein';

/**
 * `{{educators}}`, with or without spaces inside, which are cut off the key afterwards: were they looked for here as well, a long
 * row of them could be read in so many ways that one text would keep the CMS busy for minutes.
 */
const FIGURE_TOKEN = /\{\{([^{}]*)\}\}/g;

/** A figure quoted in a text, from one character to another. */
export interface FigureToken {
  start: number;
  end: number;
  /** As it is written: "{{ educators }}" */
  token: string;
  key: string;
}

/** The figures that a text quotes, in its order. */
export const tokensIn = (text: string): FigureToken[] =>
  text.includes('{{')
    ? [...text.matchAll(FIGURE_TOKEN)].map(({ 0: token, 1: key = '', index }) => ({
        start: index,
        end: index + token.length,
        token,
        key: key.trim(),
      }))
    : [];

/** A text with something else in place of each figure that it quotes. */
export const replaceTokens = (text: string, by: (key: string, token: string) => string): string =>
  text.includes('{{') ? text.replace(FIGURE_TOKEN, (token, key: string) => by(key.trim(), token)) : text;

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

/** A text as visitors read it: with the wordings of the figures it quotes. Those that nobody knows stay as they are written. */
export const withFigures = (text: string, figures: ReadonlyMap<string, Figure>): string =>
  read(text, figures, wordingOf);

const read = (text: string, figures: ReadonlyMap<string, Figure>, how: (figure: Figure) => string): string =>
  replaceTokens(text, (key, token) => {
    const figure = figures.get(key);
    return figure ? how(figure) : token;
  });

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
export const keysIn = (text: string): string[] => [...new Set(tokensIn(text).map(({ key }) => key))];

/** A sentence that quotes figures, as it reads with their numbers and without them. */
export interface QuotingSentence {
  with: string;
  without: string;
  /** How it reads for visitors as things are; something of both when it quotes several. */
  now: string;
}

const sentences = new Intl.Segmenter('en-US', { granularity: 'sentence' });

/** Characters around a figure among which its sentence is looked for: a segmenter copies all it is given for each one it finds. */
const AROUND = 1000;

/**
 * The sentences of a text that quote figures which are known, the first so many of them. Of a sentence as long as a page, what
 * stands near the figure.
 */
export function quotingSentences(
  text: string,
  figures: ReadonlyMap<string, Figure>,
  most = Number.POSITIVE_INFINITY,
): QuotingSentence[] {
  const found: string[] = [];
  let end = 0;
  for (const token of tokensIn(text)) {
    if (found.length >= most) break;
    if (token.start < end || !figures.has(token.key)) continue;
    const from = Math.max(end, token.start - AROUND);
    const near = text.slice(from, token.end + AROUND);
    const sentence = sentences.segment(near).containing(token.start - from);
    if (!sentence) continue;
    found.push(sentence.segment);
    end = from + sentence.index + sentence.segment.length;
  }
  return found.map((segment) => {
    const reads = (how: (figure: Figure) => string): string => read(segment, figures, how).trim();
    return {
      with: reads(withNumber),
      without: reads((figure) => figure.wordingWithout),
      now: reads(wordingOf),
    };
  });
}
