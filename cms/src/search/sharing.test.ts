import { describe, expect, it, vi } from 'vitest';
import { shareRuns, takeTurns } from './sharing';

/** Something to run, which is over when it is told so. */
function slowRun() {
  const ends: { end: () => void; fail: () => void }[] = [];
  const run = () =>
    new Promise<void>((resolve, reject) => {
      ends.push({ end: resolve, fail: () => reject(new Error('failed')) });
    });
  return { run, ends };
}

describe('runs that are shared', () => {
  it('who asks while one runs waits for a run that began after they asked', async () => {
    const { run, ends } = slowRun();
    const { ask, since } = shareRuns(run);
    const first = since(ask());
    const later = [since(ask()), since(ask())];
    expect(ends).toHaveLength(1);
    ends[0]?.end();
    await first;
    await vi.waitFor(() => expect(ends).toHaveLength(2));
    ends[1]?.end();
    await Promise.all(later);
    expect(ends).toHaveLength(2);
  });

  it('who asked before a run that is over needs no other', async () => {
    const { run, ends } = slowRun();
    const { ask, since } = shareRuns(run);
    const [early, late] = [ask(), ask()];
    const first = since(late);
    ends[0]?.end();
    await first;
    await since(early);
    expect(ends).toHaveLength(1);
  });

  it('a run that fails is failed for those who waited for it, and the next is tried', async () => {
    const { run, ends } = slowRun();
    const { ask, since } = shareRuns(run);
    const first = since(ask());
    const second = since(ask());
    ends[0]?.fail();
    await expect(first).rejects.toThrow('failed');
    await vi.waitFor(() => expect(ends).toHaveLength(2));
    ends[1]?.end();
    await expect(second).resolves.toBeUndefined();
  });
});

it('each has a turn of the event loop of its own, in the order of asking', async () => {
  const turn = takeTurns();
  const order: string[] = [];
  const note = (what: string) => () => order.push(what);
  const asked = [turn().then(note('first')), turn().then(note('second'))];
  setImmediate(note('what else was waiting'));
  await Promise.all(asked);
  expect(order).toEqual(['first', 'what else was waiting', 'second']);
});

it('nothing is done while nobody waits for a turn', async () => {
  const schedule = vi.spyOn(globalThis, 'setImmediate');
  const turn = takeTurns();
  await Promise.all([turn(), turn()]);
  // A round of the event loop later.
  await new Promise((resolve) => setTimeout(resolve));
  expect(schedule).toHaveBeenCalledTimes(2);
  await turn();
  expect(schedule).toHaveBeenCalledTimes(3);
  schedule.mockRestore();
});
