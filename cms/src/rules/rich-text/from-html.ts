import { parseUrl, type RichTextBlock } from '@deep-dive/shared-types';
import { isSafeUrl } from '../urls';
import {
  countIn,
  DEEPEST,
  elementsIn,
  type HtmlElement,
  type HtmlNode,
  hasClass,
  isElement,
  styleOf,
  textIn,
} from './html';
import { blocksFrom, type Line, type LineKind, type Mark, type Run } from './lines';
import { gridOf, hasHeader, isLayout } from './tables';

export type { HtmlElement, HtmlNode, HtmlText } from './html';

/** As many characters, and paragraphs or items, as one text takes from HTML: some forty pages. */
export const MOST_CHARACTERS = 100_000;
export const MOST_LINES = 1000;

/** What nobody reads, or what is no text. */
const UNREAD = new Set(
  'audio button canvas colgroup datalist embed head iframe input link map math meta noscript object option script select style svg template textarea title video xml'.split(
    ' ',
  ),
);

const APART = new Set(
  'address article aside body center dd details div dl dt fieldset figcaption figure footer form header hr html legend main nav p section summary tbody td tfoot th thead tr'.split(
    ' ',
  ),
);

const MARKS: Record<string, Mark> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  var: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
};

/** What holds for a piece of text by what it stands in. */
interface Around {
  marks: ReadonlySet<Mark>;
  url: string | null;
  /** What a line is that begins here. */
  kind: LineKind;
  /** The list item or quotation that takes all lines here as one. */
  whole: Line | null;
  /** Whether every space counts. */
  raw: boolean;
  listDepth: number;
  depth: number;
}

const OUTSIDE: Around = {
  marks: new Set(),
  url: null,
  kind: { type: 'paragraph' },
  whole: null,
  raw: false,
  listDepth: 0,
  depth: 0,
};

/**
 * HTML as the Blocks editor holds text: headings, emphasis, links, lists, quotations and code, as Word, Google Docs, LibreOffice
 * and web pages write them, without their clutter. Tables become lists.
 * @returns `said`: what whoever brought the HTML should know, in sentences
 */
export function blocksOf(tree: HtmlNode[]): { blocks: RichTextBlock[]; said: string[] } {
  const reader = new Reader();
  reader.read(tree, OUTSIDE);
  const lines = reader.lines.filter(({ runs }) => runs.some(({ text }) => text.trim() !== ''));
  return {
    blocks: blocksFrom(lines.slice(0, MOST_LINES)),
    said: reader.said(lines.length > MOST_LINES),
  };
}

class Reader {
  lines: Line[] = [];
  /** The line that text is added to; null between lines. */
  #open: Line | null = null;
  /** Lines whose next text stands on a new row. */
  readonly #broken = new Set<Line>();
  #left = MOST_CHARACTERS;
  #isCut = false;
  #tables = 0;
  #pictures = 0;
  readonly #deadLinks = new Set<string>();
  #lists = 0;

