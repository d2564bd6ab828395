import { Editor, Element, Node, type Point, Range } from 'slate';
import { useSlateSelector, useSlateStatic } from 'slate-react';

/**
 * The editor, for the buttons above a rich text: they are drawn anew when they could show something else. Strapi's own are at
 * each key, which takes longer than all the rest of the key.
 */
export function useToolbarEditor(): Editor {
  useSlateSelector(shownByToolbar);
  return useSlateStatic();
}

/** What was worked out last for an editor, as each button asks. */
const latest = new WeakMap<Editor, { of: unknown[]; shown: unknown }>();

/**
 * What the buttons follow: in which blocks the caret is, how its text is set, and how many blocks there are. It is the same text
 * as long as they show the same; where text is selected it is always another, for that is when they are used.
 */
export function shownByToolbar(editor: Editor): unknown {
  const of = [editor.children, editor.selection, editor.marks];
  const known = latest.get(editor);
  if (known?.of.every((each, index) => each === of[index])) return known.shown;
  const shown = workedOut(editor);
  latest.set(editor, { of, shown });
  return shown;
}

function workedOut(editor: Editor): unknown {
  const { selection, children } = editor;
  if (!selection) return `${children.length}`;
  if (!Range.isCollapsed(selection)) return {};
  return JSON.stringify([children.length, around(editor, selection.anchor), Editor.marks(editor)]);
}

/** Where a point is, and what each block around it is. */
function around(editor: Editor, { path }: Point): unknown[] {
  if (!Node.has(editor, path)) return [path];
  const blocks = [...Node.ancestors(editor, path)].filter(([node]) => Element.isElement(node));
  return [path, ...blocks.map(([{ children: _, ...kind }]) => kind)];
}
