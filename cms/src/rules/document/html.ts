import { type HtmlElement, type HtmlNode, type HtmlText, isElement } from '../rich-text/html';

export const element = (tagName: string, children: HtmlNode[], properties = {}): HtmlElement => ({
  type: 'element',
  tagName,
  properties,
  children,
});

export const text = (value: string): HtmlText => ({ type: 'text', value });

const BLOCKS = new Set([
  'div',
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'blockquote',
  'table',
  'tr',
  'td',
  'th',
  'hr',
  'note',
  'button',
]);

/** Whether it stands on lines of its own. */
export const isBlock = (node: HtmlNode): node is HtmlElement => isElement(node) && BLOCKS.has(node.tagName);

/** What can be read of it, as written: line breaks are kept. */
export function rawText(node: HtmlNode): string {
  if (!isElement(node)) return node.value;
  if (node.tagName === 'br') return '\n';
  return spaced(node.children);
}

const spaced = (nodes: HtmlNode[]): string =>
  nodes.map((node) => (isBlock(node) ? ` ${rawText(node)} ` : rawText(node))).join('');

/** What can be read of some nodes, on one line. */
export const textOf = (...nodes: HtmlNode[]): string => spaced(nodes).replace(/\s+/g, ' ').trim();

/** The texts of an element as they run on, each run apart: of a list, a run for every item. */
export function runsOf(node: HtmlElement): HtmlText[][] {
  const runs: HtmlText[][] = [];
  let run: HtmlText[] = [];
  const end = (): void => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  const visit = (child: HtmlNode): void => {
    if (!isElement(child)) run.push(child);
    else if (BLOCKS.has(child.tagName) || child.tagName === 'br') {
      end();
      child.children.forEach(visit);
      end();
    } else child.children.forEach(visit);
  };
  node.children.forEach(visit);
  end();
  return runs;
}

/** Puts other words in the place of some of a run's, from one position in it to another. */
export function replaceIn(run: HtmlText[], from: number, to: number, words: string): void {
  let at = 0;
  let pending = words;
  for (const part of run) {
    const [start, end] = [at, at + part.value.length];
    at = end;
    if (end <= from || start >= to) continue;
    part.value =
      part.value.slice(0, Math.max(0, from - start)) + pending + part.value.slice(Math.max(0, to - start));
    pending = '';
  }
}
