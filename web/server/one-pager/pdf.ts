import { setImmediate } from 'node:timers/promises';
import { parseUrl } from '@deep-dive/shared-types';
import PDFDocument from 'pdfkit';
import { codeOf } from './code';
import { type OnePager, type Part, shownAddress } from './content';
import { fit } from './fit';
import { advanceOf, type Face, type Font, featuresOf, piecesOf } from './fonts';
import {
  type Box,
  boxesOf,
  type CodeBox,
  gapBelow,
  heightOf,
  type ListBox,
  type QuoteBox,
  type TextBox,
  textBox,
} from './layout';
import type { Line } from './lines';
import { paragraph } from './prose';

/** Those of src/styles/tokens.css. */
const COLOR = {
  ink: '#1e2430',
  soft: '#4a5260',
  teal: '#00707b',
  deep: '#043c44',
  yellow: '#ffb81d',
  tint: '#f1f7f8',
  line: '#d5dcdf',
  white: '#ffffff',
};

/** Letter. Everything is in points of 1/72 inch, from the upper left corner. */
const PAGE = { width: 612, height: 792 };
const MARGIN = 44;
const INNER = PAGE.width - 2 * MARGIN;
const ASIDE = { width: 178, padding: 14 };
const STORY = INNER - ASIDE.width - 26;
const FOOT = PAGE.height - 40;
/** The largest that a title fits into two lines with; the smallest has three. */
const TITLE_SIZES = [34, 30, 26, 22, 18];
const TITLE_LINES = 2;
/** The first words are larger than the rest, and may be so high: the columns below keep most of the page. */
const LEAD = { scale: 1.1, width: INNER - 20, height: 92 };
/** A QR code needs so many free modules about it. */
const QUIET = 4;

type Document = InstanceType<typeof PDFDocument>;
type Element = ReturnType<Document['struct']>;

/** How text is drawn, by its tone. */
type Ink = Record<TextBox['tone'] | 'link', string>;

const ON_WHITE: Ink = {
  text: COLOR.ink,
  soft: COLOR.soft,
  heading: COLOR.deep,
  price: COLOR.teal,
  link: COLOR.teal,
};
const ON_DEEP: Ink = {
  text: COLOR.white,
  soft: COLOR.white,
  heading: COLOR.white,
  price: COLOR.white,
  link: COLOR.white,
};

/**
 * Draws the page as a tagged PDF: one sheet of Letter paper, whatever there is to say.
 * @param day its date of creation: whoever asks twice on one day gets the same bytes
 */
export async function drawOnePager(content: OnePager, day: Date): Promise<Buffer> {
  const { title, siteName } = content;
  const doc = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-US',
    displayTitle: true,
    // Otherwise it begins with one that it looks for among its files.
    font: null as unknown as string,
    info: { Title: title, Author: siteName, Creator: siteName, CreationDate: day },
  });
  const bytes = collected(doc);
  await new Sheet(doc, content).draw();
  doc.end();
  return bytes;
}

function collected(doc: Document): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}

/** The page while it is drawn: in the order in which it is to be read, which is that of its tags. */
class Sheet {
  readonly #doc: Document;
  readonly #content: OnePager;
  readonly #root: Element;
  readonly #fonts = new Map<Font, string>();

