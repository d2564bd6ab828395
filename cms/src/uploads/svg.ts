import { type CssNode, generate, type List, type ListItem, parse, walk } from 'css-tree';
import { optimize } from 'svgo';

/** What draws, and nothing that runs, loads or embeds. Links lose their target and keep what they show. */
const ELEMENTS = new Set(
  `svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath image
  linearGradient radialGradient stop pattern clipPath mask marker switch style filter feBlend feColorMatrix
  feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood
  feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight
  feSpecularLighting feSpotLight feTile feTurbulence animate animateTransform animateMotion mpath`.split(
    /\s+/,
  ),
);
const UNWRAPPED = new Set(['a']);

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
const XLINK_NAMESPACE = 'http://www.w3.org/1999/xlink';

const PREFIXED = new Set(['xlink:href', 'xml:space', 'xml:lang']);
const REFERENCES = new Set(['href', 'xlink:href']);
const OWN_PART = /^\s*#/;
const OWN_PICTURE = /^\s*data:image\/(png|jpeg|gif|webp);base64,/i;
/** Functions of CSS that load by a text, not by `url()`, or that ran code once. */
const LOADING = /^(-webkit-)?(image-set|cross-fade|src|image|element|paint|expression)$/i;

type Attributes = Record<string, string>;
interface Element {
  type: 'element';
  name: string;
  attributes: Attributes;
  children: Node[];
}
interface Text {
  type: 'text' | 'cdata';
  value: string;
}
type Node = Element | Text | { type: 'doctype' | 'instruction' | 'comment' };

/** That a file isn't SVG, or hides what it is. */
export class SvgError extends Error {
  override name = 'SvgError';
}

/**
 * An SVG with nothing in it that could run, load something from elsewhere or show another document: the tree that was
 * read is written anew with what is known to be harmless. Throws `SvgError` when it can't be read, or has declarations of
 * its own (entities), which can mean anything.
 */
export function cleanSvg(bytes: Uint8Array): string {
  const text = decode(bytes);
  if (/<!(ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(text)) throw new SvgError('it declares entities');
  let isSvg = false;
  const clean = {
    name: 'clean',
    fn: () => ({
      root: {
        enter(root: { children: unknown[] }) {
          root.children = (root.children as Node[]).flatMap((node) =>
            node.type === 'element' ? cleanedRoot(node) : [],
          );
          isSvg = root.children.length === 1;
        },
      },
    }),
  };
  let written: string;
  try {
    written = optimize(text, { plugins: [clean] }).data;
  } catch (cause) {
    throw new SvgError('it cannot be read', { cause });
  }
  if (!isSvg) throw new SvgError('it is something else');
  return written;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new SvgError('it is not written in UTF-8', { cause });
  }
}

function cleanedRoot(element: Element): Node[] {
  if (element.name !== 'svg' || element.attributes.xmlns !== SVG_NAMESPACE) return [];
  const [root] = cleaned(element) as [Element];
  root.attributes = { xmlns: SVG_NAMESPACE, 'xmlns:xlink': XLINK_NAMESPACE, ...root.attributes };
  return [root];
}

function cleaned(node: Node): Node[] {
  if (node.type === 'text') return [node];
  if (node.type === 'cdata') return [{ ...node, type: 'text' }];
  if (node.type !== 'element') return [];
  if (UNWRAPPED.has(node.name)) return node.children.flatMap(cleaned);
  if (!ELEMENTS.has(node.name) || changesWhatIsLoaded(node)) return [];
  const attributes = Object.fromEntries(
    Object.entries(node.attributes).flatMap(([name, value]) => cleanedAttribute(node.name, name, value)),
  );
  const children = node.children.flatMap(cleaned);
  return [{ ...node, attributes, children: node.name === 'style' ? cleanedStyle(children) : children }];
}

/** An animation can set a reference or a handler long after the picture was looked at. */
const changesWhatIsLoaded = ({ attributes }: Element): boolean =>
  /^\s*((xlink:)?href|on.*|style)\s*$/i.test(attributes.attributeName ?? '');

function cleanedAttribute(element: string, name: string, value: string): [string, string][] {
  if (/^on/i.test(name) || name === 'xmlns') return [];
  if (name.includes(':') && !PREFIXED.has(name)) return [];
  if (REFERENCES.has(name)) {
    const isOwn = OWN_PART.test(value) || (element === 'image' && OWN_PICTURE.test(value));
    return isOwn ? [[name, value]] : [];
  }
  if (name === 'style') return [[name, cleanedCss(value, 'declarationList')]];
  // A backslash could write "url" in another way.
  if (/\\|javascript:/i.test(value) || /url\(\s*(?!["']?\s*#)/i.test(value)) return [];
  return [[name, value]];
}

function cleanedStyle(children: Node[]): Node[] {
  const css = children.map((child) => ('value' in child ? child.value : '')).join('');
  return [{ type: 'text', value: cleanedCss(css, 'stylesheet') }];
}

/** Leaves out at-rules and declarations that load something, and what isn't CSS. */
function cleanedCss(css: string, context: 'stylesheet' | 'declarationList'): string {
  const tree = parse(css, { context, parseCustomProperty: true });
  walk(tree, {
    leave(node: CssNode, item: ListItem<CssNode>, list: List<CssNode>) {
      const isHarmful =
        node.type === 'Raw' ||
        (node.type === 'Atrule' && !/^(media|supports|keyframes)$/i.test(node.name)) ||
        (node.type === 'Declaration' && loads(node));
      // Only what stands in a list can be taken out; the rest is inside of something that is.
      if (isHarmful && list) list.remove(item);
    },
  });
  return generate(tree);
}

function loads(declaration: CssNode): boolean {
  let found = false;
  walk(declaration, (node) => {
    if (node.type === 'Raw') found = true;
    if (node.type === 'Url' && !OWN_PART.test(node.value) && !OWN_PICTURE.test(node.value)) found = true;
    if (node.type === 'Function' && LOADING.test(node.name)) found = true;
    if (node.type === 'Declaration' && /^(-moz-binding|behavior)$/i.test(node.property)) found = true;
  });
  return found;
}
