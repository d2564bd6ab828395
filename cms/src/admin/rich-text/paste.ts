import type { RichTextBlock, RichTextInline } from '@deep-dive/shared-types';
import { type Descendant, Editor, Element, Node, Path, Range, Transforms } from 'slate';
import { blocksOf, type HtmlNode, MOST_CHARACTERS } from '../../rules/rich-text/from-html';
import { isWebAddress } from '../../rules/urls';
import { treeOf } from './tree';

/** Characters of HTML that are read: of more, the text alone is. */
const LONGEST_HTML = 5_000_000;

/** What is told of what was pasted, by editor. */
const listeners = new WeakMap<Editor, (sentence: string) => void>();

/** Has what is to be known of pastes told to somebody. @returns what ends it */
export function tellPastes(editor: Editor, tell: (sentence: string) => void): () => void {
  listeners.set(editor, tell);
  return () => listeners.delete(editor);
}

interface Pasting extends Editor {
  insertData: (data: DataTransfer) => void;
}

/** Keeps of what is pasted its headings, emphasis, links and lists, where Strapi's editor keeps the letters alone. */
export function withPaste<Given extends Editor>(given: Given): Given {
  const editor = given as Given & Pasting;
  const { insertData } = editor;
  editor.insertData = (data) => {
    const html = data.getData('text/html');
    const text = data.getData('text/plain');
    const tell = listeners.get(editor) ?? (() => undefined);
    const isOfEditor =
      data.getData('application/x-slate-fragment') !== '' || html.includes('data-slate-fragment');
    const isTooLong = html.length > LONGEST_HTML || text.length > MOST_CHARACTERS;
    if (!html && !text && data.files.length > 0) {
      tell('Pictures can’t be pasted: upload them to the Media Library, and choose them from there.');
      return;
    }
    const isOurs =
      (html !== '' || isTooLong) && !isOfEditor && !isWebAddress(text.trim()) && !isIn(editor, 'code');
    if (!isOurs) return insertData(data);
    const tree =
      html && html.length <= LONGEST_HTML ? treeOf(html) : linesOf(text.slice(0, 2 * MOST_CHARACTERS));
    const { blocks, said } = blocksOf(tree);
    if (blocks.length > 0) insertBlocks(editor, blocks);
    for (const sentence of said) tell(sentence);
  };
  return editor;
}

const linesOf = (text: string): HtmlNode[] =>
  text.split(/\r?\n/).map((value) => ({
    type: 'element',
    tagName: 'p',
    properties: {},
    children: [{ type: 'text', value }],
  }));

const isIn = (editor: Editor, type: string): boolean =>
  editor.selection !== null &&
  Editor.above(editor, { match: (node) => Element.isElement(node) && typeOf(node) === type }) !== undefined;

const typeOf = (node: Node): unknown => ('type' in node ? node.type : undefined);

/** Puts blocks where the caret is: one paragraph into the line, others between what stands before the caret and after. */
export function insertBlocks(editor: Editor, blocks: RichTextBlock[]): void {
  if (!editor.selection) Transforms.select(editor, Editor.end(editor, []));
  if (editor.selection && Range.isExpanded(editor.selection)) Transforms.delete(editor);
  const [first, ...others] = blocks;
  if (first?.type === 'paragraph' && (others.length === 0 || joinsLine(editor))) {
    insertInline(editor, first.children);
    if (others.length > 0) insertBetween(editor, others);
  } else insertBetween(editor, blocks);
}

/** The block at the top of the document that the caret is in. */
function here(editor: Editor): {
  at: number;
  block: Node;
  isEmpty: boolean;
  isStart: boolean;
  isEnd: boolean;
} {
  const caret = editor.selection?.anchor ?? Editor.end(editor, []);
  const [at = 0] = caret.path;
  const block = Node.child(editor, at);
  const isText = typeOf(block) !== 'image';
  return {
    at,
    block,
    isEmpty: isText && Node.string(block) === '',
    isStart: isText && Editor.isStart(editor, caret, [at]),
    isEnd: Editor.isEnd(editor, caret, [at]),
  };
}

function joinsLine(editor: Editor): boolean {
  const { block, isEmpty, isStart } = here(editor);
  return !isEmpty && !isStart && typeOf(block) !== 'list' && typeOf(block) !== 'image';
}

function insertInline(editor: Editor, inlines: RichTextInline[]): void {
  // Links can't hold links.
  if (isIn(editor, 'link')) Editor.insertText(editor, inlines.map(lettersOf).join(''));
  else if (typeOf(here(editor).block) === 'image')
    insertBetween(editor, [{ type: 'paragraph', children: inlines }]);
  else Transforms.insertNodes(editor, inlines as Descendant[], { select: true });
}

const lettersOf = (inline: RichTextInline): string =>
  inline.type === 'link' ? inline.children.map(lettersOf).join('') : inline.text;

function insertBetween(editor: Editor, blocks: RichTextBlock[]): void {
  const { at, isEmpty, isStart, isEnd } = here(editor);
  const splits = !isEmpty && !isStart && !isEnd;
  if (splits) {
    Transforms.splitNodes(editor, { match: (_, path) => path.length === 1, always: true });
    // Where the caret was at an end of an item, the other half of that is nothing.
    removeEmptyItem(editor, [at + 1, 0]);
    removeEmptyItem(editor, [at, [...Node.children(editor, [at])].length - 1]);
  }
  const from = isEmpty || isStart ? at : at + 1;
  Transforms.insertNodes(editor, blocks as Descendant[], { at: [from] });
  const last = from + blocks.length - 1;
  if (isEmpty) Transforms.removeNodes(editor, { at: [last + 1] });
  const end = Editor.pointRef(editor, Editor.end(editor, [last]));
  mergeLists(editor, [last + 1]);
  mergeLists(editor, [from]);
  const caret = end.unref();
  if (caret) Transforms.select(editor, caret);
}

function removeEmptyItem(editor: Editor, at: Path): void {
  const node = Node.get(editor, at);
  if (typeOf(node) === 'list-item' && Node.string(node) === '') Transforms.removeNodes(editor, { at });
}

/** Makes one list of a list and a like one before it. */
function mergeLists(editor: Editor, at: Path): void {
  if (!Path.hasPrevious(at) || !Node.has(editor, at)) return;
  const [one, other] = [Node.get(editor, Path.previous(at)), Node.get(editor, at)] as {
    type?: string;
    format?: string;
  }[];
  if (one?.type === 'list' && other?.type === 'list' && one.format === other.format)
    Transforms.mergeNodes(editor, { at });
}
