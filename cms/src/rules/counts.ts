import type { CountKind } from '@deep-dive/shared-types';

/** `GET /counts?days=7`: what visitors did in the last days, and in as many days before. */
export interface CountsReport {
  days: CountedDays;
  /** Whether visits are counted now: a switch in Site. */
  isOn: boolean;
  /** The Regional Partner of whom alone it tells; null for all. */
  partner: string | null;
  counted: Record<CountKind, Counted>;
  /** Views on each of the days, the oldest first. */
  views: number[];
}

/** What can be asked for. The last day is today, as far as it has gone (UTC). */
export const COUNTED_DAYS = [7, 30] as const;
export type CountedDays = (typeof COUNTED_DAYS)[number];

/** How often something was done, now and in the days before. */
export interface Compared {
  now: number;
  before: number;
}

export interface Counted extends Compared {
  /** With what most, ten at most. */
  top: (Compared & { subject: string; name: string })[];
}

/** What is counted on a day of what. */
export interface CountedRow {
  day: string;
  kind: CountKind;
  subject: string;
  count: number;
}

const DAY = 24 * 60 * 60_000;

/** A day (UTC) so many days before an instant. */
export const dayBefore = (now: number, days: number): string =>
  new Date(now - days * DAY).toISOString().slice(0, 10);

/** Sums of one kind, and of each subject of it, the most first. */
export interface Summed extends Compared {
  subjects: (Compared & { subject: string })[];
}

/**
 * Adds up what was counted from `first` on, apart for what was before.
 * @param first a day
 */
export function sumCounts(rows: CountedRow[], kind: CountKind, first: string): Summed {
  const bySubject = new Map<string, Compared & { subject: string }>();
  const all: Summed = { now: 0, before: 0, subjects: [] };
  for (const { day, subject, count, kind: of } of rows) {
    if (of !== kind) continue;
    const when = day >= first ? 'now' : 'before';
    const known = bySubject.get(subject) ?? { subject, now: 0, before: 0 };
    bySubject.set(subject, known);
    known[when] += count;
    all[when] += count;
  }
  all.subjects = [...bySubject.values()]
    .filter(({ now }) => now > 0)
    .sort((a, b) => b.now - a.now || a.subject.localeCompare(b.subject));
  return all;
}

/** Views on each of the last days, the oldest first; none on a day is 0. */
export function viewsByDay(rows: CountedRow[], days: number, now: number): number[] {
  const sums = new Map<string, number>();
  for (const { day, kind, count } of rows) if (kind === 'view') sums.set(day, (sums.get(day) ?? 0) + count);
  return Array.from({ length: days }, (_, index) => sums.get(dayBefore(now, days - 1 - index)) ?? 0);
}
