// @vitest-environment jsdom
import { act, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor, Editor, Transforms } from 'slate';
import { Editable, ReactEditor, Slate, useSlate, withReact } from 'slate-react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useFollowedCaret } from './follow-caret';

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

function Companion() {
  useFollowedCaret(useSlate() as ReactEditor);
  return null;
}

test('A text knows where its caret was put before a timer runs', async () => {
  const editor = withReact(createEditor());
  const words = { type: 'paragraph', children: [{ text: 'Who we are' }] };
  await act(async () =>
    createRoot(document.body.appendChild(document.createElement('div'))).render(
      createElement(Slate, {
        editor,
        initialValue: [words as never],
        children: [createElement(Editable, { key: 'text' }), createElement(Companion, { key: 'companion' })],
      }),
    ),
  );
  await act(async () => ReactEditor.toDOMNode(editor, editor).focus());
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
  // A key that comes before the browser tells that the caret has moved.
  const [node] = ReactEditor.toDOMPoint(editor, { path: [0, 0], offset: 5 });
  for (const [offset, key] of [
    [5, 'beforeinput'],
    [3, 'keydown'],
  ] as const) {
    await act(async () => {
      document.getSelection()?.collapse(node, offset);
      document.dispatchEvent(new Event(key));
    });
    expect(editor.selection && Editor.start(editor, editor.selection).offset).toBe(offset);
  }
  // What is not drawn yet is newer than where the caret stands.
  Transforms.select(editor, { path: [0, 0], offset: 7 });
  document.dispatchEvent(new Event('selectionchange'));
  expect(editor.selection && Editor.start(editor, editor.selection).offset).toBe(7);
  await act(async () => undefined);
});
