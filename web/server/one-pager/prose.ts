import type { RichText, RichTextInline, RichTextList } from '@deep-dive/shared-types';
import { safeHref } from '../../src/hrefs';

/** Words in one look. */
export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
  /** An absolute address. */
  href?: string;
}

/** One line of a list, however deep it stands in lists within lists. */
export interface ListItem {
  runs: Run[];
  /** From 0. */
  depth: number;
  /** Its number in an ordered list ("2."); null for a bullet. */
  label: string | null;
}

/** Text as a page on paper holds it. */
export type Prose =
  | { kind: 'paragraph'; runs: Run[] }
  | { kind: 'heading'; runs: Run[] }
  | { kind: 'list'; items: ListItem[] };

/** Makes an address that stands in the CMS absolute, for those who have the page on paper or in a mail. */
export type Absolute = (href: string) => string;

/** Text of the CMS's editor. Pictures stay behind, and so do links that may lead nowhere. */
export function proseOf(text: RichText | null, absolute: Absolute): Prose[] {
  return (text ?? []).flatMap((block): Prose[] => {
    if (block.type === 'image') return [];
    if (block.type === 'list') {
      const items = itemsOf(block, 0, absolute).filter(({ runs }) => isSaid(runs));
      return items.length > 0 ? [{ kind: 'list', items }] : [];
    }
    const runs = runsOf(block.children, absolute);
    if (!isSaid(runs)) return [];
    if (block.type === 'heading') return [{ kind: 'heading', runs }];
    const quoted = block.type === 'quote' ? runs.map((run) => ({ ...run, italic: true })) : runs;
    return [{ kind: 'paragraph', runs: quoted }];
  });
}

/** Plain words as a paragraph. */
export const paragraph = (...runs: (string | Run)[]): Prose => ({
  kind: 'paragraph',
  runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)),
});

/** Plain lines as a list. */
export const listOf = (...lines: string[]): Prose => ({
  kind: 'list',
  items: lines.map((text) => ({ runs: [{ text }], depth: 0, label: null })),
});

export const textOf = (runs: Run[]): string => runs.map(({ text }) => text).join('');

/** The beginning of some runs, as many characters (UTF-16) long. */
export function beginningOf(runs: Run[], length: number): Run[] {
  const kept: Run[] = [];
  let left = length;
  for (const run of runs) {
    if (left <= 0) break;
    kept.push({ ...run, text: run.text.slice(0, left) });
    left -= run.text.length;
  }
  return kept;
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
/** What ends with a full stop and no sentence with it. */
const ABBREVIATION =
  /(?:^|[\s(“"])(?:\p{Lu}|Dr|Mr|Mrs|Ms|St|Mt|Ft|Jr|Sr|No|vs|etc|e\.g|i\.e|U\.S|Inc|Co)\.\s*$/u;

/** Where the sentences of a text end, as numbers of characters; the last is the text's own end. */
export function sentenceEnds(text: string): number[] {
  const pieces = [...sentences.segment(text)];
  return pieces.flatMap(({ segment, index }, position) => {
    const isLast = position === pieces.length - 1;
    return !isLast && ABBREVIATION.test(segment) ? [] : [index + segment.length];
  });
}

function runsOf(inlines: RichTextInline[], absolute: Absolute): Run[] {
  return inlines.flatMap((inline): Run[] => {
    if (inline.type !== 'link')
      return [{ text: inline.text, bold: inline.bold || undefined, italic: inline.italic || undefined }];
    const href = safeHref(inline.url);
    return runsOf(inline.children, absolute).map((run) => (href ? { ...run, href: absolute(href) } : run));
  });
}

/** Deeper lists are indented no further: something must be left of the line. */
const DEEPEST = 3;

function itemsOf(list: RichTextList, depth: number, absolute: Absolute): ListItem[] {
  let number = 0;
  const level = Math.min(depth, DEEPEST);
  return list.children.flatMap((child) => {
    if (child.type === 'list') return itemsOf(child, depth + 1, absolute);
    number += 1;
    const label = list.format === 'ordered' ? `${number}.` : null;
    return [{ runs: runsOf(child.children, absolute), depth: level, label }];
  });
}

const isSaid = (runs: Run[]): boolean => textOf(runs).trim() !== '';
