import { createEditor, type Descendant, type Editor, Transforms } from 'slate';
import { beforeEach, describe, expect, test } from 'vitest';
import { shownByToolbar } from './toolbar';

const text = (words: string, marks = {}) => ({ type: 'text', text: words, ...marks });
const CONTENT = [
  { type: 'paragraph', children: [text('Over '), text('2,000', { bold: true }), text(' educators')] },
  {
    type: 'list',
    format: 'unordered',
    children: [{ type: 'list-item', children: [text('Coffee')] }],
  },
] as unknown as Descendant[];

let editor: Editor;
const at = (path: number[], offset: number) => ({ path, offset });

beforeEach(() => {
  editor = createEditor();
  editor.children = structuredClone(CONTENT);
  Transforms.select(editor, at([0, 0], 2));
});

/** Whether the buttons are drawn anew after something was done. */
function isDrawnAnew(act: () => void): boolean {
  const before = shownByToolbar(editor);
  act();
  return shownByToolbar(editor) !== before;
}

describe('The buttons above a rich text', () => {
  test('stay as they are while one types, and while the caret moves on in its piece of text', () => {
    expect(isDrawnAnew(() => Transforms.insertText(editor, 'a'))).toBe(false);
    expect(isDrawnAnew(() => Transforms.select(editor, at([0, 0], 1)))).toBe(false);
  });

  test.each<[string, () => void]>([
    ['bold text', () => Transforms.select(editor, at([0, 1], 2))],
    ['a list', () => Transforms.select(editor, at([1, 0, 0], 1))],
    ['another block', () => Transforms.insertNodes(editor, CONTENT, { at: [0] })],
    ['no text at all', () => Transforms.deselect(editor)],
    ['text that one is about to type in bold', () => editor.addMark('bold', true)],
    ['a heading made of the paragraph', () => Transforms.setNodes(editor, { type: 'heading' } as never)],
    [
      'a list that is numbered now',
      () => Transforms.setNodes(editor, { format: 'ordered' } as never, { at: [1] }),
    ],
  ])('follow the caret into %s', (where, act) => {
    if (where.startsWith('a list that')) Transforms.select(editor, at([1, 0, 0], 1));
    expect(isDrawnAnew(act)).toBe(true);
  });

  test('follow all that is done while text is selected', () => {
    Transforms.select(editor, { anchor: at([0, 0], 0), focus: at([0, 2], 4) });
    expect(isDrawnAnew(() => Transforms.setNodes(editor, { italic: true } as never, { at: [0, 2] }))).toBe(
      true,
    );
  });
});
