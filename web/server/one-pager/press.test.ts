import { CmsUnavailableError } from '@deep-dive/shared-types';
import { expect, it, vi } from 'vitest';
import { Press } from './press';

it('makes one sheet at a time, and goes on when one fails', async () => {
  const press = new Press();
  let running = 0;
  let most = 0;
  const make = async (fails: boolean): Promise<string> => {
    most = Math.max(most, ++running);
    await Promise.resolve();
    running--;
    if (fails) throw new Error('torn');
    return 'sheet';
  };
  const made = await Promise.allSettled([true, false, false].map((fails) => press.print(() => make(fails))));
  expect(made.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(most).toBe(1);
});

it('rests after each as long as it took', async () => {
  vi.useFakeTimers();
  try {
    const press = new Press();
    const taking = (ms: number) => () => new Promise<number>((resolve) => setTimeout(resolve, ms, ms));
    const first = press.print(taking(100));
    const second = press.print(taking(1));
    await vi.advanceTimersByTimeAsync(100);
    expect(await first).toBe(100);
    await vi.advanceTimersByTimeAsync(98);
    let isDone = false;
    void second.then(() => {
      isDone = true;
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(isDone).toBe(false);
    await vi.advanceTimersByTimeAsync(5);
    expect(isDone).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});

it('turns away whom it can’t serve soon', async () => {
  const press = new Press();
  let finish = (): void => {};
  const first = press.print(() => new Promise<void>((resolve) => (finish = resolve)));
  const waiting = Array.from({ length: 19 }, () => press.print(async () => {}));
  await expect(press.print(async () => {})).rejects.toThrow(CmsUnavailableError);
  finish();
  await Promise.all([first, ...waiting]);
  await expect(press.print(async () => 'sheet')).resolves.toBe('sheet');
});
