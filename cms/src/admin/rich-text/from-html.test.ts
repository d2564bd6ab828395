// @vitest-environment jsdom
import type { RichTextBlock, RichTextInline } from '@deep-dive/shared-types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  GOOGLE_DOCS,
  GOOGLE_DOCS_TABLE,
  LIBRE_OFFICE,
  WEB_PAGE,
  WORD,
  WORD_ONLINE,
  WORD_TABLE,
} from '../../rules/rich-text/fixtures';
import { blocksOf, type HtmlNode, MOST_CHARACTERS, MOST_LINES } from '../../rules/rich-text/from-html';
import { isSafeUrl } from '../../rules/urls';
import { treeOf } from './tree';

const SIGNS: Record<string, string> = {
  bold: '*',
  italic: '/',
  underline: '_',
  strikethrough: '~',
  code: '`',
};

const inline = (node: RichTextInline): string => {
  if (node.type === 'link') return `[${node.children.map(inline).join('')}](${node.url})`;
  const { type: _, text, ...marks } = node;
  const signs = Object.keys(marks)
    .map((mark) => SIGNS[mark])
    .join('');
  return `${signs}${text}${[...signs].reverse().join('')}`;
};

/** Blocks in a shorthand that can be read. */
function shorthand(blocks: RichTextBlock[]): string[] {
  const list = (block: Extract<RichTextBlock, { type: 'list' }>, depth: number): string[] => {
    expect(block.indentLevel ?? 0).toBe(depth);
    return block.children.flatMap((child) =>
      child.type === 'list'
        ? list(child, depth + 1)
        : `${'  '.repeat(depth)}${block.format === 'ordered' ? '1.' : '-'} ${child.children.map(inline).join('')}`,
    );
  };
  return blocks.flatMap((block) => {
    if (block.type === 'list') return list(block, 0);
    const text = block.children.map(inline).join('');
    if (block.type === 'heading') return `${'#'.repeat(block.level)} ${text}`;
    return block.type === 'paragraph' ? text : `${block.type}: ${text}`;
  });
}

const pasted = (html: string): string[] => shorthand(blocksOf(treeOf(html)).blocks);
const said = (html: string): string[] => blocksOf(treeOf(html)).said;

describe('what comes from Word', () => {
  it('keeps headings, emphasis, links, quotations, and lists that Word shows as paragraphs', () => {
    expect(pasted(WORD)).toEqual([
      '## What is the CS Fundamentals Deep Dive',
      'A *one-day* workshop for /experienced/ teachers of our [K-5 courses](https://code.org/educate/curriculum/elementary-school).',
      '- A plan for offering more',
      '  - for each *grade*',
      '- Code.org swag!',
      '1. Find a workshop',
      '1. Register',
      'quote: It changed how I teach.',
    ]);
    expect(said(WORD)).toEqual([]);
    expect(blocksOf(treeOf(WORD)).blocks).toHaveLength(5);
  });

  it('puts together the lists that Word on the web takes apart', () => {
    expect(pasted(WORD_ONLINE)).toEqual([
      '## Before you come',
      '- Bring a laptop',
      '  - *charged*',
      '1. Sign in',
      '1. Choose a seat',
    ]);
    expect(blocksOf(treeOf(WORD_ONLINE)).blocks).toHaveLength(3);
  });

  it('leaves out what was deleted under “track changes”, and remarks', () => {
    expect(
      pasted(
        `<p class=MsoNormal>Over <del cite="mailto:Maya" datetime="2026-11-02T09:00">80,000</del><ins cite="mailto:Maya" datetime="2026-11-02T09:00">90,000</ins> educators<span class=MsoCommentReference><a href="#_msocom_1">[MB1]</a></span></p>
        <div style='mso-element:comment-list'><div style='mso-element:comment'>Is this right?</div></div>`,
      ),
    ).toEqual(['Over 90,000 educators']);
  });
});

