import { type Block, EXTRA, type Part } from './content';
import { beginningOf, type Run, sentenceEnds, textOf } from './prose';

/** How high a part is, in points. */
export type HeightOf = (part: Part, scale: number) => number;

/** What a column says once it fits. */
export interface Fitted {
  parts: Part[];
  /** By which sizes of letters are multiplied. */
  scale: number;
  /** Whether something had to be left out. */
  isShortened: boolean;
}

/** The largest first: what is short fills its column, what is long is set as small as it can well be read on paper. */
const SCALES = [1.15, 1.1, 1.05, 1, 0.95, 0.9];
const SMALLEST = 0.9;
/** Characters beyond which no column can hold it all: it is cut before it is measured. */
const MOST_MEASURED = 8_000;
/** Characters of a part, and parts, that are measured then. */
const MOST_CHARACTERS = 3_000;
const MOST_PARTS = 10;

/** A part in versions, each shorter than the one before, and which of them is chosen; null when none is. */
interface Choice {
  versions: Part[];
  at: number | null;
}

/**
 * What of some parts fits into a height. All of it where it can; else what is extra goes, then the longest of the parts that weigh
 * least is shortened, sentence by sentence and item by item, and at last whole parts go. What weighs most is kept, if only its beginning.
 * @param reserved the height of what is said when something is left out
 */
export function fit(parts: Part[], height: number, heightOf: HeightOf, reserved = 0): Fitted {
  const said = parts.filter(({ blocks }) => blocks.length > 0);
  const length = said.reduce((sum, part) => sum + lengthOf(part), 0);
  const whole = length > MOST_MEASURED ? undefined : largest(said, height, heightOf);
  if (whole !== undefined) return { parts: said, scale: whole, isShortened: false };
  const heights = new Map<Part, number>();
  const smallest = (part: Part): number => {
    const known = heights.get(part) ?? heightOf(part, SMALLEST);
    heights.set(part, known);
    return known;
  };
  const room = height - reserved;
  const choices = said
    .slice(0, MOST_PARTS)
    .map((part): Choice => ({ versions: [cutToMeasure(part)], at: 0 }));
  const fits = (): boolean => total(chosen(choices), smallest) <= room;
  while (!fits() && less(choices));
  takeBack(choices, fits);
  const kept = chosen(choices);
  return { parts: kept, scale: largest(kept, room, heightOf) ?? SMALLEST, isShortened: true };
}

/** The largest scale at which parts fit into a height; undefined when they don't at any. */
const largest = (parts: Part[], height: number, heightOf: HeightOf): number | undefined =>
  // What is too long is too long in the smallest letters.
  total(parts, (part) => heightOf(part, SMALLEST)) > height
    ? undefined
    : SCALES.find((scale) => total(parts, (part) => heightOf(part, scale)) <= height);

const total = (parts: Part[], heightOf: (part: Part) => number): number =>
  parts.reduce((sum, part) => sum + heightOf(part), 0);

const current = ({ versions, at }: Choice): Part | undefined => (at === null ? undefined : versions[at]);

const chosen = (choices: Choice[]): Part[] => choices.flatMap((choice) => current(choice) ?? []);

/** From this rank on, what is longest is shortened first, whatever its rank; what is beyond goes before what weighs more is shortened. */
const LIGHT = 2;

const tierOf = ({ rank }: Part): number => (rank >= EXTRA ? LIGHT + 1 : Math.min(rank, LIGHT));

/** Leaves one thing out. False when nothing is left. */
function less(choices: Choice[]): boolean {
  const parts = choices.flatMap((choice) => {
    const part = current(choice);
    return part ? [{ choice, part, length: lengthOf(part) }] : [];
  });
  if (parts.length === 0) return false;
  const byLength = parts.toSorted((a, b) => b.length - a.length);
  const lightest = Math.max(...parts.map(({ part }) => part.rank));
  const drop = (): boolean => {
    const last = parts.findLast(({ part }) => part.rank === lightest);
    if (last) last.choice.at = null;
    return true;
  };
  const shorten = (choice: Choice, shorter: Part | null): boolean => {
    if (!shorter) return false;
    choice.versions.push(shorter);
    choice.at = choice.versions.length - 1;
    return true;
  };
  for (let tier = LIGHT + 1; tier >= 0; tier--) {
    for (const { choice, part } of byLength)
      if (tierOf(part) === tier && shorten(choice, shortened(part))) return true;
    if (tier > LIGHT && lightest >= EXTRA) return drop();
    if (tier === LIGHT && lightest > LIGHT) return drop();
  }
  if (lightest > 0) return drop();
  // What weighs most is left, a sentence of each: words go, the last first.
  const [longest] = byLength;
  return (longest && shorten(longest.choice, withFewerWords(longest.part))) || drop();
}

/** Takes the longest versions there is room for after all, of what weighs most first: what went last may have been large. */
function takeBack(choices: Choice[], fits: () => boolean): void {
  for (const choice of choices.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    const before = choice.at;
    const longer = choice.versions.findIndex((_, index) => {
      choice.at = index;
      return (before === null || index < before) && fits();
    });
    choice.at = longer < 0 ? before : longer;
  }
}

const rankOf = ({ versions }: Choice): number => versions[0]?.rank ?? 0;

