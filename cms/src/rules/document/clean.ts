import { isHidden } from '../rich-text/from-html';
import { type HtmlElement, type HtmlNode, hasClass, styleOf } from '../rich-text/html';
import { DocumentError } from './document';
import { element, isBlock, text, textOf } from './html';

/** Deeper than any document that people write. */
const DEEPEST = 100;

/** What is kept of a page's elements, and as which. All else gives way to what is in it. */
const KEPT: Record<string, string> = {
  ...Object.fromEntries(
    'h1 h2 h3 h4 h5 h6 p ul ol li blockquote code table tr td th a br hr note button'
      .split(' ')
      .map((name) => [name, name]),
  ),
  em: 'em',
  i: 'em',
  cite: 'em',
  strong: 'strong',
  b: 'strong',
  u: 'u',
  s: 's',
  del: 's',
  strike: 's',
  dt: 'p',
  dd: 'p',
  ...Object.fromEntries(
    'div pre section article main header footer nav aside form fieldset dl figure figcaption address center details summary caption'
      .split(' ')
      .map((name) => [name, 'div']),
  ),
};

/** What no reader of the page reads. */
const DROPPED = new Set(
  'script style noscript template iframe object embed svg math head title meta link select option datalist canvas audio video input'.split(
    ' ',
  ),
);

const HEADING = /^h[1-6]$/;
const INLINE = new Set(['', 'em', 'strong', 'u', 's', 'code', 'a']);
/** What Word says of a paragraph that it shows as an item of a list: “l0 level1 lfo1”. */
const WORD_ITEM = /^l\d+ level[1-9]\b/;

/**
 * A parsed document, or one that says it is, as it is safe and simple to read: texts, and the elements that people write
 * documents with, without any attribute but where a link leads. What is hidden, or runs, is gone.
 * @throws DocumentError when it is nested more deeply than people write
 */
export function cleanTree(nodes: unknown): HtmlNode[] {
  return Array.isArray(nodes) ? nodes.flatMap((node) => cleaned(node, 0, false)) : [];
}

function cleaned(node: unknown, depth: number, isStrong: boolean): HtmlNode[] {
  if (typeof node !== 'object' || node === null) return [];
  if (depth > DEEPEST)
    throw new DocumentError(
      'It is nested more deeply than a page can be. Copy its text into a new document.',
    );
  const { type, value, tagName, properties, children } = node as Record<string, unknown>;
  if (type === 'text') return typeof value === 'string' && value ? [text(visible(value))] : [];
  const inner = (strong: boolean): HtmlNode[] =>
    merged(Array.isArray(children) ? children.flatMap((child) => cleaned(child, depth + 1, strong)) : []);
  if (type === 'root') return inner(false);
  if (type !== 'element' || typeof tagName !== 'string' || DROPPED.has(tagName)) return [];
  const given = element(tagName, [], isObject(properties) ? properties : {});
  const style = styleOf(given);
  if (given.properties.hidden === true || isHidden(given, style)) return [];
  if (tagName === 'img') return [element('img', [], { alt: String(given.properties.alt ?? '') })];
  const name = nameOf(given, style);
  const isBold = isBoldBy(style) ?? name === 'strong';
  const content = inner(isStrong || isBold || HEADING.test(name));
  if (!INLINE.has(name)) return [element(name, content, name === 'br' ? softness(given) : {})];
  return content.some(isBlock)
    ? content
    : marked(content, { ...given, tagName: name }, style, isBold && !isStrong);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an element is kept as; an empty text for one that gives way to what is in it. */
function nameOf(given: HtmlElement, style: ReadonlyMap<string, string>): string {
  if (given.tagName !== 'p') return KEPT[given.tagName] ?? '';
  if (hasClass(given, /^MsoTitle/)) return 'h1';
  return WORD_ITEM.test(style.get('mso-list') ?? '') ? 'li' : 'p';
}

/** Words with the look that they have by an element or its style, of which Google Docs uses the latter alone. */
function marked(
  content: HtmlNode[],
  { tagName: name, properties: { href } }: HtmlElement,
  style: ReadonlyMap<string, string>,
  isStrong: boolean,
): HtmlNode[] {
  const line = style.get('text-decoration') ?? style.get('text-decoration-line') ?? '';
  const marks = [
    isStrong && 'strong',
    (name === 'em' || style.get('font-style') === 'italic') && 'em',
    (name === 'u' || line.includes('underline')) && !holdsLink(content) && 'u',
    (name === 's' || line.includes('line-through')) && 's',
    name === 'code' && 'code',
  ];
  let words = content;
  for (const mark of marks)
    if (mark && textOf(...words)) words = hugging(words, (inside) => element(mark, inside));
  return name === 'a' && typeof href === 'string' && href
    ? hugging(words, (inside) => element('a', inside, { href }))
    : words;
}

/** Google Docs wraps all that is copied in a bold element that isn’t bold, and says what is in the style. */
function isBoldBy(style: ReadonlyMap<string, string>): boolean | undefined {
  const weight = style.get('font-weight');
  return weight === undefined ? undefined : /^bold|^[6-9]00/.test(weight);
}

/** Texts that follow one another as one, with single spaces. */
function merged(nodes: HtmlNode[]): HtmlNode[] {
  const made: HtmlNode[] = [];
  for (const node of nodes) {
    const last = made.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      made.splice(-1, 1, text((last.value + node.value).replace(/\s+/g, ' ')));
    else made.push(node.type === 'text' ? text(node.value.replace(/\s+/g, ' ')) : node);
  }
  return made;
}

/** Marked words, without the spaces at their ends: these go before and behind. */
function hugging(nodes: HtmlNode[], mark: (words: HtmlNode[]) => HtmlElement): HtmlNode[] {
  const [first, last] = [nodes[0], nodes.at(-1)];
  const [before = ''] = (first?.type === 'text' && /^\s+/.exec(first.value)) || [];
  const words = nodes.map((node) =>
    node.type !== 'text' ? node : text(node === first ? node.value.trimStart() : node.value),
  );
  const end = words.at(-1);
  const [after = ''] = (last?.type === 'text' && end?.type === 'text' && /\s+$/.exec(end.value)) || [];
  if (after && end?.type === 'text') words.splice(-1, 1, text(end.value.trimEnd()));
  return [...(before ? [text(before)] : []), mark(words), ...(after ? [text(after)] : [])];
}

/** A line that is broken in the source, and not for readers. */
const softness = ({ properties: { soft } }: HtmlElement): HtmlElement['properties'] =>
  soft === true ? { soft } : {};

const holdsLink = (nodes: HtmlNode[]): boolean =>
  nodes.some((node) => node.type === 'element' && (node.tagName === 'a' || holdsLink(node.children)));

/** Without what no keyboard types; spaces that don't break become spaces. */
const visible = (value: string): string =>
  value.replace(/\u00a0/g, ' ').replace(/[\p{Cc}\u2028\u2029]/gu, (found) => (/\s/.test(found) ? found : ''));