describe('what comes from Google Docs', () => {
  it('keeps the same, and takes the bold around all of it for nothing', () => {
    expect(pasted(GOOGLE_DOCS)).toEqual([
      '# What will teachers learn?',
      'At the end, teachers will *know*, /have/ and ~maybe~ use [the courses](https://studio.code.org/courses).',
      '- The details',
      '  - and the philosophy',
      '1. First',
      '- Ask for a picture',
    ]);
    expect(said(GOOGLE_DOCS)).toEqual([]);
  });

  it('makes a list of a table, names what its columns hold, and says so', () => {
    expect(pasted(GOOGLE_DOCS_TABLE)).toEqual([
      '- *Workshop*: Intro',
      '  - *Length*: One day',
      '  - *For*: New teachers',
      '- *Workshop*: Deep Dive',
      '  - *Length*: One day',
      '  - *For*: [Experienced ones](https://code.org/cs-fundamentals)',
    ]);
    expect(said(GOOGLE_DOCS_TABLE)).toEqual(['A table became a list.']);
  });
});

it('makes a list of a table without a head as well', () => {
  expect(pasted(WORD_TABLE)).toEqual(['- When: Any time of *year*', '- Where: In your region']);
  expect(said(WORD_TABLE + GOOGLE_DOCS_TABLE)).toEqual(['2 tables became lists.']);
});

it('takes a table of one column for the layout it is', () => {
  const layout = '<table><tr><td><h2>News</h2><p>Text</p></td></tr></table>';
  expect(pasted(layout)).toEqual(['## News', 'Text']);
  expect(said(layout)).toEqual([]);
});

it('reads LibreOffice', () => {
  expect(pasted(LIBRE_OFFICE)).toEqual([
    '### Cost',
    'The value is *$300* per person, _for now_.',
    '1. A certificate',
    '1. Swag',
    '  - Stickers',
  ]);
});

it('reads a web page without its scripts, what it hides and what leads nowhere', () => {
  expect(pasted(WEB_PAGE)).toEqual([
    '## Regional Partners',
    'Our partners `host` workshops. Meet them or [read on](https://code.org/partners).',
    'Line one\nline two',
    'A new thought',
    'quote: Best day of the year.\n— a teacher',
    'code: move()\n  turn()',
    'Length',
    'Seven hours',
    'The',
    'end',
  ]);
  expect(said(WEB_PAGE)).toEqual([
    'A picture was left out: upload pictures to the Media Library, and choose them from there.',
    'A link that leads nowhere for visitors became plain text: “javascript:alert(1)”.',
  ]);
});

it.each([
  [
    'a link by way of Google',
    '<a href="https://www.google.com/url?q=https://code.org/a&sa=D">x</a>',
    '[x](https://code.org/a)',
  ],
  ['a telephone number', '<a href="tel:+1 303 555 0100">x</a>', '[x](tel:+13035550100)'],
  ['a bookmark of the document', '<a href="#_Toc1">x</a>', 'x'],
  ['a file on somebody’s computer', '<a href="file:///C:/one-pager.pdf">x</a>', 'x'],
  ['a link around a heading', '<a href="https://code.org"><h2>x</h2></a>', '## [x](https://code.org)'],
])('reads %s', (_, html, text) => {
  expect(pasted(html)).toEqual([text]);
});

it('says when it was too long, and keeps what fits', () => {
  const html = `<p>${'word '.repeat(30_000)}</p>`;
  const { blocks, said: sentences } = blocksOf(treeOf(html));
  expect(shorthand(blocks).join('').length).toBeLessThanOrEqual(MOST_CHARACTERS);
  expect(blocksOf(treeOf('<p>One</p>'.repeat(5000))).blocks).toHaveLength(MOST_LINES);
  expect(sentences).toEqual([
    'It was too long for one text: only its beginning is here. Put the rest into other sections.',
  ]);
});