/** A part without its last sentence, item or paragraph; null when it says no more than it must. */
function shortened(part: Part): Part | null {
  const { blocks } = part;
  const at = longestListOrLast(blocks);
  const block = blocks[at];
  if (!block) return null;
  const shorter = shorterBlock(block);
  if (shorter) return { ...part, blocks: blocks.with(at, shorter) };
  // A list keeps an item, a part keeps its first text.
  if (block.kind === 'list' || textBlocks(blocks).length <= 1 || at === 0) return null;
  return withoutLooseEnds({ ...part, blocks: blocks.toSpliced(at, 1) });
}

/** Where there is most to leave out: in the longest list, while one has more than it must, else at the end. */
function longestListOrLast(blocks: Block[]): number {
  const lists = blocks
    .map((block, index) => ({ index, items: block.kind === 'list' ? block.items.length : 0 }))
    .filter(({ items }) => items > 1)
    .sort((a, b) => b.items - a.items || b.index - a.index);
  const last = blocks.findLastIndex((block) => block.kind === 'paragraph' || block.kind === 'list');
  const lastKind = blocks[last]?.kind;
  return lastKind === 'list' ? (lists[0]?.index ?? last) : last;
}

function shorterBlock(block: Block): Block | null {
  if (block.kind === 'list')
    return block.items.length > 1 ? { ...block, items: block.items.slice(0, -1) } : null;
  if (block.kind !== 'paragraph') return null;
  const text = textOf(block.runs);
  const end = sentenceEnds(text).at(-2);
  return end === undefined ? null : { ...block, runs: trimmed(beginningOf(block.runs, end)) };
}

/** A heading with nothing below it says nothing, and neither does a line that leads to a list. */
function withoutLooseEnds(part: Part): Part {
  const last = part.blocks.findLastIndex(({ kind }) => kind !== 'heading');
  return { ...part, blocks: part.blocks.slice(0, last + 1) };
}

const ELLIPSIS = '…';

/** Cuts the last text of a part between words; null when not even that is left. */
function withFewerWords(part: Part): Part | null {
  const at = part.blocks.findLastIndex(({ kind }) => kind === 'paragraph' || kind === 'list');
  const block = part.blocks[at];
  if (!block) return null;
  const without = withoutLooseEnds({ ...part, blocks: part.blocks.toSpliced(at, 1) });
  if (block.kind === 'list') {
    const [item] = block.items;
    const runs = item && runsWithFewerWords(item.runs);
    return runs
      ? { ...part, blocks: part.blocks.with(at, { ...block, items: [{ ...item, runs }] }) }
      : orNull(without);
  }
  const runs = block.kind === 'paragraph' ? runsWithFewerWords(block.runs) : null;
  return runs ? { ...part, blocks: part.blocks.with(at, { kind: 'paragraph', runs }) } : orNull(without);
}

const orNull = (part: Part): Part | null => (textBlocks(part.blocks).length > 0 ? part : null);

/** Leaves about an eighth of the words out, or one; null when there is but one. */
function runsWithFewerWords(runs: Run[]): Run[] | null {
  const text = textOf(runs).replace(/\s*…\s*$/, '');
  const ends = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => index + word.length);
  const kept = Math.min(ends.length - 1, Math.floor(ends.length * 0.875));
  const end = ends[kept - 1];
  if (end === undefined) return null;
  const cut = beginningOf(runs, end);
  const last = cut.at(-1);
  return last
    ? [...cut.slice(0, -1), { ...last, text: last.text.replace(/[\s,;:–—-]+$/, '') + ELLIPSIS }]
    : null;
}

/** Text so long that no page holds it is cut before anybody measures it: at a sentence's end where there is one. */
function cutToMeasure(part: Part): Part {
  let left = MOST_CHARACTERS;
  if (lengthOf(part) <= left) return part;
  const blocks: Block[] = [];
  for (const block of part.blocks) {
    const length = lengthOfBlock(block);
    if (length <= left) blocks.push(block);
    else if (block.kind === 'paragraph') {
      const end =
        sentenceEnds(textOf(beginningOf(block.runs, left + 1))).findLast((each) => each <= left) ?? 0;
      const runs = beginningOf(block.runs, end || left);
      const whole = end > 0 ? trimmed(runs) : runsWithFewerWords(runs);
      if (whole) blocks.push({ ...block, runs: whole });
      break;
    } else if (block.kind === 'list') {
      let most = left;
      const items = block.items.filter(({ runs }) => {
        most -= textOf(runs).length;
        return most >= 0;
      });
      if (items.length > 0) blocks.push({ ...block, items });
      break;
    }
    left -= length;
  }
  return withoutLooseEnds({ ...part, blocks });
}

function trimmed(runs: Run[]): Run[] {
  const last = runs.at(-1);
  return last ? [...runs.slice(0, -1), { ...last, text: last.text.trimEnd() }] : runs;
}

const textBlocks = (blocks: Block[]): Block[] =>
  blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'list');

const lengthOf = ({ blocks }: Part): number => blocks.reduce((sum, block) => sum + lengthOfBlock(block), 0);

function lengthOfBlock(block: Block): number {
  if (block.kind === 'list') return block.items.reduce((sum, { runs }) => sum + textOf(runs).length, 0);
  return 'runs' in block ? textOf(block.runs).length : 0;
}