  said(isCut: boolean): string[] {
    const [dead] = this.#deadLinks;
    return [
      ...(this.#tables === 1 ? ['A table became a list.'] : []),
      ...(this.#tables > 1 ? [`${this.#tables} tables became lists.`] : []),
      ...(this.#pictures > 0
        ? [
            `${this.#pictures === 1 ? 'A picture was' : `${this.#pictures} pictures were`} left out: upload pictures to the Media Library, and choose them from there.`,
          ]
        : []),
      ...(dead !== undefined
        ? [
            `${this.#deadLinks.size === 1 ? 'A link that leads' : `${this.#deadLinks.size} links that lead`} nowhere for visitors became plain text: “${dead.slice(0, 80)}”.`,
          ]
        : []),
      ...(this.#isCut || isCut
        ? ['It was too long for one text: only its beginning is here. Put the rest into other sections.']
        : []),
    ];
  }

  read(nodes: HtmlNode[], around: Around): void {
    if (around.depth > DEEPEST) {
      this.#isCut = true;
      return;
    }
    for (const node of nodes) {
      if (isElement(node)) this.#element(node, { ...around, depth: around.depth + 1 });
      else if (node.type === 'text') this.#text(node.value, around);
    }
  }

  #element(element: HtmlElement, around: Around): void {
    const { tagName, children } = element;
    const style = styleOf(element);
    if (UNREAD.has(tagName) || isHidden(element, style)) return;
    const inside = { ...around, ...emphasis(element, style, around) };
    switch (tagName) {
      case 'br':
        this.#breakRow(around);
        break;
      case 'img':
        if (isPicture(element)) this.#pictures += 1;
        break;
      case 'a':
        this.read(children, { ...inside, url: this.#target(element) ?? around.url });
        break;
      case 'ul':
      case 'ol':
        this.#list(element, inside);
        break;
      case 'li':
        this.#item(element, inside, 'unordered', '');
        break;
      case 'table':
        this.#table(element, inside);
        break;
      case 'pre':
        this.#apart(children, { ...inside, raw: true, kind: { type: 'code' } });
        break;
      case 'blockquote':
        this.#quote(element, inside);
        break;
      default:
        this.#styled(element, style, inside, around);
    }
  }

  /** What is a heading, a quotation or a list by what its program calls it, and all that is nothing of the kind. */
  #styled(element: HtmlElement, style: Style, inside: Around, around: Around): void {
    const { tagName, children } = element;
    const kind = kindOf(element, style);
    const isBlock = tagName === 'p' || tagName === 'div';
    const word = isBlock ? WORD_LIST.exec(style.get('mso-list') ?? '') : null;
    if (kind?.type === 'quote') this.#quote(element, inside);
    else if (kind) this.#apart(children, { ...inside, kind, marks: new Set(around.marks) });
    else if (word) this.#wordItem(element, inside, word);
    else if (APART.has(tagName)) this.#apart(children, inside);
    else this.read(children, inside);
  }

  /** Lines of their own; within a list item or a quotation, rows of its one. */
  #apart(children: HtmlNode[], around: Around): void {
    this.#endLine(around);
    this.read(children, around);
    this.#endLine(around);
  }

  #endLine({ whole }: Around): void {
    this.#open = null;
    if (whole && whole.runs.length > 0) this.#broken.add(whole);
  }

  #quote({ children }: HtmlElement, around: Around): void {
    if (around.whole) this.#apart(children, around);
    else this.#whole({ type: 'quote' }, children, around);
  }

  #whole(kind: LineKind, children: HtmlNode[], around: Around): void {
    this.#endLine(around);
    const whole: Line = { kind, runs: [] };
    this.lines.push(whole);
    this.read(children, { ...around, whole });
    this.#open = null;
  }

