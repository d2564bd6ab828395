import type { RichTextBlock } from '@deep-dive/shared-types';
import { nameIn, type Pictures, versionedUrl } from '../media';
import { type Figure, keysIn, replaceTokens, wordingOf } from '../rules/figures';

/** Puts figures into text; returns the text to show. */
export type Quote = (text: string) => string;

/**
 * Replaces `{{key}}` by the figure's wording: with its number, written as Americans do, or without one while it is blank.
 * A figure that is gone leaves nothing behind, and `onMissing` hears of it.
 */
export function quoteWith(figures: Figure[], onMissing: (key: string) => void): Quote {
  const byKey = new Map(figures.map((figure) => [figure.key, figure]));
  return (text) => {
    let missing = false;
    const quoted = replaceTokens(text, (key) => {
      const figure = byKey.get(key);
      if (figure) return wordingOf(figure);
      missing = true;
      onMissing(key);
      return '';
    });
    return missing ? quoted.replace(/ {2,}/g, ' ').replace(/ ([.,;:!?])/g, '$1') : quoted;
  };
}

/** Whether a text quotes a figure whose number nobody knows yet, or that is gone. */
export function quotesBlank(figures: Figure[], text: string): boolean {
  const known = new Set(figures.flatMap(({ key, value }) => (value ? [key] : [])));
  return keysIn(text).some((key) => !known.has(key));
}

/** Rich text as it leaves the CMS: figures quoted, and of a picture, as it is now, only what is needed to show it. */
export function richTextToWire(blocks: RichTextBlock[], quote: Quote, pictures: Pictures): RichTextBlock[] {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    const node = value as Record<string, unknown>;
    const copy: Record<string, unknown> = { ...node };
    if (typeof node.text === 'string') copy.text = quote(node.text);
    if (Array.isArray(node.children)) copy.children = node.children.map(visit);
    if (node.type === 'image') {
      copy.image = pictureToWire((node.image ?? {}) as Record<string, unknown>, pictures);
    }
    return copy;
  };
  return visit(blocks) as RichTextBlock[];
}

function pictureToWire(image: Record<string, unknown>, pictures: Pictures) {
  const { alternativeText } = image;
  const name = nameIn(String(image.url ?? ''));
  const now = pictures.get(name);
  if (now) return { url: versionedUrl(now), alternativeText, width: now.width, height: now.height };
  // It is gone from the library. Whatever stood before “/uploads/” was the admin's own address.
  const url = String(image.url ?? '').replace(/^https?:\/\/[^/]+(?=\/uploads\/)/, '');
  return { url, alternativeText, width: image.width, height: image.height };
}

/** Whether an editor's empty paragraph is all there is. */
export function isEmptyRichText(blocks: RichTextBlock[]): boolean {
  return blocks.every(
    (block) =>
      block.type === 'paragraph' &&
      block.children.every((child) => child.type === 'text' && child.text === ''),
  );
}
