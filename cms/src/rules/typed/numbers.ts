import { asSeen, quoted, type Reading, read, unread } from './reading';

/** What a number has to be. */
export interface NumberWanted extends Limits {
  whole?: boolean;
}

/** The least and the most a number may be; schemas write large ones as text. */
export interface Limits {
  min?: number | string;
  max?: number | string;
}

const NUMBER = /^([-−–])?\$?(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?( (?:thousand|million))?$/i;

const SCALES: Record<string, number> = { thousand: 1_000, million: 1_000_000 };

const FORMAT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 10 });

/** Reads a number as people in the US type and paste it: "34,000,000", "$1,250.50", "34 million". */
export function readNumber(text: string, { whole = false, min, max }: NumberWanted = {}): Reading<number> {
  const seen = asSeen(text);
  const [, minus, digits, fraction = '', scale = ''] = NUMBER.exec(seen) ?? [];
  if (digits === undefined && fraction.length < 2)
    return unread(`We can’t read ${quoted(seen)} as a number. Write it like ${whole ? '24' : '49.50'}.`);
  const size =
    Number(`${(digits ?? '0').replaceAll(',', '')}${fraction}`) * (SCALES[scale.trim().toLowerCase()] ?? 1);
  const value = minus ? -size : size;
  if (whole && !Number.isInteger(value)) return unread('This must be a whole number, without a fraction.');
  const beyond = rangeProblem(value, { min, max });
  return beyond ? unread(beyond) : read(value);
}

/** Why a number is too small or too large, with the limit; null when it is neither. */
export function rangeProblem(value: number, { min, max }: Limits): string | null {
  if (min !== undefined && value < Number(min)) return `This must be ${numberInWords(Number(min))} or more.`;
  if (max !== undefined && value > Number(max)) return `This must be ${numberInWords(Number(max))} or less.`;
  return null;
}

/** 34000000 → "34,000,000" */
export const numberInWords = (value: number | bigint): string => FORMAT.format(value);