  constructor(doc: Document, content: OnePager) {
    this.#doc = doc;
    this.#content = content;
    this.#root = doc.struct('Document');
    doc.addStructure(this.#root);
  }

  /** Lets others have their turn between its parts: the same process serves pages. */
  async draw(): Promise<void> {
    const top = this.#head() + 14;
    const height = FOOT - 10 - top;
    await setImmediate();
    this.#story(top, height);
    await setImmediate();
    this.#aside(top, height);
    await setImmediate();
    this.#foot();
    this.#root.end();
  }

  /** The band across the top; where it ends. */
  #head(): number {
    const { siteName, title, lead } = this.#content;
    const name = textBox([{ text: siteName }], { width: INNER - 32, size: 12, face: 'heading' });
    const heading = titleBox(title);
    const boxesAt = (part: Part, scale: number): Box[] => boxesOf(part, LEAD.width, scale * LEAD.scale);
    const { parts, scale } = fit([lead], LEAD.height, (part, each) => heightOf(boxesAt(part, each)));
    const words = parts.flatMap((part) => boxesAt(part, scale));
    const bottom = 54 + heading.height + (words.length > 0 ? 5 + heightOf(words) : 14);
    this.#artifact(() => {
      this.#doc.rect(0, 0, PAGE.width, bottom).fill(COLOR.deep);
      this.#doc.rect(0, bottom, PAGE.width, 4).fill(COLOR.yellow);
      this.#mark(MARGIN, 27);
    });
    this.#text({ ...name, lines: name.lines.slice(0, 1) }, MARGIN + 32, 29, ON_DEEP);
    this.#text(heading, MARGIN, 52, ON_DEEP);
    this.#column(words, MARGIN, 52 + heading.height + 5, ON_DEEP);
    return bottom + 4;
  }

  /** What it is and what one learns. */
  #story(top: number, height: number): void {
    const { story, address } = this.#content;
    const more: Part = {
      heading: null,
      blocks: [paragraph({ text: 'More at ' }, { text: shownAddress(address), href: address, bold: true })],
      rank: 0,
    };
    const heightAt = (part: Part, scale: number): number => heightOf(boxesOf(part, STORY, scale));
    const { parts, scale, isShortened } = fit(story, height, heightAt, heightAt(more, 1));
    const shown = isShortened ? [...parts, more] : parts;
    this.#column(
      shown.flatMap((part) => boxesOf(part, STORY, scale)),
      MARGIN,
      top,
      ON_WHITE,
    );
  }

  /** What it costs, how to register and whom to ask, on a card. */
  #aside(top: number, height: number): void {
    const width = ASIDE.width - 2 * ASIDE.padding;
    const free = height - 2 * ASIDE.padding;
    const heightAt = (part: Part, scale: number): number => heightOf(boxesOf(part, width, scale));
    const { parts, scale } = fit(this.#content.aside, free, heightAt);
    const boxes = parts.flatMap((part) => boxesOf(part, width, scale));
    const x = PAGE.width - MARGIN - ASIDE.width;
    const filled = heightOf(boxes) - gapBelow(scale) + 2 * ASIDE.padding;
    this.#artifact(() => {
      this.#doc.roundedRect(x, top, ASIDE.width, filled, 9).fill(COLOR.tint);
    });
    this.#column(boxes, x + ASIDE.padding, top + ASIDE.padding, ON_WHITE);
  }

  #foot(): void {
    const { address, siteName } = this.#content;
    this.#artifact(() => {
      this.#doc.rect(MARGIN, FOOT, INNER, 0.75).fill(COLOR.line);
    });
    const runs = [{ text: `${siteName} · ` }, { text: shownAddress(address), href: address, bold: true }];
    const box = textBox(runs, { width: INNER, size: 9, tone: 'soft' });
    this.#text({ ...box, lines: box.lines.slice(0, 1) }, MARGIN, FOOT + 8, ON_WHITE);
  }

  #column(boxes: Box[], x: number, top: number, ink: Ink): void {
    let y = top;
    for (const box of boxes) {
      if (box.kind === 'text') this.#text(box, x, y, ink);
      else if (box.kind === 'list') this.#list(box, x, y, ink);
      else if (box.kind === 'row')
        for (const column of box.columns) this.#column(column.boxes, x + column.x, y, ink);
      else if (box.kind === 'quote') this.#quote(box, x, y, ink);
      else this.#code(box, x, y);
      y += box.height;
    }
  }

  #text({ tag, lines, size, leading, tone }: TextBox, x: number, y: number, ink: Ink): void {
    this.#lines(this.#root, tag, lines, { x, y, size, leading, color: ink[tone], link: ink.link });
  }

  #list({ items, hang, size, leading }: ListBox, x: number, top: number, ink: Ink): void {
    const list = this.#doc.struct('L');
    this.#root.add(list);
    const set = { size, leading, color: ink.text, link: ink.link };
    let y = top;
    for (const { lines, label, indent, height } of items) {
      const mark = x + indent - hang;
      if (label.length === 0)
        this.#artifact(() => {
          this.#doc.circle(mark + size * 0.3, y + leading / 2, size * 0.17).fill(ink.price);
        });
      const item = this.#doc.struct('LI');
      list.add(item);
      if (label.length > 0) this.#lines(item, 'Lbl', label, { x: mark, y, ...set });
      this.#lines(item, 'LBody', lines, { x: x + indent, y, ...set });
      item.end();
      y += height;
    }
    list.end();
  }

  #quote({ boxes, indent }: QuoteBox, x: number, y: number, ink: Ink): void {
    this.#artifact(() => {
      this.#doc.rect(x, y + 2, 2.5, heightOf(boxes) - 4).fill(COLOR.yellow);
    });
    this.#column(boxes, x + indent, y, ink);
  }

  #code({ address, side }: CodeBox, x: number, y: number): void {
    const modules = codeOf(address);
    const module = side / (modules.length + 2 * QUIET);
    const says = `QR code: opens ${shownAddress(address)}`;
    const link = this.#doc.struct('Link');
    this.#root.add(link);
    const figure = this.#doc.struct('Figure', {
      // Spread: pdfkit's types don't know the box.
      ...{ alt: says, bbox: [x, y, x + side, y + side], placement: 'Block' },
    });
    link.add(figure);
    figure.add(() => {
      this.#doc.roundedRect(x, y, side, side, 5).fill(COLOR.white);
      modules.forEach((row, down) => {
        for (let from = 0; from < row.length; from++) {
          if (!row[from]) continue;
          let to = from;
          while (row[to + 1]) to++;
          // A hair larger, so that no light shows between two rows.
          const [left, above] = [x + module * (QUIET + from), y + module * (QUIET + down)];
          this.#doc.rect(left, above, module * (to - from + 1) + 0.05, module + 0.05);
          from = to;
        }
      });
      this.#doc.fill(COLOR.ink);
    });
    figure.end();
    this.#link(link, address, says, { x, y, width: side, height: side });
    link.end();
  }

  /** The two shapes that the site's header has before its name. */
  #mark(x: number, y: number): void {
    this.#doc.circle(x + 7, y + 8, 7).fill(COLOR.white);
    this.#doc
      .save()
      .translate(x + 18, y + 8)
      .rotate(45)
      .rect(-5.4, -5.4, 10.8, 10.8)
      .fill(COLOR.yellow)
      .restore();
  }

  /** What is only to be seen. */
  #artifact(draw: () => void): void {
    this.#doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.#doc.endMarkedContent();
  }

  #lines(parent: Element, tag: string, lines: Line[], set: Setting): void {
    const { x, y, size, leading } = set;
    const element = this.#doc.struct(tag);
    parent.add(element);
    lines.forEach((line, index) => {
      const top = y + index * leading;
      // So that capitals stand in the middle of their line.
      const baseline = top + leading / 2 + size * 0.35;
      for (const { text, face, href, x: offset, width } of line) {
        const left = x + offset;
        const write = (color: string): void => this.#write(text, face, { x: left, y: baseline, size, color });
        if (href === undefined) {
          element.add(() => write(set.color));
          continue;
        }
        const link = this.#doc.struct('Link');
        element.add(link);
        link.add(() => {
          write(set.link);
          this.#doc.rect(left, baseline + size * 0.14, width, 0.5).fill(set.link);
        });
        this.#link(link, href, text.trim(), { x: left, y: top, width, height: leading });
        link.end();
      }
    });
    element.end();
  }

  /** Draws letters from a point on their baseline on. */
  #write(text: string, face: Face, { x, y, size, color }: Letters): void {
    let left = x;
    this.#doc.fillColor(color);
    for (const piece of piecesOf(text, face)) {
      const features = featuresOf(piece.text) as unknown as PDFKit.Mixins.TextOptions['features'];
      this.#doc.font(this.#nameOf(piece.font), size);
      this.#doc.text(piece.text, left, y, { lineBreak: false, baseline: 'alphabetic', features });
      left += advanceOf(piece, size);
    }
  }

  /** A font by the name that it has in this document, which finds it quicker. */
  #nameOf(font: Font): string {
    let name = this.#fonts.get(font);
    if (name === undefined) {
      name = `font ${this.#fonts.size}`;
      this.#fonts.set(font, name);
      this.#doc.registerFont(name, font as unknown as string);
    }
    return name;
  }

  #link(parent: Element, address: string, says: string, { x, y, width, height }: Area): void {
    // A `String` object is written as PDF text, a plain one as a name.
    const options = {
      structParent: parent,
      Contents: new String(says),
    } as unknown as PDFKit.Mixins.AnnotationOption;
    this.#doc.link(x, y, width, height, inAscii(address), options);
  }
}

/** An address as PDFs hold it, whose readers don't agree on other letters: ISO 32000-1, 12.6.4.7. */
const inAscii = (address: string): string => parseUrl(address)?.href ?? address;

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Letters {
  x: number;
  y: number;
  size: number;
  color: string;
}

interface Setting {
  x: number;
  y: number;
  size: number;
  leading: number;
  color: string;
  link: string;
}

function titleBox(title: string): TextBox {
  const boxes = TITLE_SIZES.map((size) =>
    textBox([{ text: title }], { width: INNER, size, face: 'heading', tag: 'H1', tone: 'heading' }),
  );
  const box = boxes.find(({ lines }) => lines.length <= TITLE_LINES) ?? boxes.at(-1);
  if (!box) throw new Error('A title has at least one size');
  const lines = box.lines.slice(0, TITLE_LINES + 1);
  return { ...box, lines, height: lines.length * box.leading };
}
