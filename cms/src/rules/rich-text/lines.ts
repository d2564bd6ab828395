import type { RichTextBlock, RichTextInline, RichTextList, RichTextText } from '@deep-dive/shared-types';

export type Mark = 'bold' | 'italic' | 'underline' | 'strikethrough' | 'code';

/** Some letters that look alike, and where they lead. */
export interface Run {
  text: string;
  marks: ReadonlySet<Mark>;
  url: string | null;
}

export type LineKind =
  | { type: 'paragraph' | 'quote' | 'code' }
  | { type: 'heading'; level: 1 | 2 | 3 | 4 | 5 | 6 }
  | {
      type: 'item';
      /** How deep it is nested: of its list's own counting, 1 or more. */
      level: number;
      format: 'ordered' | 'unordered';
      /** Tells its list from the one before, whose items would else be counted on. */
      list: string;
    };

/** A block of text, or an item of a list. */
export interface Line {
  kind: LineKind;
  runs: Run[];
}

type Item = Extract<LineKind, { type: 'item' }>;

/** Lines as Strapi's Blocks hold them: without what is empty, and items gathered into lists. */
export function blocksFrom(lines: Line[]): RichTextBlock[] {
  const blocks: RichTextBlock[] = [];
  let lists: Gathered[] = [];
  for (const { kind, runs } of lines) {
    const seen = kind.type === 'code' ? withoutMarks(runs) : trimmed(runs);
    if (seen.length === 0) continue;
    if (kind.type === 'item') {
      lists = gather(blocks, lists, kind);
      lists.at(-1)?.list.children.push({ type: 'list-item', children: inlinesOf(seen) });
      continue;
    }
    lists = [];
    const children = inlinesOf(kind.type === 'heading' ? without(seen, 'bold') : seen);
    blocks.push(
      kind.type === 'heading'
        ? { type: 'heading', level: kind.level, children }
        : { type: kind.type, children },
    );
  }
  return blocks;
}

interface Gathered {
  list: RichTextList;
  item: Item;
}

/** The lists that are open once an item's own is, the innermost last. */
function gather(blocks: RichTextBlock[], open: Gathered[], item: Item): Gathered[] {
  const around = open.filter((outer) => outer.item.level < item.level);
  const beside = open[around.length];
  if (
    beside &&
    beside.item.level === item.level &&
    beside.item.format === item.format &&
    beside.item.list === item.list
  )
    return [...around, beside];
  const list: RichTextList = {
    type: 'list',
    format: item.format,
    ...(around.length > 0 && { indentLevel: around.length }),
    children: [],
  };
  const parent = around.at(-1);
  if (parent) parent.list.children.push(list);
  else blocks.push(list);
  return [...around, { list, item }];
}

/** Without white space at either end, or beside a break of line. */
function trimmed(runs: Run[]): Run[] {
  const kept = merged(runs);
  for (const end of ['start', 'end'] as const)
    while (kept.length > 0) {
      const at = end === 'start' ? 0 : kept.length - 1;
      const run = kept[at] as Run;
      const text = end === 'start' ? run.text.trimStart() : run.text.trimEnd();
      kept.splice(at, 1, ...(text ? [{ ...run, text }] : []));
      if (text) break;
    }
  return kept;
}

const withoutMarks = (runs: Run[]): Run[] => {
  const text = runs.map((run) => run.text).join('');
  return text.trim() === ''
    ? []
    : [{ text: text.trimEnd().replace(/^\n+/, ''), marks: new Set<Mark>(), url: null }];
};

const without = (runs: Run[], mark: Mark): Run[] =>
  merged(runs.map((run) => ({ ...run, marks: new Set([...run.marks].filter((each) => each !== mark)) })));

const looksAs = (run: Run, other: Run): boolean =>
  run.marks.size === other.marks.size && [...run.marks].every((mark) => other.marks.has(mark));

function merged(runs: Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of runs) {
    const last = kept.at(-1);
    if (last && last.url === run.url && looksAs(run, last))
      kept.splice(-1, 1, { ...last, text: last.text + run.text });
    else if (run.text) kept.push(run);
  }
  return kept;
}

function inlinesOf(runs: Run[]): RichTextInline[] {
  const inlines: RichTextInline[] = [];
  for (const { text, marks, url } of runs) {
    const node: RichTextText = {
      type: 'text',
      text,
      ...Object.fromEntries([...marks].map((mark) => [mark, true])),
    };
    const last = inlines.at(-1);
    if (url === null) inlines.push(node);
    else if (last?.type === 'link' && last.url === url) last.children.push(node);
    else inlines.push({ type: 'link', url, children: [node] });
  }
  return inlines;
}
