import type { Compared, CountedDays } from '../../rules/counts';

const number = (count: number): string => count.toLocaleString('en-US');

/** "214 (180 in the 7 days before)": how many, and whether it is more or fewer than usual. */
export const comparedInWords = ({ now, before }: Compared, days: CountedDays): string =>
  `${number(now)} (${before === 0 ? 'none' : number(before)} in the ${days} days before)`;

/** "12 (9 before)", for lists. */
export const comparedInShort = ({ now, before }: Compared): string =>
  before === 0 ? number(now) : `${number(now)} (${number(before)} before)`;

/** Counts by day for those who don't see the line: "Day by day, the last is today: 3, 0, 12." */
export const daysInWords = (views: number[]): string =>
  `Day by day, the last is today: ${views.map(number).join(', ')}.`;

/** The points of a line through counts, for a box of so many units. The lowest place is 0. */
export function linePoints(counts: number[], width: number, height: number): string {
  const most = Math.max(...counts, 1);
  const step = counts.length > 1 ? width / (counts.length - 1) : 0;
  return counts
    .map((count, index) => `${round(index * step)},${round(height - (count / most) * height)}`)
    .join(' ');
}

const round = (value: number): number => Math.round(value * 10) / 10;
