import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { RichText, RichTextInline } from '@deep-dive/shared-types';
import { describe, expect, it } from 'vitest';
import { deepDive } from './deep-dive';
import { figures, pricing } from './reference';
import type { WrittenSection } from './types';

const written = readFileSync(path.join(__dirname, 'deep-dive.author.txt'), 'utf8');
const [, frontMatter = '', authorsPage = ''] = written.split(/^---$/m);

describe('the Deep Dive page', () => {
  it('says what its author wrote, word for word and in that order', () => {
    const ours = deepDive.sections.flatMap(wordsOf).map(withBlanks).join(' ');

    expect(words(ours)).toEqual(words(withoutMarkup(authorsPage)));
  });

  it('has a picture wherever the author wrote “Image”', () => {
    const illustrated = deepDive.sections.flatMap((section) =>
      section.__component === 'sections.text-and-image' && section.image
        ? (section.subheading ?? section.heading)
        : [],
    );
    expect(illustrated).toEqual(
      expect.arrayContaining([
        'What is the CS Fundamentals Deep Dive Workshop?',
        'Supports a Computer Science K-12 Pathway',
      ]),
    );
  });

  it('carries the title of the front matter in search results', () => {
    expect(frontMatter).toContain(`title: ${deepDive.seo.title}`);
  });

  it('mends the damaged link and keeps the emphasis', () => {
    const [hero] = deepDive.sections;
    const inlines = hero?.__component === 'sections.hero' ? inlinesOf(hero.body) : [];

    expect(inlines).toContainEqual({
      type: 'link',
      url: 'https://code.org/educate/curriculum/elementary-school',
      children: [{ type: 'text', text: 'CS Fundamentals' }],
    });
    expect(inlines).toContainEqual(
      expect.objectContaining({ italic: true, text: expect.stringContaining('tremendous step') }),
    );
  });

  it('keeps the sections the author was not sure of, switched off', () => {
    const off = deepDive.sections.filter(({ visible }) => visible === false);
    expect(off.flatMap(wordsOf)).toEqual([
      'Aligns to ESSA Professional Learning Definitions',
      "Not sure we'll include this section yet....",
      'BOTTOM BANNER?',
    ]);
  });
});

/** What a section says, in the order a visitor reads it. A button stands for its words, which the author left open. */
function wordsOf(section: WrittenSection): string[] {
  switch (section.__component) {
    case 'sections.hero':
      return [section.heading, textOf(section.body)];
    case 'sections.text-and-image':
      return [
        section.heading ?? '',
        section.subheading ?? '',
        textOf(section.body),
        ...(section.actions ?? []).map(() => 'button'),
      ].filter(Boolean);
    case 'sections.callout':
      return [section.text, section.action.label];
    case 'sections.outcomes':
      return [
        section.heading,
        ...section.groups.flatMap(({ lead, keyword, items }) => [lead, keyword ?? '', textOf(items)]),
      ];
    case 'sections.workshop-finder':
      return [section.heading, textOf(section.body), 'map', textOf(section.afterword), 'button'];
    case 'sections.cost':
      return [
        section.heading,
        textOf(section.body),
        pricing.statement.replace('{price}', `$${pricing.pricePerPerson}`),
        textOf(section.closing),
        'button',
      ];
    case 'sections.banner':
      return [section.text];
    default:
      throw new Error(`The author’s page has no ${section.__component}`);
  }
}

/** A figure as the author wrote it, with a blank for its number. */
function withBlanks(text: string): string {
  return figures.reduce(
    (so, { key, phrase }) => so.replace(`{{${key}}}`, phrase.replace('{value}', '___')),
    text,
  );
}

function withoutMarkup(markdown: string): string {
  return markdown
    .replace(/<[^>]*>/g, '')
    .replace(/^Image\s*$/gm, '')
    .replace(/^(#+|-) /gm, '')
    .replace(/_+/g, '___')
    .replaceAll('*', '');
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

function textOf(text: RichText | undefined): string {
  return inlinesOf(text ?? [])
    .map((inline) =>
      inline.type === 'link' ? inline.children.map((child) => child.text).join('') : inline.text,
    )
    .join('')
    .trim();
}

function inlinesOf(text: RichText): RichTextInline[] {
  return text.flatMap((block) =>
    block.type === 'list'
      ? block.children.flatMap((item) => [
          ...(item.type === 'list-item' ? item.children : []),
          { type: 'text' as const, text: ' ' },
        ])
      : block.type === 'paragraph'
        ? [...block.children, { type: 'text' as const, text: ' ' }]
        : [],
  );
}
