import { useEffect, useLayoutEffect, useRef } from 'react';
import { Range, Transforms } from 'slate';
import { ReactEditor } from 'slate-react';

/**
 * Lets a text know at once where its caret was put. slate-react listens for the caret every 100 ms at most, and puts it back where
 * it last heard of it whenever the text is drawn again, and after a key whose place it hadn't heard of: whoever pressed End and
 * typed on while the form was busy went on writing where they had been. To be called where every change of the text is drawn.
 */
export function useFollowedCaret(editor: ReactEditor): void {
  const drawn = useRef({ children: editor.children, selection: editor.selection });
  useLayoutEffect(() => {
    drawn.current = { children: editor.children, selection: editor.selection };
  });
  useEffect(() => {
    const { document } = ReactEditor.getWindow(editor);
    let compared: unknown[] = [];
    const follow = (): void => {
      const selection = document.getSelection();
      // What the editor changed itself and hasn't drawn yet is newer than what stands in the document.
      const { children, selection: last } = drawn.current;
      if (editor.children !== children || editor.selection !== last) return;
      if (!selection || !ReactEditor.isFocused(editor) || ReactEditor.isComposing(editor)) return;
      // Each key asks twice: once it has moved the caret, and before the next is typed.
      const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
      const places = [anchorNode, anchorOffset, focusNode, focusOffset, children, last];
      if (places.every((each, index) => each === compared[index])) return;
      compared = places;
      const isInText = [selection.anchorNode, selection.focusNode].every((node) =>
        ReactEditor.hasEditableTarget(editor, node),
      );
      const range =
        isInText && ReactEditor.toSlateRange(editor, selection, { exactMatch: false, suppressThrow: true });
      if (range && !(last && Range.equals(range, last))) Transforms.select(editor, range);
    };
    document.addEventListener('selectionchange', follow);
    // Keys that waited for a busy form come before the browser tells that the first of them has moved the caret. Enter and
    // Backspace are Strapi’s, and no input.
    document.addEventListener('keydown', follow, true);
    document.addEventListener('beforeinput', follow, true);
    return () => {
      document.removeEventListener('selectionchange', follow);
      document.removeEventListener('keydown', follow, true);
      document.removeEventListener('beforeinput', follow, true);
    };
  }, [editor]);
}
