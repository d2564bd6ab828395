import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type Processor, unified } from 'unified';
import { parseHtml, type RawNode } from './html';

const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** Settings that stand before a text between lines of dashes, and the text. */
export function withoutFrontMatter(source: string): { frontMatter: [string, string][]; text: string } {
  const found = FRONT_MATTER.exec(source);
  if (!found) return { frontMatter: [], text: source };
  const frontMatter = (found[1] ?? '').split(/\r?\n/).flatMap((line): [string, string][] => {
    const [, name = '', value = line] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
    return line.trim() ? [[name, value.trim().replace(/^(["'])(.*)\1$/, '$2')]] : [];
  });
  return { frontMatter, text: source.slice(found[0].length) };
}

/** A tag as CommonMark has it: https://spec.commonmark.org/0.31.2/#open-tag */
const TAG = /^<[a-z][\w-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>$/i;
const LIKE_A_TAG = /<([a-z][\w-]*)(\s[^<>]{0,2000})>/gi;
const ATTRIBUTE = /([a-z_:][\w.:-]*)\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+)/gi;
const CODE = /(```[\s\S]*?```|`[^`\n]+`)/;

/** Markdown with HTML in it as Markdown takes it: damaged tags mended, links closed, blanks no emphasis. */
export function mended(source: string): string {
  return source
    .split(CODE)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .split(/(\n\s*\n)/)
            .map(mendedParagraph)
            .join(''),
    )
    .join('');
}

function mendedParagraph(source: string): string {
  const tags = source.replace(LIKE_A_TAG, (tag, name: string, rest: string) => {
    if (TAG.test(tag)) return tag;
    const attributes = [...rest.matchAll(ATTRIBUTE)].map(([attribute]) => attribute);
    return `<${[name, ...attributes].join(' ')}>`;
  });
  const count = (pattern: RegExp): number => tags.match(pattern)?.length ?? 0;
  const isOpen = count(/<a[\s>]/gi) > count(/<\/a\s*>/gi);
  return (isOpen ? tags.replace(/\s*$/, '</a>$&') : tags).replace(/_{3,}/g, (blank) =>
    '\\_'.repeat(blank.length),
  );
}

/** Turns off what takes indented text for a program’s. */
function withoutIndentedCode(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: object[] };
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: ['codeIndented'] } }];
}

/** Markdown, parsed. */
export function parseMarkdown(text: string): RawNode {
  const processor = unified()
    .use(remarkParse)
    .use(withoutIndentedCode)
    .use(remarkGfm)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw);
  return withBreaks(processor.runSync(processor.parse(mended(text))) as RawNode);
}

const BLOCK = /^(?:p|div|ul|ol|li|table|thead|tbody|tr|td|th|h\d|blockquote|pre|hr)$/;

/** Marks where a line is broken in the source: marks and headings of a kind stand alone there. */
function withBreaks(node: RawNode): RawNode {
  if (!node.children || node.tagName === 'pre') return node;
  if (node.type === 'root' || node.children.some(({ tagName }) => tagName && BLOCK.test(tagName)))
    return { ...node, children: node.children.map(withBreaks) };
  const children = node.children.flatMap((child, index, all): RawNode[] => {
    if (child.type !== 'text') return [withBreaks(child)];
    const before = all[index - 1]?.tagName === 'br';
    return (before ? (child.value ?? '').replace(/^\n/, '') : (child.value ?? ''))
      .split('\n')
      .flatMap((value, line): RawNode[] => [
        ...(line > 0 ? [{ type: 'element', tagName: 'br', properties: { soft: true }, children: [] }] : []),
        { type: 'text', value },
      ]);
  });
  return { ...node, children };
}

const MARKED = /^#{1,6} |^---\s*$|^[-*] |\[[^\]]+\]\([^)]+\)|\*\*[^*]+\*\*/m;
const STRUCTURE = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'table',
  'a',
  'p',
  'strong',
  'em',
]);

/** What was pasted: by its HTML, unless that is only how a program that shows Markdown colours it. */
export function pasted(html: string, text: string): RawNode | null {
  if (!html) return null;
  const tree = parseHtml(html);
  return MARKED.test(text) && !holds(tree, STRUCTURE) ? null : tree;
}

const holds = ({ tagName, children }: RawNode, names: ReadonlySet<string>): boolean =>
  (tagName !== undefined && names.has(tagName)) || (children ?? []).some((child) => holds(child, names));
