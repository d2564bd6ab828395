import { once } from 'node:events';
import { type Service, startService, stopServices, waitUntilReady } from './processes.ts';
import { Refusal, seconds } from './steps.ts';

/** A program that is to run until it is told to stop. */
export interface Program {
  name: string;
  /** What Node is to run. */
  args: string[];
  env: NodeJS.ProcessEnv;
  cwd?: string;
  /** Answers 200 once the program can serve. */
  url: string;
  readyWithinMs: number;
}

export interface Supervised {
  /** Resolves once it is ready for the first time; rejects when it doesn't get there, as that is the operator's to mend. */
  ready: Promise<void>;
  /** Rejects once the program could not be started again. */
  givenUp: Promise<never>;
  /** Ends the program for good. */
  stop: () => Promise<void>;
}

/** Milliseconds before each try to start a program again that ended; after the last one it is given up. */
const PAUSES = [0, 1_000, 5_000, 15_000, 30_000];

/** Starts a program and, once it was ready, starts it again whenever it ends by itself. */
export function supervise(program: Program, { pauses = PAUSES } = {}): Supervised {
  const { name, url, readyWithinMs } = program;
  const stopping = new AbortController();
  const start = (): Service => startService(name, program.args, program.env, program.cwd);

  let service = start();
  const stop = async (): Promise<void> => {
    stopping.abort();
    await stopServices([service]);
  };

  /** Why it ended, when it does. */
  const untilEnded = async (): Promise<string> => {
    const { child } = service;
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    return `${name} ended by itself (${child.signalCode ?? `code ${child.exitCode}`})`;
  };

  async function startAgain(ending: string): Promise<void> {
    let why = ending;
    for (const pause of pauses) {
      console.log(`${why}: it is started again${pause > 0 ? ` in ${seconds(pause)}` : ''}.`);
      await pauseFor(pause, stopping.signal);
      if (stopping.signal.aborted) return;
      service = start();
      try {
        await waitUntilReady(service, url, readyWithinMs);
        console.log(`${name} is ready again.`);
        return;
      } catch {
        if (stopping.signal.aborted) return;
        // One that is alive but never ready has to make room for the next.
        await stopServices([service]);
        why = await untilEnded();
      }
    }
    throw new Refusal(
      `${why}, and could not be started again in ${pauses.length} tries: the lines above say why.`,
    );
  }

  async function watch(): Promise<never> {
    await ready;
    for (;;) {
      const ending = await untilEnded();
      if (stopping.signal.aborted) return new Promise<never>(() => undefined);
      await startAgain(ending);
    }
  }

  const ready = waitUntilReady(service, url, readyWithinMs);
  const givenUp = watch();
  // Whoever started it may still be busy starting another.
  givenUp.catch(() => undefined);
  return { ready, givenUp, stop };
}

function pauseFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
