/** Lets a few at a time through; the rest wait in line, first come, first served. */
export class Slots {
  #free: number;
  readonly #line: (() => void)[] = [];

  constructor(limit: number) {
    this.#free = limit;
  }

  /** How many wait. */
  get waiting(): number {
    return this.#line.length;
  }

  /** Resolves when it is one's turn, to what gives the place back. Rejects with the signal's reason. */
  async take(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#free > 0) this.#free--;
    else await this.#turn(signal);
    let isTaken = true;
    return () => {
      if (isTaken) this.#giveBack();
      isTaken = false;
    };
  }

  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#line.splice(this.#line.indexOf(called), 1);
        reject(signal.reason);
      };
      const called = (): void => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      signal.addEventListener('abort', leave, { once: true });
      this.#line.push(called);
    });
  }

  #giveBack(): void {
    const next = this.#line.shift();
    if (next) next();
    else this.#free++;
  }
}
