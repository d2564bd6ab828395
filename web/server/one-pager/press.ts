import { CmsUnavailableError } from '@deep-dive/shared-types';

/** How many may wait for their turn. */
const MOST_WAITING = 20;

/**
 * Has sheets made one at a time, and rests after each for as long as it took: pages are served by the same process, and
 * anybody can ask for sheets about a great many places.
 */
export class Press {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** Rejects with what `make` rejects with, or with `CmsUnavailableError` when too many wait. */
  async print<Sheet>(make: () => Promise<Sheet>): Promise<Sheet> {
    if (this.#waiting >= MOST_WAITING)
      throw new CmsUnavailableError('Too many one-pagers are asked for at the same time');
    this.#waiting++;
    const made = this.#last.then(async () => {
      const began = performance.now();
      const sheet = await make().finally(() => {
        this.#waiting--;
      });
      return { sheet, took: performance.now() - began };
    });
    this.#last = made
      .then(({ took }) => new Promise((resolve) => setTimeout(resolve, took).unref()))
      .catch(() => {});
    return (await made).sheet;
  }
}
