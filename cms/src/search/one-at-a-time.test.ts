import { expect, it, vi } from 'vitest';
import { oneAtATime } from './one-at-a-time';

/** Something to run, which is over when it is told so. */
function slowRun() {
  const ends: { end: () => void; fail: () => void }[] = [];
  const run = () =>
    new Promise<void>((resolve, reject) => {
      ends.push({ end: resolve, fail: () => reject(new Error('failed')) });
    });
  return { run, ends };
}

it('who asks while one runs waits for a run that began after they asked', async () => {
  const { run, ends } = slowRun();
  const ask = oneAtATime(run);
  const first = ask();
  const later = [ask(), ask()];
  expect(ends).toHaveLength(1);
  ends[0]?.end();
  await first;
  await vi.waitFor(() => expect(ends).toHaveLength(2));
  ends[1]?.end();
  await Promise.all(later);
  expect(ends).toHaveLength(2);
});

it('a run that fails is failed for those who waited for it, and the next is tried', async () => {
  const { run, ends } = slowRun();
  const ask = oneAtATime(run);
  const first = ask();
  const second = ask();
  ends[0]?.fail();
  await expect(first).rejects.toThrow('failed');
  await vi.waitFor(() => expect(ends).toHaveLength(2));
  ends[1]?.end();
  await expect(second).resolves.toBeUndefined();
});
