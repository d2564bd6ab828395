import { Range, Transforms } from 'slate';
import { ReactEditor } from 'slate-react';

/**
 * Lets a text know at once where its caret was put. slate-react listens for the caret every 100 ms at most, and puts it back where
 * it last heard of it whenever the text is drawn again: whoever pressed End while the form took over what they had typed (300 ms
 * after their last key) went on writing where they had been.
 * @returns ends it
 */
export function followCaret(editor: ReactEditor): () => void {
  const { document } = ReactEditor.getWindow(editor);
  const follow = (): void => {
    const selection = document.getSelection();
    if (!selection || !ReactEditor.isFocused(editor) || ReactEditor.isComposing(editor)) return;
    const isInText = [selection.anchorNode, selection.focusNode].every((node) =>
      ReactEditor.hasEditableTarget(editor, node),
    );
    const range =
      isInText && ReactEditor.toSlateRange(editor, selection, { exactMatch: false, suppressThrow: true });
    if (range && !(editor.selection && Range.equals(range, editor.selection)))
      Transforms.select(editor, range);
  };
  document.addEventListener('selectionchange', follow);
  return () => document.removeEventListener('selectionchange', follow);
}
