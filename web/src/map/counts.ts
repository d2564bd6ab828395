import type { WorkshopSpot } from '@deep-dive/shared-types';

/** How many workshops of each kind there are at a place, or behind a symbol. */
export type Counts = Pick<WorkshopSpot, 'deepDive' | 'intro'>;

/** What a symbol looks like: Deep Dives only, intros only, or both. */
export type Mix = 'deep-dive' | 'intro' | 'mixed';

/** Tells which symbol stands for these counts. */
export function mixOf({ deepDive, intro }: Counts): Mix {
  if (intro === 0) return 'deep-dive';
  return deepDive === 0 ? 'intro' : 'mixed';
}

/** All of them together. */
export function totalOf({ deepDive, intro }: Counts): number {
  return deepDive + intro;
}

/** "3 workshops (2 Deep Dive, 1 Intro)", or "1 Deep Dive workshop". */
export function describeCounts(counts: Counts): string {
  const { deepDive, intro } = counts;
  const total = totalOf(counts);
  const noun = total === 1 ? 'workshop' : 'workshops';
  if (mixOf(counts) === 'mixed')
    return `${whole(total)} ${noun} (${whole(deepDive)} Deep Dive, ${whole(intro)} Intro)`;
  return `${whole(total)} ${intro === 0 ? 'Deep Dive' : 'Intro'} ${noun}`;
}

function whole(count: number): string {
  return count.toLocaleString('en-US');
}
