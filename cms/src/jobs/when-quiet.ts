import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';

/** For how long the process is looked at, and how long it is waited for at most, in milliseconds. */
const LOOK_FOR = 2;
const LONGEST_WAIT = 50;
/** The part of that time in which it may have had something to do. */
const QUIET = 0.5;

/**
 * Resolves when the process has time to spare, or has had none for a while: whatever nobody waits for leaves it to those who
 * do, and is done all the same.
 */
export async function whenQuiet(): Promise<void> {
  const until = performance.now() + LONGEST_WAIT;
  let utilization = 1;
  while (utilization > QUIET && performance.now() < until) {
    const before = performance.eventLoopUtilization();
    await setTimeout(LOOK_FOR);
    ({ utilization } = performance.eventLoopUtilization(before));
  }
}
