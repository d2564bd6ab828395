/** An element of HTML, as hast has it: properties in camel case, `className` a list (https://github.com/syntax-tree/hast). */
export interface HtmlElement {
  type: 'element';
  tagName: string;
  properties: Record<string, unknown>;
  children: HtmlNode[];
}

export interface HtmlText {
  type: 'text';
  value: string;
}

export type HtmlNode = HtmlElement | HtmlText;

export const isElement = (node: HtmlNode): node is HtmlElement => node.type === 'element';

/** What a style attribute declares, by property: "mso-list" → "l0 level1 lfo1". */
export function styleOf({ properties }: HtmlElement): ReadonlyMap<string, string> {
  const declarations = typeof properties.style === 'string' ? properties.style.split(';') : [];
  return new Map(
    declarations.map((declaration) => {
      const colon = declaration.indexOf(':');
      return [
        declaration.slice(0, Math.max(colon, 0)).trim().toLowerCase(),
        declaration
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      ];
    }),
  );
}

export const hasClass = ({ properties: { className } }: HtmlElement, pattern: RegExp): boolean =>
  Array.isArray(className) && className.some((name) => pattern.test(String(name)));

/** A whole number of 1 or more that an attribute holds; null when it holds none. */
export function countIn(value: unknown): number | null {
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : 0;
  return Number.isInteger(number) && number >= 1 ? number : null;
}

/** Elements within elements, beyond which nobody meant them: they would exhaust the stack. */
export const DEEPEST = 400;

/** All that is written within a node. */
export const textIn = (node: HtmlNode, depth = 0): string => {
  if (node.type === 'text') return node.value;
  return isElement(node) && depth < DEEPEST
    ? node.children.map((child) => textIn(child, depth + 1)).join('')
    : '';
};

/** The elements within some nodes for which a test holds, and which are not within another such. */
export const elementsIn = (
  nodes: HtmlNode[],
  is: (element: HtmlElement) => boolean,
  depth = 0,
): HtmlElement[] =>
  nodes.flatMap((node) => {
    if (!isElement(node) || depth > DEEPEST) return [];
    return is(node) ? [node] : elementsIn(node.children, is, depth + 1);
  });
