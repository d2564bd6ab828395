import { isElement } from '../rich-text/html';
import { rawText } from './html';
import { cellsOf } from './kinds';
import type { Line } from './lines';

/** A number, and what it counts; empty where the document doesn't say. */
export interface Counted {
  value: string;
  label: string;
}

const FIGURE = '(?:_{3,}\\+?|\\{\\{[^{}]*\\}\\})';
const NUMBER =
  '(?:(?:over|more than|nearly|almost|about|up to)\\s+)?[$€£]?\\d[\\d,.]*(?:\\s?(?:%|×|[KMB]\\b|thousand\\b|million\\b|billion\\b))?\\+?';
const ALONE = new RegExp(`^(?:${FIGURE}|${NUMBER})$`, 'i');
/** “67,000 | teachers” */
const APART = new RegExp(`^(${FIGURE}|${NUMBER})(?:\\s*\\|\\s*|\\s+[—–-]\\s+)([^\\d\\s].*)$`, 'i');
/** “____ teachers” */
const TOGETHER = new RegExp(`^(${FIGURE}|${NUMBER})(?:\\s+(.*))?$`, 'i');
const YEAR = /^(?:19|20)\d\d$/;
/** Longer is a sentence that begins with a number. */
const LONGEST_LABEL = 80;
const FEWEST = 2;

/**
 * Numbers with what they count, where some lines say nothing else: a table of two columns, a list or lines of their own.
 * @returns `isSure`: whether they can't be meant otherwise; null where there are none
 */
export function numbersIn(lines: Line[]): { items: Counted[]; isSure: boolean } | null {
  const rows = lines.map(rowsIn);
  const found = rows.flatMap((row) => row ?? [null]);
  const items = found.filter((row) => row !== null);
  if (items.length < FEWEST || items.length < found.length) return null;
  const isCountedThrough = items.every(({ value }, index) => value === String(index + 1));
  if (isCountedThrough || items.some(({ value }) => YEAR.test(value))) return null;
  return {
    items: items.map(({ value, label }) => ({ value, label })),
    isSure: items.every(({ isSure }) => isSure),
  };
}

type Row = Counted & { isSure: boolean };

function rowsIn(line: Line): (Row | null)[] | null {
  if (line.kind === 'table') {
    const rows = cellsOf(line);
    // Markdown asks for a head, of which nothing may stand.
    const said = rows.filter((cells, index) => index > 0 || cells.some(Boolean));
    return said.map(([value = '', label = '', ...more]) =>
      more.length === 0 && label && ALONE.test(value) ? { value, label, isSure: true } : null,
    );
  }
  if (line.kind === 'list') return line.node.children.filter(isElement).map((item) => rowOf(rawText(item)));
  return line.kind === 'text' ? rawText(line.node).split('\n').map(rowOf) : null;
}

function rowOf(written: string): Row | null {
  const words = written.replace(/\s+/g, ' ').trim();
  const apart = APART.exec(words);
  const [, value = '', label = ''] = apart ?? TOGETHER.exec(words) ?? [];
  if (!value || label.length > LONGEST_LABEL || /[.?!;:]$/.test(label)) return null;
  const isFigure = /^[_{]/.test(value);
  return isFigure || label ? { value, label, isSure: apart !== null || isFigure } : null;
}
