import { type Face, widthOf } from './fonts';
import type { Run } from './prose';

/** Letters in one look, side by side on a line. */
export interface Fragment {
  text: string;
  face: Face;
  href: string | undefined;
  /** From the line's beginning, and how wide; in points. */
  x: number;
  width: number;
}

/** A line of text, from left to right. */
export type Line = Fragment[];

interface Chunk {
  text: string;
  face: Face;
  href: string | undefined;
}

/** Letters that stay on one line. */
interface Word {
  chunks: Chunk[];
  /** Whether it stands apart from the word before. */
  isApart: boolean;
  /** Whether it begins a line. */
  isFirst: boolean;
}

/** How text is set. */
export interface Setting {
  /** Points. */
  width: number;
  size: number;
  /** Sets everything so, whatever its emphasis. */
  face?: Face;
}

/** Breaks text into lines between words, and within a word only where that is wider than a line. */
export function linesOf(runs: Run[], { width, size, face }: Setting): Line[] {
  const lines: Line[] = [];
  let line: Line = [];
  let x = 0;
  const end = (): void => {
    if (line.length > 0) lines.push(line);
    line = [];
    x = 0;
  };
  const put = (chunk: Chunk, isApart: boolean): void => {
    const last = line.at(-1);
    const gap = isApart ? widthOf(' ', chunk.face, size) : 0;
    const chunkWidth = widthOf(chunk.text, chunk.face, size);
    if (last && last.face === chunk.face && last.href === chunk.href) {
      last.text += (isApart ? ' ' : '') + chunk.text;
      last.width += gap + chunkWidth;
    } else {
      // The space belongs to what stands before it: a link ends with its last letter, and yet words are apart when copied.
      if (last && isApart) {
        last.text += ' ';
      }
      line.push({ ...chunk, x: x + gap, width: chunkWidth });
    }
    x += gap + chunkWidth;
  };
  for (const word of wordsOf(runs, face)) {
    const wordWidth = word.chunks.reduce((sum, chunk) => sum + widthOf(chunk.text, chunk.face, size), 0);
    const gap = word.isApart && line.length > 0 ? widthOf(' ', word.chunks[0]?.face ?? 'regular', size) : 0;
    if (word.isFirst || (line.length > 0 && x + gap + wordWidth > width)) {
      const last = line.at(-1);
      if (last && (word.isApart || word.isFirst)) last.text += ' ';
      end();
    }
    if (wordWidth <= width) {
      for (const [index, chunk] of word.chunks.entries())
        put(chunk, index === 0 && word.isApart && line.length > 0);
      continue;
    }
    for (const chunk of word.chunks)
      for (const letter of chunk.text) {
        if (line.length > 0 && x + widthOf(letter, chunk.face, size) > width) end();
        put({ ...chunk, text: letter }, false);
      }
  }
  end();
  return lines;
}

/** A line may end behind a hyphen, and within the address of a page behind a slash. */
const BREAK = /(?<=[\p{L}\p{N}]{2}[-–—/])(?=[\p{L}\p{N}]{2})/u;

function wordsOf(runs: Run[], face: Face | undefined): Word[] {
  const words: Word[] = [];
  let word: Word | undefined;
  let isApart = false;
  let isFirst = false;
  for (const run of runs) {
    const look = { face: face ?? faceOf(run), href: run.href };
    for (const piece of run.text.split(/([^\S\u00a0]+)/)) {
      if (piece === '') continue;
      if (/^[^\S\u00a0]+$/.test(piece)) {
        isApart = true;
        isFirst ||= piece.includes('\n');
        word = undefined;
        continue;
      }
      piece.split(BREAK).forEach((text, index) => {
        if (word && index === 0) word.chunks.push({ text, ...look });
        else {
          word = {
            chunks: [{ text, ...look }],
            isApart: index === 0 && isApart,
            isFirst: index === 0 && isFirst,
          };
          words.push(word);
        }
      });
      isApart = false;
      isFirst = false;
    }
  }
  return words;
}

function faceOf({ bold, italic }: Run): Face {
  if (bold) return italic ? 'boldItalic' : 'bold';
  return italic ? 'italic' : 'regular';
}
