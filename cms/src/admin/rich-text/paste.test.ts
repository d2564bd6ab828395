// @vitest-environment jsdom
import { createEditor, type Descendant, type Editor, Transforms } from 'slate';
import { expect, it } from 'vitest';
import { GOOGLE_DOCS_TABLE } from '../../rules/rich-text/fixtures';
import { tellPastes, withPaste } from './paste';

const text = (value: string) => ({ type: 'text', text: value });
const paragraph = (value: string) => ({ type: 'paragraph', children: [text(value)] });
const list = (...items: string[]) => ({
  type: 'list',
  format: 'unordered',
  children: items.map((item) => ({ type: 'list-item', children: [text(item)] })),
});

interface Clipboard {
  html?: string;
  plain?: string;
  slate?: string;
  files?: number;
}

const clipboard = ({ html = '', plain = '', slate = '', files = 0 }: Clipboard): DataTransfer =>
  ({
    getData: (type: string) =>
      ({ 'text/html': html, 'text/plain': plain, 'application/x-slate-fragment': slate })[type] ?? '',
    files: { length: files },
  }) as unknown as DataTransfer;

/** An editor with this text, the caret after so many characters of a block, into which something is pasted. */
function pasted(blocks: unknown[], [at, offset]: [number[], number], data: Clipboard) {
  const editor = createEditor() as Editor & { insertData: (data: DataTransfer) => void };
  editor.isInline = (node) => 'type' in node && node.type === 'link';
  editor.isVoid = (node) => 'type' in node && node.type === 'image';
  const left: string[] = [];
  editor.insertData = () => left.push('to Strapi');
  withPaste(editor);
  const said: string[] = [];
  tellPastes(editor, (sentence) => said.push(sentence));
  editor.children = blocks as Descendant[];
  Transforms.select(editor, { path: at, offset });
  editor.insertData(clipboard(data));
  return { editor, said, left, text: editor.children.map(shorthand) };
}

function shorthand(node: unknown): string {
  const {
    type,
    text,
    children = [],
    url,
  } = node as {
    type: string;
    text?: string;
    url?: string;
    children?: unknown[];
  };
  if (text !== undefined) return text;
  const within = children.map(shorthand).join(type === 'list' ? ', ' : '');
  if (type === 'link') return `[${within}](${url})`;
  return type === 'paragraph' || type === 'list-item' ? within : `${type}: ${within}`;
}

it('a few words go into the line', () => {
  const { text } = pasted([paragraph('Over educators')], [[0, 0], 5], { html: '<p>90,000 <b>US</b> </p>' });
  expect(text).toEqual(['Over 90,000 USeducators']);
});

it('headings and lists take the place of an empty line', () => {
  const { text, editor } = pasted([paragraph('')], [[0, 0], 0], {
    html: '<h2>Cost</h2><ul><li>One</li><li>Two</li></ul>',
  });
  expect(text).toEqual(['heading: Cost', 'list: One, Two']);
  expect(editor.selection?.anchor).toEqual({ path: [1, 1, 0], offset: 3 });
});

it('more than a line goes between what stands before the caret and after', () => {
  const html = '<p> in the middle</p><h2>New</h2>';
  const whole = [paragraph('Before after')];
  expect(pasted(whole, [[0, 0], 6], { html }).text).toEqual([
    'Beforein the middle',
    'heading: New',
    ' after',
  ]);
  expect(pasted(whole, [[0, 0], 12], { html: '<h2>New</h2>' }).text).toEqual([
    'Before after',
    'heading: New',
  ]);
  expect(pasted(whole, [[0, 0], 0], { html: '<h2>New</h2>' }).text).toEqual(['heading: New', 'Before after']);
});

it('items go into a list among its own, and other blocks part it', () => {
  const of = (html: string) => pasted([list('One', 'Two')], [[0, 0, 0], 3], { html }).text;
  expect(of('<ul><li>New</li><li>Newer</li></ul>')).toEqual(['list: One, New, Newer, Two']);
  expect(of('<h2>New</h2>')).toEqual(['list: One', 'heading: New', 'list: Two']);
});

it('a link pasted into a link is its words', () => {
  const link = { type: 'link', url: '/a', children: [text('here')] };
  const line = { type: 'paragraph', children: [text(''), link, text('')] };
  const { text: shown } = pasted([line], [[0, 1, 0], 2], { html: '<a href="https://code.org">x</a>' });
  expect(shown).toEqual(['[hexre](/a)']);
});

it('nothing is put into a picture', () => {
  const image = { type: 'image', image: {}, children: [text('')] };
  expect(pasted([image], [[0, 0], 0], { html: '<p>New</p>' }).text).toEqual(['image: ', 'New']);
});

it('tables are lists, which is said', () => {
  const { said, text } = pasted([paragraph('')], [[0, 0], 0], { html: GOOGLE_DOCS_TABLE });
  expect(said).toEqual(['A table became a list.']);
  expect(text).toHaveLength(1);
});

it('pictures are said to be missing', () => {
  expect(pasted([paragraph('')], [[0, 0], 0], { files: 1 }).said[0]).toContain('Media Library');
});

it('what is too long for the editor is cut, with its HTML or without', () => {
  const plain = 'A line of text\n'.repeat(20_000);
  const html = `<p>${plain.replaceAll('\n', '</p><p>')}</p>`;
  for (const data of [{ plain }, { plain, html }, { plain, html: html.padEnd(6_000_000) }]) {
    const { said, text } = pasted([paragraph('')], [[0, 0], 0], data);
    expect(said).toEqual([expect.stringContaining('too long for one text')]);
    expect(text.join('').length).toBeLessThanOrEqual(100_000);
  }
});

it.each<[string, Clipboard]>([
  ['text without format', { plain: 'words' }],
  ['what comes from such an editor', { html: '<p>x</p>', plain: 'x', slate: 'abc' }],
  ['the same in another tab', { html: '<p data-slate-fragment="abc">x</p>', plain: 'x' }],
  ['an address', { html: '<a href="https://code.org">Code</a>', plain: 'https://code.org/' }],
])('%s is left to Strapi', (_, data) => {
  expect(pasted([paragraph('')], [[0, 0], 0], data).left).toEqual(['to Strapi']);
});

it('what goes into code is left to Strapi', () => {
  const code = { type: 'code', children: [text('')] };
  expect(pasted([code], [[0, 0], 0], { html: '<b>x</b>', plain: 'x' }).left).toEqual(['to Strapi']);
});
