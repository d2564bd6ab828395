import { DEEPEST, type HtmlNode } from '../../rules/rich-text/html';

/** The properties that hast calls otherwise than HTML their attributes; all others by their words ("aria-level", "ariaLevel"). */
const PROPERTIES: Record<string, string> = {
  class: 'className',
  colspan: 'colSpan',
  rowspan: 'rowSpan',
  datetime: 'dateTime',
  'aria-roledescription': 'ariaRoleDescription',
};

/** HTML as the browser reads it; nothing of it is run or loaded. */
export const treeOf = (html: string): HtmlNode[] =>
  nodesIn(new DOMParser().parseFromString(html, 'text/html').body, 0);

const nodesIn = (parent: Node, depth: number): HtmlNode[] =>
  [...parent.childNodes].flatMap((node): HtmlNode[] => {
    if (node.nodeType === Node.TEXT_NODE) return [{ type: 'text', value: node.nodeValue ?? '' }];
    if (!(node instanceof Element) || depth > DEEPEST) return [];
    return [
      {
        type: 'element',
        tagName: node.tagName.toLowerCase(),
        properties: Object.fromEntries(
          [...node.attributes].map(({ name, value }) => propertyOf(name, value)),
        ),
        children: nodesIn(node, depth + 1),
      },
    ];
  });

function propertyOf(attribute: string, value: string): [string, unknown] {
  const property =
    PROPERTIES[attribute] ?? attribute.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return [property, property === 'className' ? value.split(/\s+/).filter(Boolean) : value];
}
