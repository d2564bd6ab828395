import type { RichText as Blocks } from '@deep-dive/shared-types';
import { describe, expect, it } from 'vitest';
import { render } from '../testing/render';
import { RichText } from './RichText';

const show = (text: Blocks, under: 1 | 2 | 3 = 2): string => render(<RichText text={text} under={under} />);
const words = (text: string) => ({ type: 'text' as const, text });

describe('RichText', () => {
  it('marks words as the author did', () => {
    const html = show([
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'bold', bold: true },
          { type: 'text', text: 'italic', italic: true },
          { type: 'text', text: 'both', bold: true, italic: true },
          { type: 'text', text: 'code', code: true },
          { type: 'text', text: 'under', underline: true },
          { type: 'text', text: 'struck', strikethrough: true },
        ],
      },
    ]);
    expect(html).toContain(
      '<p><strong>bold</strong><em>italic</em><strong><em>both</em></strong><code>code</code><u>under</u><s>struck</s></p>',
    );
  });

  it('keeps line breaks within a paragraph', () => {
    expect(show([{ type: 'paragraph', children: [words('one\ntwo')] }])).toContain('<p>one<br/>two</p>');
  });

  it('shows text as text, whatever it looks like', () => {
    const html = show([{ type: 'paragraph', children: [words('<script>alert(1)</script>')] }]);
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;');
  });

  it('puts nested lists inside the item they belong to', () => {
    const html = show([
      {
        type: 'list',
        format: 'ordered',
        children: [
          { type: 'list-item', children: [words('One')] },
          {
            type: 'list',
            format: 'unordered',
            children: [{ type: 'list-item', children: [words('Nested')] }],
          },
          { type: 'list-item', children: [words('Two')] },
        ],
      },
    ]);
    expect(html).toContain('<ol><li>One<ul><li>Nested</li></ul></li><li>Two</li></ol>');
  });

  it('puts headings below the heading above, without skipping a level', () => {
    const heading = (level: 1 | 2 | 3 | 4 | 5 | 6): Blocks[number] => ({
      type: 'heading',
      level,
      children: [words(`H${level}`)],
    });
    expect(show([heading(1), heading(2), heading(1)])).toMatch(/<h3>H1<\/h3><h4>H2<\/h4><h3>H1<\/h3>/);
    expect(show([heading(2), heading(5)], 1)).toMatch(/<h2>H2<\/h2><h3>H5<\/h3>/);
  });

  it('shows quotes, code and pictures', () => {
    const html = show([
      { type: 'quote', children: [words('It changed how I teach.')] },
      { type: 'code', children: [words('moveForward();')] },
      {
        type: 'image',
        image: { url: '/uploads/a.png', alternativeText: 'A maze', width: 20, height: 10 },
        children: [],
      },
    ]);
    expect(html).toContain('<blockquote><p>It changed how I teach.</p></blockquote>');
    expect(html).toContain('<pre><code>moveForward();</code></pre>');
    expect(html).toMatch(/<img src="\/uploads\/a.png" alt="A maze" width="20" height="10"/);
  });

  it('links in this window, and says when a link leads to another site', () => {
    const link = (url: string): Blocks => [
      { type: 'paragraph', children: [{ type: 'link', url, children: [words('here')] }] },
    ];
    expect(show(link('https://code.org'))).toContain(
      '<a rel="external noopener" href="https://code.org">here</a>',
    );
    expect(show(link('/workshops'))).toContain('<a href="/workshops">here</a>');
    expect(show(link('https://code.org'))).not.toContain('target');
  });

  it.each(['javascript:alert(1)', 'JAVASCRIPT:alert(1)', 'java\tscript:alert(1)', 'data:text/html,x'])(
    'keeps the words of a link to %j, and drops the link',
    (url) => {
      const html = show([
        { type: 'paragraph', children: [{ type: 'link', url, children: [words('here')] }] },
      ]);
      expect(html).toContain('<p>here</p>');
      expect(html).not.toContain('<a');
    },
  );

  it('leaves out the empty paragraph editors leave at the end', () => {
    expect(
      show([
        { type: 'paragraph', children: [words('Words')] },
        { type: 'paragraph', children: [words('')] },
      ]),
    ).toMatch(/<div[^>]*><p>Words<\/p><\/div>/);
    expect(show([{ type: 'paragraph', children: [words(' ')] }])).toBe('');
  });

  it('skips a block it does not know', () => {
    const unknown = { type: 'hologram', children: [words('?')] } as unknown as Blocks[number];
    expect(show([unknown, { type: 'paragraph', children: [words('Words')] }])).toContain('<p>Words</p>');
  });
});
