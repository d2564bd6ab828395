import type { RichTextBlock } from '@deep-dive/shared-types';
import { FIGURE_TOKEN } from '../rules/blanks';

/** A figure as it is stored; `value` is a whole number as text (it may be larger than JavaScript counts). */
export interface Figure {
  key: string;
  value: string | null;
  phrase: string;
  wordingWithout: string;
}

/** Puts figures into text; returns the text to show. */
export type Quote = (text: string) => string;

/**
 * Replaces `{{key}}` by the figure's wording: with its number, written as Americans do, or without one while it is blank.
 * A figure that is gone leaves nothing behind, and `onMissing` hears of it.
 */
export function quoteWith(figures: Figure[], onMissing: (key: string) => void): Quote {
  const byKey = new Map(figures.map((figure) => [figure.key, figure]));
  return (text) => {
    if (!text.includes('{{')) return text;
    let missing = false;
    const quoted = text.replace(FIGURE_TOKEN, (_token, key: string) => {
      const figure = byKey.get(key);
      if (figure) return wording(figure);
      missing = true;
      onMissing(key);
      return '';
    });
    return missing ? quoted.replace(/ {2,}/g, ' ').replace(/ ([.,;:!?])/g, '$1') : quoted;
  };
}

function wording({ value, phrase, wordingWithout }: Figure): string {
  if (value === null || value === '') return wordingWithout;
  return phrase.replaceAll('{value}', BigInt(value).toLocaleString('en-US'));
}

/** Rich text as it leaves the CMS: figures quoted, and of a picture only what is needed to show it. */
export function richTextToWire(blocks: RichTextBlock[], quote: Quote): RichTextBlock[] {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    const node = value as Record<string, unknown>;
    const copy: Record<string, unknown> = { ...node };
    if (typeof node.text === 'string') copy.text = quote(node.text);
    if (Array.isArray(node.children)) copy.children = node.children.map(visit);
    if (node.type === 'image') {
      const { url, alternativeText, width, height } = (node.image ?? {}) as Record<string, unknown>;
      copy.image = { url, alternativeText, width, height };
    }
    return copy;
  };
  return visit(blocks) as RichTextBlock[];
}

/** Whether an editor's empty paragraph is all there is. */
export function isEmptyRichText(blocks: RichTextBlock[]): boolean {
  return blocks.every(
    (block) =>
      block.type === 'paragraph' &&
      block.children.every((child) => child.type === 'text' && child.text === ''),
  );
}
