import { describe, expect, it } from 'vitest';
import { whenQuiet } from './when-quiet';

describe('what nobody waits for', () => {
  it('leaves its turn to what keeps the process busy, though not for ever', async () => {
    let isBusy = true;
    let turns = 0;
    const work = (): void => {
      turns += 1;
      if (isBusy) setImmediate(work);
    };
    work();
    await whenQuiet();
    isBusy = false;
    expect(turns).toBeGreaterThan(100);
  });
});
