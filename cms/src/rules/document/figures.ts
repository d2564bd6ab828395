import type { HtmlElement, HtmlText } from '../rich-text/html';
import { slugOfText } from '../slugs';
import type { Choices, Guess, KnownFigure } from './document';
import { replaceIn, runsOf } from './html';

/** Words that say how a number is meant. */
const OF_NUMBERS = new Set(
  'over more than nearly almost about around approximately at least roughly some'.split(' '),
);
/** What ends with an s and is nothing that can be counted. */
const UNCOUNTED = new Set('is was has this us as its his plus across less perhaps always'.split(' '));
/** Words between a number and what is counted: “____ K-5 classroom teachers”. */
const MOST_WORDS = 3;
/** Characters around a blank that are looked at. */
const FARTHEST = 200;
const LONGEST_KEY = 40;
const LONGEST_WORDING = 160;

interface Span {
  from: number;
  to: number;
}

interface Word extends Span {
  words: string;
}

/** Gives the blanks in texts (`____`) the figures that are meant, one after the other through a document. */
export class Blanks {
  readonly guesses: (Omit<Guess, 'section'> & { line: number })[] = [];
  /** Figures that there are not yet. */
  readonly made: KnownFigure[] = [];

  constructor(
    private readonly known: KnownFigure[],
    private readonly chosen: Choices,
  ) {}

  /** Fills those of a line. */
  fill(node: HtmlElement, line: number): void {
    for (const run of runsOf(node)) {
      let from = 0;
      for (;;) {
        const whole = run.map(({ value }) => value).join('');
        const blank = /_{3,}/.exec(whole.slice(from));
        if (!blank) break;
        const at = from + blank.index;
        from = this.fillOne(run, whole, { from: at, to: at + blank[0].length }, line);
      }
    }
  }

  /** @returns where in the run to look for the next */
  private fillOne(run: HtmlText[], whole: string, blank: Span, line: number): number {
    const before = wordsBefore(whole, blank.from);
    const after = wordsAfter(whole, blank.to);
    const counted = countedIn(before, after, blank);
    const matched = bestMatch(this.known, blank, before, after);
    const made = counted && this.figureOf(counted, whole.slice(counted.from, blank.from));
    const id = `blank-${this.guesses.length}`;
    const choices = [
      ...this.known.map(({ key, phrase }) => ({
        value: `figure:${key}`,
        label: `The figure “${key}”: ${phrase.replace('{value}', '…')}`,
      })),
      ...(made
        ? [{ value: 'new', label: `A new figure “${made.key}”: ${made.phrase.replace('{value}', '…')}` }]
        : []),
      { value: 'blank', label: 'A blank, to be filled in later' },
    ];
    const guessed = matched ? `figure:${matched.figure.key}` : made ? 'new' : 'blank';
    const wished = this.chosen[id];
    const chosen = choices.find(({ value }) => value === wished)?.value ?? guessed;
    const span = (chosen === guessed ? matched : null) ?? counted ?? matched ?? blank;
    const shown = {
      from: Math.min(span.from, before.at(-1)?.from ?? span.from),
      to: Math.max(span.to, after[0]?.to ?? span.to),
    };
    this.guesses.push({ id, line, found: whole.slice(shown.from, shown.to).trim(), choices, chosen });
    if (chosen === 'blank') return blank.to;
    if (chosen === 'new' && made && !this.made.includes(made)) this.made.push(made);
    const key = chosen === 'new' && made ? made.key : chosen.slice('figure:'.length);
    replaceIn(run, span.from, span.to, `{{${key}}}`);
    return span.from + key.length + '{{}}'.length;
  }

  /** The figure that a count would be; one and the same where the same is counted again. */
  private figureOf({ words }: Word, quantity: string): KnownFigure | null {
    const phrase = [quantity.trim().replace(/\s+/g, ' ').toLowerCase(), '{value}', words]
      .filter(Boolean)
      .join(' ');
    const noun = slugOfText(words, LONGEST_KEY - 3);
    if (!/^[a-z]/.test(noun) || phrase.length > LONGEST_WORDING) return null;
    const same = this.made.find((figure) => figure.phrase === phrase);
    if (same) return same;
    const taken = new Set([...this.known, ...this.made].map(({ key }) => key));
    let key = noun;
    for (let number = 2; taken.has(key); number++) key = `${noun}-${number}`;
    return { key, phrase, wordingWithout: words };
  }
}

/** A blank with what is counted by it, `words`: “more than ____ rural schools”. */
function countedIn(before: Word[], after: Word[], blank: Span): Word | null {
  const last = after
    .slice(0, MOST_WORDS)
    .findIndex(({ words }) => /^\p{Ll}[\p{L}-]+s$/u.test(words) && !UNCOUNTED.has(words));
  const words = after.slice(0, last + 1);
  const to = words.at(-1)?.to;
  return to === undefined
    ? null
    : { words: words.map((word) => word.words).join(' '), from: quantityFrom(before, blank), to };
}

/** The figure whose wording stands around a blank, with the words that it takes the place of. */
function bestMatch(
  figures: KnownFigure[],
  blank: Span,
  before: Word[],
  after: Word[],
): (Span & { figure: KnownFigure }) | null {
  const matches = figures.flatMap((figure) => {
    const [lead = [], rest = []] = figure.phrase.split('{value}').map((part) => part.match(WORD) ?? []);
    const follows = rest.every((word, index) => isSame(word, after[index]));
    const leads = lead.every((word, index) => isSame(word, before.at(index - lead.length)));
    const fits = rest.length > 0 ? follows : lead.length > 0 && leads;
    if (!fits) return [];
    const from =
      (leads && lead.length > 0 ? before.at(-lead.length)?.from : undefined) ?? quantityFrom(before, blank);
    const words = rest.length + (leads ? lead.length : 0);
    return { figure, from, to: after[rest.length - 1]?.to ?? blank.to, words };
  });
  return matches.sort((one, other) => other.words - one.words)[0] ?? null;
}

/** Where “more than” begins, that stands before a blank; where the blank does if nothing of the kind stands there. */
function quantityFrom(before: Word[], blank: Span): number {
  const ended = before.findLastIndex(({ words }) => !OF_NUMBERS.has(words.toLowerCase()));
  return before[ended + 1]?.from ?? blank.from;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

/** The same word, be it of one or of many. */
const isSame = (word: string, other: Word | undefined): boolean =>
  other !== undefined && stem(word) === stem(other.words);

const stem = (word: string): string => word.toLowerCase().replace(/s$/, '');

const isGap = (between: string): boolean => /^\s*\+?\s*$/.test(between);

/** Words that lead up to a position, with nothing but spaces between, the last last. */
function wordsBefore(whole: string, at: number): Word[] {
  const words = wordsIn(whole, Math.max(0, at - FARTHEST), at);
  const broken = words.findLastIndex(
    ({ to }, index) => !isGap(whole.slice(to, words[index + 1]?.from ?? at)),
  );
  return words.slice(broken + 1);
}

/** Words that go on from a position, with nothing but spaces between. */
function wordsAfter(whole: string, at: number): Word[] {
  const words = wordsIn(whole, at, at + FARTHEST);
  const broken = words.findIndex(({ from }, index) => !isGap(whole.slice(words[index - 1]?.to ?? at, from)));
  return broken === -1 ? words : words.slice(0, broken);
}

const wordsIn = (whole: string, start: number, end: number): Word[] =>
  [...whole.slice(start, end).matchAll(WORD)].map(({ 0: words, index }) => ({
    words,
    from: start + index,
    to: start + index + words.length,
  }));
