import { type HtmlElement, isElement } from '../rich-text/html';
import { rawText } from './html';
import type { Line } from './lines';
import type { Quotation } from './marks';

/** Characters of what somebody said and of who it was: far more than a page has room for. */
const LONGEST = 1_500;
const DASH = '(?:[—–―]|--?(?=\\s))';
/** “— Ana Ruiz, second-grade teacher”, on a line of its own. */
const SIGNED = new RegExp(`^${DASH}\\s*(?<who>[\\p{L}“"].{1,280})$`, 'u');
/** The same behind what was said. */
const SIGNED_BEHIND = /^(?<said>.*[.?!…”"»’'])\s*(?:[—–―]|--?\s)\s*(?<who>\p{L}[^.?!”"»]{1,279}\.?)$/u;
const IN_MARKS = /^[“"„«](?<words>[^“„«]*[^“„«\s])[”"»]$/u;

/** What was said by somebody at a place among some lines, and the lines that say so; null where nothing was. */
export function quotationAt(lines: Line[], at: number): { quotation: Quotation; lines: Line[] } | null {
  const line = lines[at];
  if (line?.kind !== 'text' || line.text.length > LONGEST) return null;
  const isQuoted = line.node.tagName === 'blockquote';
  const paragraphs = rowsOf(line.node);
  const rows = paragraphs.flat();
  const last = rows.length > 1 ? SIGNED.exec(rows.at(-1) ?? '')?.groups?.who : undefined;
  if (last !== undefined) return quotation(withoutLast(paragraphs), last, isQuoted, [line]);
  const behind = SIGNED_BEHIND.exec(rows.join(' '));
  if (behind?.groups) {
    const found = quotation([[behind.groups.said ?? '']], behind.groups.who ?? '', isQuoted, [line]);
    if (found) return found;
  }
  const next = lines[at + 1];
  const below = next?.kind === 'text' && rowsOf(next.node).flat().length === 1 && SIGNED.exec(next.text);
  if (next && below) return quotation(paragraphs, below.groups?.who ?? '', isQuoted, [line, next]);
  return isQuoted ? quotation(paragraphs, '', isQuoted, [line]) : null;
}

function quotation(
  paragraphs: string[][],
  who: string,
  isQuoted: boolean,
  lines: Line[],
): { quotation: Quotation; lines: Line[] } | null {
  const said = paragraphs
    .map((rows) => rows.join(' '))
    .filter(Boolean)
    .join('\n\n');
  const inMarks = IN_MARKS.exec(said)?.groups?.words?.trim();
  const words = inMarks ?? (isQuoted ? said : undefined);
  if (!words) return null;
  const [name = '', ...about] = who.split(/,\s*/);
  return { quotation: { words, name: name.trim(), about: about.join(', ').trim() }, lines };
}

const withoutLast = (paragraphs: string[][]): string[][] =>
  paragraphs.with(-1, paragraphs.at(-1)?.slice(0, -1) ?? []);

/** The rows of a text, paragraph by paragraph. */
const rowsOf = (node: HtmlElement): string[][] => {
  const parts = node.children.filter(isElement).filter(({ tagName }) => tagName === 'p');
  return (parts.length > 0 ? parts : [node]).map((part) =>
    rawText(part)
      .split('\n')
      .map((row) => row.replace(/\s+/g, ' ').trim())
      .filter(Boolean),
  );
};
