import { type HtmlElement, type HtmlNode, isElement } from '../rich-text/html';
import { gridOf, isLayout } from '../rich-text/tables';
import { element, isBlock, text, textOf } from './html';
import { type Mark, markOf } from './marks';

/** A part of a document that stands on lines of its own. */
export interface Line {
  /** Its place in the document, from 0. */
  at: number;
  kind: 'heading' | 'text' | 'list' | 'table' | 'mark';
  /** Of a heading, 1 to 6; of a line that is all emphasis, and may stand for one, 7. */
  level: number;
  text: string;
  node: HtmlElement;
  mark: Mark | null;
}

/** A line that is all emphasis. */
export const EMPHASISED = 7;
const LONGEST_HEADING = 140;
const BULLET = /^[•·▪◦‣§–]\s+/;

/** A document, a line after the other. */
export function linesOf(tree: HtmlNode[]): Line[] {
  return bulleted(flattened(tree)).flatMap((node, at) => {
    const line = lineOf(node);
    return line ? [{ ...line, at }] : [];
  });
}

/** Blocks without the boxes around them; what stands between them makes paragraphs. */
function flattened(nodes: HtmlNode[]): HtmlElement[] {
  const blocks: HtmlElement[] = [];
  let loose: HtmlNode[] = [];
  const end = (): void => {
    if (textOf(...loose) || loose.some(holdsPicture)) blocks.push(...paragraphs(loose));
    loose = [];
  };
  for (const node of nodes) {
    if (!isBlock(node)) loose.push(node);
    else {
      end();
      const { tagName, children } = node;
      if (tagName === 'p')
        blocks.push(...(children.some(isBlock) ? flattened(children) : paragraphs(children)));
      else if (/^h\d$/.test(tagName)) blocks.push(...heading(node));
      else if (['ul', 'ol', 'li', 'note', 'button'].includes(tagName) || isTable(node)) blocks.push(node);
      else if (tagName === 'blockquote') blocks.push(...quoted(children));
      else if (tagName !== 'hr') blocks.push(...flattened(children));
    }
  }
  end();
  return blocks;
}

const isTable = (node: HtmlElement): boolean => node.tagName === 'table' && !isLayout(gridOf(node));

/** What is quoted, as one; what no quotation holds is no more than text that stands back. */
function quoted(children: HtmlNode[]): HtmlElement[] {
  const blocks = flattened(children);
  const isQuotation = blocks.every((block) => block.tagName === 'p' && markOf(textOf(block)) === null);
  return isQuotation && blocks.length > 0 ? [element('blockquote', blocks)] : blocks;
}

/** A heading, and what else stood in it. */
function heading(node: HtmlElement): HtmlElement[] {
  const pictures = node.children.filter(holdsPicture);
  return [...(textOf(node) ? [node] : []), ...pictures.flatMap(picturesIn)];
}

const holdsPicture = (node: HtmlNode): boolean =>
  isElement(node) && (node.tagName === 'img' || node.children.some(holdsPicture));

const picturesIn = (node: HtmlNode): HtmlElement[] =>
  !isElement(node) ? [] : node.tagName === 'img' ? [node] : node.children.flatMap(picturesIn);

/** A paragraph; more than one where its first line is a heading, or one of its lines is a mark. */
function paragraphs(children: HtmlNode[]): HtmlElement[] {
  const parts = brokenLines(children);
  const isApart = ({ nodes }: BrokenLine, index: number): boolean => {
    const words = textOf(...nodes);
    if (index === 0 && isAllEmphasis(nodes)) return true;
    return markOf(words) !== null && (index === 0 || !parts[index]?.isSoft || endsSentence(parts[index - 1]));
  };
  const made: HtmlElement[] = [];
  let together: HtmlNode[] = [];
  const end = (): void => {
    if (textOf(...together)) made.push(element('p', together));
    together = [];
  };
  parts.forEach((part, index) => {
    if (parts.length > 1 && isApart(part, index)) {
      end();
      made.push(element('p', part.nodes));
    } else {
      if (together.length > 0) together.push(part.isSoft ? text(' ') : element('br', []));
      together.push(...part.nodes);
    }
  });
  end();
  return [...made, ...children.flatMap(picturesIn)];
}