  #list(element: HtmlElement, around: Around): void {
    const format = element.tagName === 'ol' ? 'ordered' : 'unordered';
    // Word on the web makes a list of each item, and counts on by `start`.
    const countsOn = (countIn(element.properties.start) ?? 1) > 1;
    if (format === 'ordered' && !countsOn) this.#lists += 1;
    const list = format === 'ordered' ? `numbered ${this.#lists}` : '';
    const inside = { ...around, listDepth: around.listDepth + 1 };
    this.#open = null;
    for (const child of element.children) {
      if (isElement(child) && child.tagName === 'li')
        this.#item(child, { ...inside, ...emphasis(child, styleOf(child), around) }, format, list);
      else this.read([child], inside);
    }
    this.#endLine(around);
  }

  #item(element: HtmlElement, around: Around, format: 'ordered' | 'unordered', list: string): void {
    const { ariaLevel, dataAriaLevel } = element.properties;
    const level = Math.max(around.listDepth, countIn(dataAriaLevel ?? ariaLevel) ?? 1);
    this.#whole({ type: 'item', level, format, list }, element.children, around);
  }

  /** A paragraph that Word shows as an item of a list. */
  #wordItem(element: HtmlElement, around: Around, [, list = '', level = '1']: RegExpExecArray): void {
    const [marker] = elementsIn(element.children, (within) =>
      /^ignore$/.test(styleOf(within).get('mso-list') ?? ''),
    );
    const ordered = marker !== undefined && NUMBERED.test(textIn(marker).replace(/\s/g, ''));
    this.#whole(
      {
        type: 'item',
        level: around.listDepth + Number(level),
        format: ordered ? 'ordered' : 'unordered',
        list: ordered ? list : '',
      },
      element.children,
      around,
    );
  }

  #table(table: HtmlElement, around: Around): void {
    const grid = gridOf(table);
    if (isLayout(grid)) this.#apart(table.children, around);
    else this.#rows(table, grid, around);
  }

  #rows(table: HtmlElement, grid: (HtmlElement | null)[][], around: Around): void {
    this.#tables += 1;
    this.#endLine(around);
    for (const caption of elementsIn(table.children, ({ tagName }) => tagName === 'caption'))
      this.#apart(caption.children, around);
    const list = `table ${this.#tables}`;
    const level = around.listDepth + 1;
    const push = (deeper: number, runs: Run[]): void => {
      if (runs.length > 0)
        this.lines.push({
          kind: { type: 'item', level: level + deeper, format: 'unordered', list },
          runs,
        });
    };
    const [header, rows] = hasHeader(table, grid) ? [grid[0], grid.slice(1)] : [undefined, grid];
    const names = header?.map((cell) => this.#cell(cell, around)) ?? [];
    for (const row of rows) {
      const cells = row.map((cell) => this.#cell(cell, around));
      if (header)
        cells.forEach((runs, column) => {
          push(column === 0 ? 0 : 1, joined([names[column] ?? [], runs], ': '));
        });
      else push(0, joined(cells, cells.length === 2 ? ': ' : ' · '));
    }
    this.#endLine(around);
  }

  /** All that a cell says, in one row. */
  #cell(cell: HtmlElement | null, around: Around): Run[] {
    if (!cell) return [];
    const [lines, open] = [this.lines, this.#open];
    this.lines = [];
    this.#open = null;
    this.read(cell.children, { ...OUTSIDE, ...emphasis(cell, styleOf(cell), around), depth: around.depth });
    const read = this.lines;
    [this.lines, this.#open] = [lines, open];
    return joined(
      read.map(({ runs }) => runs.map((run) => ({ ...run, text: run.text.replace(/\s+/g, ' ') }))),
      read.some(({ kind }) => kind.type === 'item') ? '; ' : ' ',
    );
  }

  #breakRow(around: Around): void {
    const line = around.whole ?? this.#open;
    if (!line) return;
    if (!around.whole && !around.raw && endOf(line).endsWith('\n')) this.#open = null;
    else this.#add(line, '\n', around);
  }

  #text(value: string, around: Around): void {
    const clean = value
      .replace(/\r\n?/g, '\n')
      .replace(/[\u00ad\u200b\u2060\ufeff]|(?![\n\t])[\p{Cc}\p{Cs}]/gu, '');
    const text = around.raw ? clean : clean.replace(/\s+/g, ' ');
    const line = around.whole ?? this.#open;
    if (text === '' || (!around.raw && text === ' ' && (!line || this.#broken.has(line)))) return;
    this.#add(line ?? this.#begin(around.kind), text, around);
  }

  #begin(kind: LineKind): Line {
    const line: Line = { kind, runs: [] };
    this.lines.push(line);
    this.#open = line;
    return line;
  }

  #add(line: Line, text: string, { marks, url, raw }: Around): void {
    const isBroken = this.#broken.delete(line);
    const before = isBroken ? '\n' : endOf(line);
    // Spaces beside a break, or beside each other, are of the layout.
    const fits = raw || !/^$|\s$/.test(before) ? text : text.replace(/^ +/, '');
    const whole = (isBroken ? '\n' : '') + fits;
    if (text === '\n' || isBroken) stripEnd(line);
    const taken = whole.slice(0, this.#left).replace(/\p{Cs}$/u, '');
    this.#left -= taken.length;
    if (taken.length < whole.length) {
      this.#left = 0;
      this.#isCut = true;
    }
    if (taken) line.runs.push({ text: taken, marks: url === null ? marks : notUnderlined(marks), url });
  }

  /** Where a link leads; null when it doesn't lead anywhere for visitors. */
  #target({ properties: { href } }: HtmlElement): string | null {
    if (typeof href !== 'string' || href.trim() === '') return null;
    const space = /^tel:/i.test(href.trim()) ? '' : '%20';
    const url = withoutDetour(href.trim().replace(/^\/\//, 'https://').replace(/\s/g, space));
    // Parts of the document it comes from, which nobody misses.
    if (url.startsWith('#')) return null;
    if (isSafeUrl(url)) return url;
    this.#deadLinks.add(href.trim());
    return null;
  }
}

/** "l0 level1 lfo1": a list, and how deep in it. */
const WORD_LIST = /^(l\d+) level([1-9])\b/;
/** "1.", "(a)", "iv)": what Word writes before the items of a numbered list. Bullets are letters of a font of symbols, such as "o". */
const NUMBERED = /^(?:\(?(?:\d+|[a-z]|[ivxlcdm]+)[.)]|\d+(?:\.\d+)*\.?)$/i;

type Style = ReturnType<typeof styleOf>;

/** A heading or quotation, by its tag or by what Word calls it. */
function kindOf(element: HtmlElement, style: Style): LineKind | null {
  const tag = /^h([1-6])$/.exec(element.tagName)?.[1];
  if (tag) return headingOf(Number(tag));
  if (element.properties.role === 'heading') return headingOf(countIn(element.properties.ariaLevel) ?? 2);
  if (element.tagName !== 'p') return null;
  if (hasClass(element, /^MsoTitle/)) return headingOf(1);
  if (hasClass(element, /^Mso(?:Intense)?Quote/)) return { type: 'quote' };
  const outline = countIn(style.get('mso-outline-level'));
  return outline && outline <= 6 ? headingOf(outline) : null;
}

const headingOf = (level: number): LineKind => ({
  type: 'heading',
  level: Math.min(level, 6) as 1 | 2 | 3 | 4 | 5 | 6,
});

/** What Word marks as left out, or as remarks beside the text, and what a page hides. */
export const isHidden = (element: HtmlElement, style: Style): boolean =>
  style.get('display') === 'none' ||
  style.get('mso-hide') === 'all' ||
  style.get('mso-list') === 'ignore' ||
  /^comment/.test(style.get('mso-element') ?? '') ||
  hasClass(element, /^MsoCommentReference$/) ||
  // A deletion that Word tracks; without a time it is text struck through.
  (element.tagName === 'del' && element.properties.dateTime !== undefined);

/** Spacers and check boxes are no pictures. */
const isPicture = ({ properties }: HtmlElement): boolean =>
  properties.ariaRoleDescription !== 'checkbox' &&
  countIn(properties.width) !== 1 &&
  countIn(properties.height) !== 1;

/** How text within an element looks, by its tag and its style, of which Google Docs uses the latter alone. */
function emphasis(
  { tagName, properties }: HtmlElement,
  style: Style,
  { marks }: Around,
): Pick<Around, 'marks'> {
  const next = new Set(marks);
  const isTracked = tagName === 'ins' && properties.dateTime !== undefined;
  const own = Object.hasOwn(MARKS, tagName) && !isTracked ? MARKS[tagName] : undefined;
  if (own) next.add(own);
  const set = (mark: Mark, is: boolean): void => {
    if (is) next.add(mark);
    else next.delete(mark);
  };
  const weight = style.get('font-weight');
  if (weight) set('bold', /^bold|^[6-9]00/.test(weight));
  const slant = style.get('font-style');
  if (slant) set('italic', /^(?:italic|oblique)/.test(slant));
  const line = style.get('text-decoration') ?? style.get('text-decoration-line') ?? '';
  if (line.includes('underline')) next.add('underline');
  if (line.includes('line-through')) next.add('strikethrough');
  return { marks: next };
}

function notUnderlined(marks: ReadonlySet<Mark>): ReadonlySet<Mark> {
  const next = new Set(marks);
  next.delete('underline');
  return next;
}

/** Google Docs lets links of its published documents lead by way of Google. */
export function withoutDetour(url: string): string {
  if (!/^https?:\/\/www\.google\.com\/url\?/i.test(url)) return url;
  return parseUrl(url)?.searchParams.get('q') ?? url;
}

const endOf = ({ runs }: Line): string => runs.at(-1)?.text ?? '';

function stripEnd(line: Line): void {
  const last = line.runs.at(-1);
  if (last) line.runs.splice(-1, 1, { ...last, text: last.text.replace(/ +$/, '') });
}

/** What several pieces say, one after the other; those that say nothing are passed over. */
function joined(pieces: Run[][], by: string): Run[] {
  const said = pieces.filter((runs) => runs.some(({ text }) => text.trim() !== ''));
  return said.flatMap((runs, index) =>
    index === 0 ? runs : [{ text: by, marks: new Set<Mark>(), url: null }, ...runs],
  );
}
