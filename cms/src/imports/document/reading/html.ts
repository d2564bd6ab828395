import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

/** A node of a parsed document, whatever it is (hast). */
export interface RawNode {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: RawNode[];
}

/** HTML, parsed as browsers do, damaged or not. */
export const parseHtml = (html: string): RawNode =>
  withNotes(unified().use(rehypeParse).parse(html) as RawNode);

/** Where Word’s and Google’s comments stand, and where the text is that they are about. */
const COMMENT = /^#(cmnt\d+|comment-\d+)$/;
const COMMENTED = /^#(cmnt_ref\d+|comment-ref-\d+)$/;

/** A document with its comments behind the paragraphs they are about, as notes. */
function withNotes(root: RawNode): RawNode {
  const comments = new Map<string, RawNode>();
  collect(root, comments);
  return comments.size === 0 ? root : (moved(root, comments)[0] ?? root);
}

const addressIn = (node: RawNode): string =>
  node.tagName === 'a' && typeof node.properties?.href === 'string' ? node.properties.href : '';

/** By its id, what each comment is written in. */
function collect(node: RawNode, comments: Map<string, RawNode>): void {
  const children = node.children ?? [];
  children.forEach((child, index) => {
    const id = String(child.properties?.id ?? '');
    // Word’s, as mammoth has them: <dt id="comment-0">…</dt><dd>…</dd>.
    if (child.tagName === 'dt' && COMMENT.test(`#${id}`)) {
      const said = children[index + 1];
      if (said?.tagName === 'dd') comments.set(id, said);
    }
    // Google’s: <p><a href="#cmnt_ref1" id="cmnt1">[a]</a>…</p>.
    if (child.tagName === 'a' && COMMENTED.test(addressIn(child)) && COMMENT.test(`#${id}`))
      comments.set(id, node);
    collect(child, comments);
  });
}

const LINES = new Set(['p', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'td']);

function moved(node: RawNode, comments: Map<string, RawNode>): RawNode[] {
  if ([...comments.values()].includes(node) || isTitleOfComment(node)) return [];
  if (!node.children) return [node];
  const children = node.children.flatMap((child) => moved(child, comments));
  const here = { ...node, children: children.filter((child) => child.type !== 'reference') };
  const references = children.filter((child) => child.type === 'reference');
  const id = COMMENT.exec(addressIn(node))?.[1];
  const comment = id && comments.get(id);
  if (comment) return [{ type: 'reference', children: [comment] }];
  if (node.type !== 'root' && !LINES.has(node.tagName ?? '')) return [here, ...references];
  const notes = references.map(
    (reference): RawNode => ({
      type: 'element',
      tagName: 'note',
      properties: {},
      children: (reference.children ?? []).map(withoutWayBack),
    }),
  );
  return node.type === 'root' ? [{ ...here, children: [...here.children, ...notes] }] : [here, ...notes];
}

const isTitleOfComment = ({ tagName, properties }: RawNode): boolean =>
  tagName === 'dt' && COMMENT.test(`#${String(properties?.id ?? '')}`);

/** A comment without the link that leads back to its text. */
function withoutWayBack(node: RawNode): RawNode {
  if (!node.children) return node;
  const children = node.children.filter((child) => !COMMENTED.test(addressIn(child)));
  return { ...node, children: children.map(withoutWayBack) };
}
