import { isElement } from '../rich-text/html';
import type { Facts } from './document';
import { rawText, textOf } from './html';
import type { Line } from './lines';

/** A list with the words that lead up to it. */
export interface Led {
  lead: Line;
  list: Line;
}

const MOST_LISTS = 4;
const OF_OUTCOMES =
  /\b(?:learn|take[- ]?aways?|take (?:home|away)|walk away|leave with|gain|outcomes?|objectives?|goals?|be able to|will (?:know|have|be|understand|get|receive|do|learn)|(?:teachers|educators|participants|you) (?:will|can))\b/i;

/** The lists that begin a group, each with its lead-in; null where it begins otherwise, or holds too many. */
export function listsIn(lines: Line[]): { lists: Led[]; rest: Line[] } | null {
  const lists: Led[] = [];
  let at = 0;
  for (;;) {
    const [lead, list] = [lines[at], lines[at + 1]];
    if (lead?.kind !== 'text' || list?.kind !== 'list') break;
    lists.push({ lead, list });
    at += 2;
  }
  return lists.length > 0 && lists.length <= MOST_LISTS ? { lists, rest: lines.slice(at) } : null;
}

/** Whether lists say what one takes away. */
export const areOutcomes = (heading: string, lists: Led[]): boolean =>
  OF_OUTCOMES.test(heading) || lists.every(({ lead }) => OF_OUTCOMES.test(lead.text));

/** A lead-in, and the emphasised words at its end apart: “teachers will *know:*”. */
export function leadOf({ node }: Line): { lead: string; keyword?: string } {
  const children = node.children.filter((child) => textOf(child));
  const last = children.at(-1);
  if (children.length < 2 || !last || !isElement(last) || !['em', 'strong', 'u'].includes(last.tagName))
    return { lead: textOf(node) };
  return { lead: textOf(...children.slice(0, -1)), keyword: textOf(last) };
}

const OF_COST = /\b(?:costs?|prices?|pricing|fees?|tuition|how much|pay|expenses?)\b/i;

/** Dollars that a text names. */
const dollarsIn = (words: string): number[] =>
  [...words.matchAll(/\$\s?(\d{1,3}(?:,\d{3})+|\d+)(\.\d\d)?/g)].map(([, whole = '', cents = '']) =>
    Number(whole.replaceAll(',', '') + cents),
  );

export interface Cost {
  /** Whether a group is about what it costs. */
  isAbout: boolean;
  /** The line that says the price which the CMS keeps; null where none does. */
  price: Line | null;
  /** Whether that line says no more than the CMS does. */
  isKnown: boolean;
  /** Whether another price is named. */
  isOther: boolean;
}

/** What a group says of the cost, held against the national price. */
export function costIn(heading: string, lines: Line[], pricing: Facts['pricing']): Cost {
  const texts = lines.filter(({ kind }) => kind === 'text' || kind === 'list');
  const amounts = texts.flatMap(({ text }) => dollarsIn(text));
  const known = pricing?.pricePerPerson;
  const price =
    texts.find((line) => line.kind === 'text' && dollarsIn(line.text).some((each) => each === known)) ?? null;
  const statement = pricing?.statement.replace('{price}', `$${pricing.pricePerPerson}`) ?? '';
  return {
    isAbout: OF_COST.test(heading),
    price,
    isKnown: price !== null && words(price.text) === words(statement),
    isOther: amounts.some((amount) => amount !== known),
  };
}

const words = (text: string): string => (text.match(/[\p{L}\p{N}$]+/gu) ?? []).join(' ').toLowerCase();

/** Which workshops are meant: by the first text that names one kind and not the other. */
export function workshopsMeant(texts: string[]): 'deep-dive' | 'intro' | null {
  for (const text of texts) {
    const [isDeep, isIntro] = [
      /\bdeep[- ]dives?\b/i.test(text),
      /\bintro(?:s|ductory|duction)?\b/i.test(text),
    ];
    if (isDeep !== isIntro) return isDeep ? 'deep-dive' : 'intro';
  }
  return null;
}

/** The cells of a table, row by row. */
export function cellsOf({ node }: Line): string[][] {
  return node.children.flatMap((row) =>
    isElement(row) && row.tagName === 'tr'
      ? [
          row.children.filter(isElement).map((cell) =>
            rawText(cell)
              .replace(/[^\S\n]+/g, ' ')
              .trim(),
          ),
        ]
      : [],
  );
}
