/** What one run brings is for all who asked before it began. */
export interface SharedRuns {
  /** To be called when somebody asks: the moment they asked, for `since`. */
  ask: () => number;
  /** Resolves when a run is over that began after the moment, at once if there was one; rejects as that run does. */
  since: (asked: number) => Promise<void>;
}

/** Runs one at a time, and no more often than is needed to give everybody what was so when they asked, or later. */
export function shareRuns(run: () => Promise<void>): SharedRuns {
  let moment = 0;
  /** When the last run began that went well. */
  let done = -1;
  let running: { began: number; end: Promise<void> } | undefined;

  function start(): { began: number; end: Promise<void> } {
    const began = ++moment;
    const end = run()
      .then(() => {
        done = began;
      })
      .finally(() => {
        running = undefined;
      });
    return { began, end };
  }

  return {
    ask: () => ++moment,
    async since(asked) {
      while (done < asked) {
        if (running && running.began < asked) await running.end.catch(() => undefined);
        else {
          running ??= start();
          await running.end;
        }
      }
    },
  };
}

/**
 * Runs each waiter in its own event-loop turn, in order of arrival. Node otherwise works through everything on its
 * connections before it looks at them again, and whoever was served last in one round misses the next: with eight at
 * once, every eighth waits twice as long.
 */
export function takeTurns(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  const next = (): void => {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(next);
  };
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(next);
    });
}