it('is not brought down by elements within elements without end', () => {
  let tree: HtmlNode = { type: 'text', value: 'deep' };
  for (let depth = 0; depth < 20_000; depth += 1)
    tree = { type: 'element', tagName: depth % 3 ? 'div' : 'table', properties: {}, children: [tree] };
  expect(blocksOf([tree]).said).toContainEqual(expect.stringContaining('too long'));
});

const TAGS =
  'p div span b i u s code a h1 h2 h6 ul ol li blockquote pre table tr td th br img script style strong br'.split(
    ' ',
  );
const ATTRIBUTES = fc.constantFrom(
  '',
  ' href="javascript:alert(1)"',
  ' href="https://code.org/a b"',
  ' href="/deep-dive"',
  ' style="mso-list:l0 level3 lfo1"',
  ' style="mso-list:Ignore"',
  ' style="font-weight:700"',
  ' rowspan="7" colspan="3"',
  ' aria-level="4"',
  ' onclick="alert(1)"',
);
const HTML = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('1.', ' ', '\n', 'text', '&nbsp;', '\ud800', '<'),
    ),
    fc
      .tuple(fc.constantFrom(...TAGS), ATTRIBUTES, fc.array(tie('node'), { maxLength: 5 }))
      .map(([tag, attributes, children]) => `<${tag}${attributes}>${children.join('')}</${tag}>`),
  ),
})).node;

/** As Strapi checks blocks (entity-validator/blocks-validator.js), and as its editor takes them. */
function expectValid(blocks: RichTextBlock[]): void {
  const texts = (children: RichTextInline[]): void => {
    expect(children.length).toBeGreaterThan(0);
    for (const child of children) {
      if (child.type === 'link') {
        expect(isSafeUrl(child.url) && !child.url.startsWith('#')).toBe(true);
        texts(child.children);
      } else {
        expect(child.type).toBe('text');
        expect(child.text).not.toMatch(/^$|[\p{Cs}\0]/u);
      }
    }
  };
  const list = (block: Extract<RichTextBlock, { type: 'list' }>): void => {
    expect(['ordered', 'unordered']).toContain(block.format);
    expect(block.children.length).toBeGreaterThan(0);
    for (const child of block.children) child.type === 'list' ? list(child) : texts(child.children);
  };
  for (const block of blocks) {
    expect(['paragraph', 'heading', 'quote', 'code', 'list']).toContain(block.type);
    if (block.type === 'list') list(block);
    else texts(block.children);
  }
}

it('gives valid Blocks for any HTML', () => {
  fc.assert(
    fc.property(HTML, (html) => {
      const { blocks } = blocksOf(treeOf(html));
      expectValid(blocks);
    }),
    { numRuns: 400 },
  );
});

it('loses no word of text that isn’t hidden', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{3,8}$/), { minLength: 1, maxLength: 4 });
  const tags = fc.constantFrom(
    'p',
    'div',
    'span',
    'b',
    'h3',
    'ul',
    'li',
    'blockquote',
    'td',
    'table',
    'tr',
    'pre',
  );
  const html = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'medium' },
      words.map((each) => ` ${each.join(' ')} `),
      fc
        .tuple(tags, fc.array(tie('node'), { maxLength: 4 }))
        .map(([tag, children]) => `<${tag}>${children.join('')}</${tag}>`),
    ),
  })).node;
  fc.assert(
    fc.property(html, (text) => {
      const tree = treeOf(text);
      const sorted = (from: string): string[] => (from.match(/[a-z]{3,}/g) ?? []).sort();
      const shown = sorted(new DOMParser().parseFromString(text, 'text/html').body.textContent ?? '');
      const kept = sorted(blocksOf(tree).blocks.map(wordsIn).join(' '));
      expect(kept).toEqual(shown);
    }),
    { numRuns: 300 },
  );
});

function wordsIn(node: unknown): string {
  const { text = '', children = [] } = node as { text?: string; children?: unknown[] };
  return [text, ...children.map(wordsIn)].join(' ');
}