interface BrokenLine {
  nodes: HtmlNode[];
  /** Whether the break before it is one of the source alone. */
  isSoft: boolean;
}

function brokenLines(children: HtmlNode[]): BrokenLine[] {
  const lines: BrokenLine[] = [{ nodes: [], isSoft: false }];
  for (const child of children)
    if (isElement(child) && child.tagName === 'br')
      lines.push({ nodes: [], isSoft: child.properties.soft === true });
    else if (!isElement(child) || child.tagName !== 'img') lines.at(-1)?.nodes.push(child);
  return lines.filter(({ nodes }) => textOf(...nodes));
}

const endsSentence = (line: BrokenLine | undefined): boolean =>
  /[.!?:…]$/.test(textOf(...(line?.nodes ?? [])));

const isAllEmphasis = (nodes: HtmlNode[]): boolean => {
  const seen = nodes.filter((node) => textOf(node));
  return (
    seen.length > 0 &&
    seen.every((node) => isElement(node) && ['em', 'strong', 'u'].includes(node.tagName)) &&
    /[^.!:;,]$/.test(textOf(...seen)) &&
    textOf(...seen).length <= LONGEST_HEADING
  );
};

/** Items that stand outside of a list, and lines that begin with a bullet, as one. */
function bulleted(blocks: HtmlElement[]): HtmlElement[] {
  const made: HtmlElement[] = [];
  let items: HtmlElement[] = [];
  for (const block of blocks) {
    const isItem = block.tagName === 'li' || (block.tagName === 'p' && BULLET.test(textOf(block)));
    if (isItem) {
      if (items.length === 0) made.push(element('ul', items));
      items.push(element('li', withoutBullet(block.children)));
    } else {
      items = [];
      made.push(block);
    }
  }
  return made;
}

function withoutBullet([first, ...rest]: HtmlNode[]): HtmlNode[] {
  if (!first) return [];
  if (!textOf(first)) return withoutBullet(rest);
  if (isElement(first)) return [{ ...first, children: withoutBullet(first.children) }, ...rest];
  return [text(first.value.replace(/^\s*[•·▪◦‣§–]\s*/, '')), ...rest];
}

function lineOf(node: HtmlElement): Omit<Line, 'at'> | null {
  const words = textOf(node);
  const of = (kind: Line['kind'], more: Partial<Line> = {}) => ({
    kind,
    level: 0,
    text: words,
    node,
    mark: null,
    ...more,
  });
  switch (node.tagName) {
    case 'img': {
      const alt = String(node.properties.alt);
      return of('mark', { text: alt || 'a picture', mark: { kind: 'picture', of: alt } });
    }
    case 'button':
      return of('mark', { mark: { kind: 'button', label: words } });
    case 'note':
      return words
        ? of('mark', { mark: { kind: 'note', isDoubtful: markOf(words)?.kind === 'note' } })
        : null;
    case 'ul':
    case 'ol':
      return words ? of('list') : null;
    case 'table':
      return words ? of('table') : null;
    case 'blockquote':
      return words ? of('text') : null;
    case 'p': {
      const mark = markOf(words);
      if (mark) return of('mark', { mark });
      return of('text', { level: isAllEmphasis(node.children) ? EMPHASISED : 0 });
    }
    default: {
      const mark = markOf(words);
      return mark ? of('mark', { mark }) : of('heading', { level: Number(node.tagName[1]) });
    }
  }
}

export const isButton = ({ mark }: Line): boolean => mark?.kind === 'button';
export const isPicture = ({ mark }: Line): boolean => mark?.kind === 'picture';
