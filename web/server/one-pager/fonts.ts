import headingLatin from '@fontsource/barlow-semi-condensed/files/barlow-semi-condensed-latin-700-normal.woff?inline';
import headingLatinExt from '@fontsource/barlow-semi-condensed/files/barlow-semi-condensed-latin-ext-700-normal.woff?inline';
import bodyLatinItalic from '@fontsource/figtree/files/figtree-latin-400-italic.woff?inline';
import bodyLatin from '@fontsource/figtree/files/figtree-latin-400-normal.woff?inline';
import bodyLatinBoldItalic from '@fontsource/figtree/files/figtree-latin-700-italic.woff?inline';
import bodyLatinBold from '@fontsource/figtree/files/figtree-latin-700-normal.woff?inline';
import bodyLatinExtItalic from '@fontsource/figtree/files/figtree-latin-ext-400-italic.woff?inline';
import bodyLatinExt from '@fontsource/figtree/files/figtree-latin-ext-400-normal.woff?inline';
import bodyLatinExtBoldItalic from '@fontsource/figtree/files/figtree-latin-ext-700-italic.woff?inline';
import bodyLatinExtBold from '@fontsource/figtree/files/figtree-latin-ext-700-normal.woff?inline';
import cyrillic from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff?inline';
import cyrillicBold from '@fontsource/noto-sans/files/noto-sans-cyrillic-700-normal.woff?inline';
import devanagari from '@fontsource/noto-sans/files/noto-sans-devanagari-400-normal.woff?inline';
import devanagariBold from '@fontsource/noto-sans/files/noto-sans-devanagari-700-normal.woff?inline';
import greek from '@fontsource/noto-sans/files/noto-sans-greek-400-normal.woff?inline';
import greekBold from '@fontsource/noto-sans/files/noto-sans-greek-700-normal.woff?inline';
import latin from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff?inline';
import latinBold from '@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff?inline';
import vietnamese from '@fontsource/noto-sans/files/noto-sans-vietnamese-400-normal.woff?inline';
import vietnameseBold from '@fontsource/noto-sans/files/noto-sans-vietnamese-700-normal.woff?inline';
import { create, type Font } from 'fontkit';

import { sfntOf } from './woff';

export type { Font } from 'fontkit';

/** A look of letters. */
export type Face = 'regular' | 'italic' | 'bold' | 'boldItalic' | 'heading';

/** Behind the site's own fonts, those that have the letters they lack, such as Hawaiian’s ʻokina. */
const OTHERS = [latin, vietnamese, cyrillic, greek, devanagari];
const OTHERS_BOLD = [latinBold, vietnameseBold, cyrillicBold, greekBold, devanagariBold];

/** The first that has a letter draws it. */
const FILES: Record<Face, string[]> = {
  regular: [bodyLatin, bodyLatinExt, ...OTHERS],
  italic: [bodyLatinItalic, bodyLatinExtItalic, ...OTHERS],
  bold: [bodyLatinBold, bodyLatinExtBold, ...OTHERS_BOLD],
  boldItalic: [bodyLatinBoldItalic, bodyLatinExtBoldItalic, ...OTHERS_BOLD],
  heading: [headingLatin, headingLatinExt, bodyLatinBold, bodyLatinExtBold, ...OTHERS_BOLD],
};

/** Each file is read once, when first needed. */
const read = new Map<string, Font>();

function fontOf(file: string): Font {
  const known = read.get(file);
  if (known) return known;
  const font = create(sfntOf(Buffer.from(file.slice(file.indexOf(',') + 1), 'base64')));
  if (!('layout' in font)) throw new Error('A font of the site is no font');
  // A glyph keeps the letter it is first asked for by, which is what is copied from the page; as a part of another it would have none.
  for (const code of font.characterSet) font.glyphForCodePoint(code);
  read.set(file, font);
  return font;
}

/**
 * How letters are put together. Written in one, “ị” is not to be taken apart into “i” and its dot, both of which would be copied;
 * Devanagari's letters are.
 */
export const featuresOf = (text: string): Record<string, boolean> | undefined =>
  /\p{Script=Devanagari}/u.test(text) ? undefined : { ccmp: false };

/** How wide letters of one font are, in the unit of `size`. */
export const advanceOf = ({ text, font }: Piece, size: number): number =>
  (font.layout(text, featuresOf(text)).advanceWidth / font.unitsPerEm) * size;

/** Letters that are drawn together. */
export interface Piece {
  text: string;
  font: Font;
}

/** What joins letters: it stands with the one before, whatever its font lacks. */
const JOINER = /[\p{M}\u200c\u200d]/u;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * Text as pieces of one font each. Letters that no font has become question marks; emoji and other signs without a font
 * are left out.
 */
export function piecesOf(text: string, face: Face): Piece[] {
  const pieces: Piece[] = [];
  const [first = ''] = FILES[face];
  for (const letter of text.normalize('NFC').replace(/[\s\p{Cc}]/gu, ' ')) {
    const last = pieces.at(-1);
    const drawn = drawable(letter, face, last);
    if (!drawn) continue;
    if (last?.font === drawn.font) last.text += drawn.text;
    else pieces.push({ ...drawn });
  }
  return pieces.length > 0 ? pieces : [{ text: '', font: fontOf(first) }];
}

function drawable(letter: string, face: Face, last: Piece | undefined): Piece | undefined {
  const code = letter.codePointAt(0) ?? 0;
  if (last && JOINER.test(letter) && last.font.hasGlyphForCodePoint(code))
    return { text: letter, font: last.font };
  for (const file of FILES[face]) {
    const font = fontOf(file);
    if (font.hasGlyphForCodePoint(code)) return { text: letter, font };
  }
  // "ﬁ", "Ａ" and the like are written with letters that have a font.
  const plain = letter.normalize('NFKD');
  if (plain !== letter) {
    const kept = [...plain].flatMap((part) => drawable(part, face, last) ?? []);
    if (kept[0]) return { text: kept.map(({ text }) => text).join(''), font: kept[0].font };
  }
  return LETTER.test(letter) ? drawable('?', face, last) : undefined;
}

/** Widths of words, which a page measures again and again: in thousandths of the size of the letters. */
const widths = new Map<string, number>();
const MOST_WIDTHS = 20_000;

/** How wide a text is, in the unit of `size`. */
export function widthOf(text: string, face: Face, size: number): number {
  const key = `${face} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    width = piecesOf(text, face).reduce((sum, piece) => sum + advanceOf(piece, 1000), 0);
    if (widths.size >= MOST_WIDTHS) widths.clear();
    widths.set(key, width);
  }
  return (width * size) / 1000;
}
