import type { RichText, RichTextBlock, RichTextInline, RichTextText } from '@deep-dive/shared-types';

/** A paragraph of plain words and marked ones. */
export function paragraph(...parts: (string | RichTextInline)[]): RichTextBlock {
  return { type: 'paragraph', children: inlines(parts) };
}

/** Words that stand out. */
export function italic(text: string): RichTextText {
  return { type: 'text', text, italic: true };
}

/** Words that lead somewhere. */
export function link(text: string, url: string): RichTextInline {
  return { type: 'link', url, children: [{ type: 'text', text }] };
}

/** A bulleted list. */
export function bullets(...items: string[]): RichText {
  return [
    {
      type: 'list',
      format: 'unordered',
      children: items.map((item) => ({ type: 'list-item', children: inlines([item]) })),
    },
  ];
}

function inlines(parts: (string | RichTextInline)[]): RichTextInline[] {
  return parts.map((part) => (typeof part === 'string' ? { type: 'text', text: part } : part));
}
