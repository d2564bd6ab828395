import type { Block, Part } from './content';
import type { Face } from './fonts';
import { type Line, linesOf } from './lines';
import type { Run } from './prose';

/** Lines in letters of one size. Points throughout. */
export interface TextBox {
  kind: 'text';
  tag: 'H1' | 'H2' | 'H3' | 'P';
  lines: Line[];
  size: number;
  /** From one baseline to the next. */
  leading: number;
  /** Set in the colour of headings, of prices, or that of text. */
  tone: 'heading' | 'price' | 'soft' | 'text';
  /** With what is left free below. */
  height: number;
}

export interface ListBox {
  kind: 'list';
  items: { lines: Line[]; label: Line[]; indent: number; height: number }[];
  /** How far its mark stands before an item. */
  hang: number;
  size: number;
  leading: number;
  height: number;
}

export interface CodeBox {
  kind: 'code';
  address: string;
  side: number;
  height: number;
}

/** Texts beside one another, read column by column. */
export interface RowBox {
  kind: 'row';
  columns: { x: number; boxes: TextBox[] }[];
  height: number;
}

/** What is set in from a line at its left. */
export interface QuoteBox {
  kind: 'quote';
  boxes: TextBox[];
  indent: number;
  height: number;
}

/** Something to draw, one below the other. */
export type Box = TextBox | ListBox | CodeBox | RowBox | QuoteBox;

/** Of letters, in points at scale 1. */
const SIZE = { body: 10, heading: 15.5, price: 30, number: 18, words: 13, label: 9 };
/** Left free below, in points at scale 1. */
const GAP = { part: 12, heading: 3, subheading: 2, block: 4, item: 2 };
/** From one baseline to the next, in sizes of the letters. */
const LEADING = { text: 1.33, display: 1.12 };
const HANG = 12;
/** Characters of a number; longer ones are words, and all beside them are set as such. */
const LONGEST_NUMBER = 12;
/** Between texts that stand beside one another, in points. */
const GUTTER = 14;
/** Whatever the scale: a telephone must read it. */
const CODE_SIDE = 104;

/** A text as a box of its own. */
export function textBox(
  runs: Run[],
  {
    width,
    size,
    face,
    tag = 'P',
    tone = 'text',
    gap = 0,
  }: { width: number; size: number; face?: Face; gap?: number } & Partial<Pick<TextBox, 'tag' | 'tone'>>,
): TextBox {
  const lines = linesOf(runs, { width, size, face });
  const leading = size * (face === 'heading' ? LEADING.display : LEADING.text);
  return { kind: 'text', tag, tone, lines, size, leading, height: lines.length * leading + gap };
}

/** What a part is drawn as, in so wide a column. */
export function boxesOf({ heading, blocks }: Part, width: number, scale: number): Box[] {
  const inside = blocks.flatMap((block) => boxesOfBlock(block, width, scale));
  const last = inside.at(-1);
  const boxes = last
    ? [...inside.slice(0, -1), { ...last, height: last.height + (GAP.part - GAP.block) * scale }]
    : [];
  if (!heading) return boxes;
  const above = textBox([{ text: heading }], {
    width,
    size: SIZE.heading * scale,
    face: 'heading',
    tag: 'H2',
    tone: 'heading',
    gap: GAP.heading * scale,
  });
  return [above, ...boxes];
}

/** How high boxes are together. */
export const heightOf = (boxes: Box[]): number => boxes.reduce((sum, { height }) => sum + height, 0);

/** What is left free below the last box of a part. */
export const gapBelow = (scale: number): number => GAP.part * scale;

function boxesOfBlock(block: Block, width: number, scale: number): Box[] {
  const size = SIZE.body * scale;
  const gap = GAP.block * scale;
  switch (block.kind) {
    case 'paragraph':
      return [textBox(block.runs, { width, size, gap })];
    case 'heading':
      return [
        textBox(block.runs, {
          width,
          size,
          face: 'bold',
          tag: 'H3',
          tone: 'heading',
          gap: GAP.subheading * scale,
        }),
      ];
    case 'list': {
      const items = block.items.map(({ runs, depth, label }, index) => {
        const indent = HANG * scale * (depth + 1);
        const lines = linesOf(runs, { width: width - indent, size });
        const below = index < block.items.length - 1 ? GAP.item * scale : 0;
        return {
          lines,
          label: label === null ? [] : linesOf([{ text: label }], { width: indent, size }),
          indent,
          height: lines.length * size * LEADING.text + below,
        };
      });
      const height = items.reduce((sum, item) => sum + item.height, gap);
      return [{ kind: 'list', items, hang: HANG * scale, size, leading: size * LEADING.text, height }];
    }
    case 'price':
      return [
        textBox([{ text: block.amount }], {
          width,
          size: SIZE.price * scale,
          face: 'heading',
          tone: 'price',
        }),
        textBox([{ text: block.unit }], { width, size, tone: 'soft', gap }),
      ];
    case 'numbers':
      return [numbersBox(block.numbers, width, scale, gap)];
    case 'quote': {
      const indent = HANG * scale;
      const boxes = [
        textBox(block.words, { width: width - indent, size }),
        textBox([{ text: `— ${block.by}` }], { width: width - indent, size, tone: 'soft' }),
      ];
      return [{ kind: 'quote', boxes, indent, height: heightOf(boxes) + gap }];
    }
    case 'code':
      return [{ kind: 'code', address: block.address, side: CODE_SIDE, height: CODE_SIDE + gap }];
  }
}

function numbersBox(
  numbers: { value: string; label: string }[],
  width: number,
  scale: number,
  gap: number,
): RowBox {
  const each = (width - GUTTER * (numbers.length - 1)) / numbers.length;
  const isShort = numbers.every(({ value }) => value.length <= LONGEST_NUMBER);
  const columns = numbers.map(({ value, label }, index) => ({
    x: index * (each + GUTTER),
    boxes: [
      textBox([{ text: value }], {
        width: each,
        size: (isShort ? SIZE.number : SIZE.words) * scale,
        face: 'heading',
        tone: 'price',
        gap: GAP.subheading * scale,
      }),
      textBox([{ text: label }], { width: each, size: SIZE.label * scale, tone: 'soft' }),
    ],
  }));
  return { kind: 'row', columns, height: Math.max(...columns.map(({ boxes }) => heightOf(boxes))) + gap };
}
