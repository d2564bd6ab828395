// @vitest-environment jsdom
import { act, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor, Editor } from 'slate';
import { Editable, ReactEditor, Slate, withReact } from 'slate-react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followCaret } from './follow-caret';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  // jsdom has no rich text of its own.
  Object.defineProperty(HTMLElement.prototype, 'isContentEditable', { configurable: true, get: () => true });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(HTMLElement.prototype, 'isContentEditable');
  document.body.replaceChildren();
});

test('A text knows where its caret was put before a timer runs', async () => {
  const editor = withReact(createEditor());
  const words = { type: 'paragraph', children: [{ text: 'Who we are' }] };
  await act(async () =>
    createRoot(document.body.appendChild(document.createElement('div'))).render(
      createElement(Slate, {
        editor,
        initialValue: [words as never],
        children: createElement(Editable, {}),
      }),
    ),
  );
  await act(async () => ReactEditor.toDOMNode(editor, editor).focus());
  const end = followCaret(editor);
  const put = async (offset: number): Promise<void> => {
    const [node] = ReactEditor.toDOMPoint(editor, { path: [0, 0], offset });
    await act(async () => {
      document.getSelection()?.collapse(node, offset);
      document.dispatchEvent(new Event('selectionchange'));
    });
  };
  for (const offset of [4, 10, 0]) {
    await put(offset);
    expect(editor.selection && Editor.start(editor, editor.selection)).toEqual({ path: [0, 0], offset });
  }
  end();
  await put(7);
  expect(editor.selection && Editor.start(editor, editor.selection).offset).toBe(0);
});
