import { CmsUnavailableError } from '@deep-dive/shared-types';

/** Milliseconds a request may go unanswered before the CMS is asked whether it lives, and again so often while it does. */
const DOUBT_MS = 75;
/** Milliseconds it has to say so. */
const PROBE_MS = 1_000;
/** Milliseconds between two probes that a first failure or a visitor calls for. */
const PROBE_PAUSE_MS = 50;
/** Milliseconds after which a probe of one known to be away runs in vain, as far as anybody waits for it. */
const NUDGE_MS = 200;
/** Failures in a row, the last of which was a probe's, after which it counts as away. */
const FAILURES = 2;
/** Requests in a row without an answer after which it counts as away, whatever the probes say. */
const SILENCES = 5;
/** Milliseconds after which a request still running says that the CMS is not as well as its probes claim. */
const OVERDUE_MS = 2_000;
/** Milliseconds before it is asked again, at most: doubled each time, up to the second. */
const BACK_OFF_MS = [500, 3_000] as const;
/** What shows that it can serve, beyond what it says of itself. */
const TRIAL = '/api/site';

/**
 * Reads an answer to its end. Rejects with `CmsUnavailableError` when it is no answer to rely on; any other error is one
 * the CMS means ("not found").
 */
export type Read<T> = (response: Response) => Promise<T>;

export interface EndpointOptions {
  /** Without a slash at the end. */
  url: string;
  /** Sent with the trial of what the CMS serves. */
  headers: Record<string, string>;
  /** Whether another address could answer in place of this one. */
  hasAlternative: () => boolean;
  /** Told when it goes away, with why, and when it is back. */
  onChange: (endpoint: Endpoint, why: string | undefined) => void;
  fetch: typeof fetch;
  /** From 0 up to 1. */
  random: () => number;
}

interface Running {
  /** By `performance.now()`, as every time here. */
  startedAt: number;
  controller: AbortController;
}

/** Why a request was taken back: the CMS at this address is in doubt, or away. */
class TakenBackError extends Error {
  override name = 'TakenBackError';
}

/**
 * One address of the CMS, and how it fares: a breaker.
 *
 * - Closed: asked. A request that fails, or is unanswered for a moment, makes it be asked whether it lives (`/readyz`), with a
 *   short time limit, one probe at a time. When a probe fails, requests move to another address that is well.
 * - Open (away): asked by nobody but the prober, after pauses of random length that grow. Once it says that it lives and
 *   gives a real answer too, it is closed again.
 */
export class Endpoint {
  readonly url: string;
  readonly #options: EndpointOptions;
  readonly #running = new Set<Running>();
  #isOpen = false;
  #failures = 0;
  #silences = 0;
  #answered = Number.NEGATIVE_INFINITY;
  #probing: Promise<boolean> | undefined;
  #probedAt = Number.NEGATIVE_INFINITY;
  #attempts = 0;
  /** Somebody asked for a probe that an earlier one stood in the way of. */
  #isNudged = false;
  #watching: ReturnType<typeof setTimeout> | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;
  #isEnded = false;

  constructor(options: EndpointOptions) {
    this.url = options.url;
    this.#options = options;
  }

  /** The address for people: a password in it is not for them. */
  get name(): string {
    return new URL(this.url).host;
  }

  /** It is known to be away. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Something failed, and it has not said yet that it lives. */
  get isDoubted(): boolean {
    return this.#failures > 0;
  }

  /** How many requests it is working on. */
  get load(): number {
    return this.#running.size;
  }

  /** Whether it answered something that was asked at this time or later. */
  hasAnsweredSince(time: number): boolean {
    return !this.#isOpen && this.#answered >= time;
  }

  /** Whether a request has been running for longer than any should. */
  isOverdue(): boolean {
    const oldest = this.#oldest();
    return oldest !== undefined && performance.now() - oldest.startedAt > OVERDUE_MS;
  }

  /**
   * Asks for a path. Rejects with `CmsUnavailableError` when there is no answer to rely on, with `read`'s own error when the
   * CMS means it, or with the signal's reason when the one who asks went away.
   */
  async ask<T>(path: string, signal: AbortSignal, init: RequestInit, read: Read<T>): Promise<T> {
    const running: Running = { startedAt: performance.now(), controller: new AbortController() };
    const takenBack = running.controller.signal;
    this.#running.add(running);
    this.#watch();
    let response: Response | undefined;
    try {
      response = await this.#options.fetch(this.url + path, {
        ...init,
        redirect: 'manual',
        signal: AbortSignal.any([signal, takenBack]),
      });
      const answer = await read(response);
      this.#noteAnswer(running.startedAt);
      return answer;
    } catch (error) {
      if (takenBack.aborted) throw unavailable(path, takenBack.reason);
      if (signal.aborted && !isTimeLimit(signal.reason)) throw signal.reason;
      if (!response || signal.aborted) {
        // Who came late from the line gave it too little time to be blamed.
        if (!signal.aborted || performance.now() - running.startedAt > OVERDUE_MS)
          this.#noteSilence(reasonOf(error));
        throw unavailable(path, error);
      }
      if (error instanceof CmsUnavailableError) this.#noteFailure();
      else this.#noteAnswer(running.startedAt);
      throw error;
    } finally {
      this.#running.delete(running);
    }
  }

  /** Asks whether it lives; one probe runs at a time, and all who want to know share it. */
  probe(): Promise<boolean> {
    this.#probing ??= this.#probe().finally(() => {
      this.#probing = undefined;
    });
    return this.#probing;
  }

  /**
   * Asks at once whether it is back, because somebody heard of it or has great need. Resolves to whether it is; doesn't wait
   * for a probe that has been running in vain, but has another follow it.
   */
  async nudge(): Promise<boolean> {
    const sinceProbe = performance.now() - this.#probedAt;
    if (!this.#probing && sinceProbe >= PROBE_PAUSE_MS) return this.probe();
    this.#isNudged = true;
    return this.#probing && sinceProbe < NUDGE_MS ? this.#probing : !this.#isOpen;
  }

  /** Asks no more by itself, and tells nobody what becomes of what is running. */
  end(): void {
    this.#isEnded = true;
    clearTimeout(this.#watching);
    clearTimeout(this.#again);
  }

  async #probe(): Promise<boolean> {
    clearTimeout(this.#again);
    const startedAt = performance.now();
    this.#probedAt = startedAt;
    this.#isNudged = false;
    const why = (await this.#fails('/readyz')) ?? (this.#isOpen ? await this.#fails(TRIAL) : undefined);
    if (why === undefined) {
      this.#failures = 0;
      this.#answered = Math.max(this.#answered, startedAt);
      if (this.#isOpen) this.#close();
      return true;
    }
    this.#failures++;
    if (this.#isOpen) this.#probeAgain(this.#isNudged ? PROBE_PAUSE_MS : this.#backOff());
    else if (this.#failures >= FAILURES) {
      this.#open(why);
      this.#takeBack();
    } else {
      if (this.#options.hasAlternative()) this.#takeBack();
      this.#probeAgain(PROBE_PAUSE_MS);
    }
    return false;
  }

  /** Why it does not answer a path, if it doesn't. Any answer but a failure will do. */
  async #fails(path: string): Promise<string | undefined> {
    const limit = timeLimit(PROBE_MS);
    try {
      const { headers, fetch } = this.#options;
      const response = await fetch(this.url + path, { headers, redirect: 'manual', signal: limit.signal });
      await response.arrayBuffer();
      return response.status < 500 ? undefined : `${response.status} at ${path}`;
    } catch (error) {
      return limit.signal.aborted ? `nothing within ${PROBE_MS} ms at ${path}` : reasonOf(error);
    } finally {
      limit.clear();
    }
  }

  /** Probes while requests go unanswered. */
  #watch(): void {
    if (this.#watching || this.#running.size === 0 || this.#isEnded) return;
    this.#watching = setTimeout(() => {
      this.#watching = undefined;
      const doubtful = performance.now() - DOUBT_MS;
      const oldest = this.#oldest();
      const isDoubtful = oldest && oldest.startedAt <= doubtful && this.#answered <= doubtful;
      if (isDoubtful && !this.#isOpen) void this.probe().then(() => this.#watch());
      else this.#watch();
    }, DOUBT_MS).unref();
  }

  #oldest(): Running | undefined {
    return this.#running.values().next().value;
  }

  #noteAnswer(askedAt: number): void {
    this.#failures = 0;
    this.#silences = 0;
    this.#answered = Math.max(this.#answered, askedAt);
    if (this.#isOpen) void this.nudge();
  }

  #noteFailure(): void {
    this.#failures++;
    if (!this.#isOpen && !this.#probing)
      this.#probeAgain(Math.max(0, this.#probedAt + PROBE_PAUSE_MS - performance.now()));
  }

  #noteSilence(why: string): void {
    this.#silences++;
    if (this.#silences >= SILENCES && !this.#isOpen) this.#open(why);
    this.#noteFailure();
  }

  #open(why: string): void {
    if (this.#isEnded) return;
    this.#isOpen = true;
    this.#attempts = 0;
    this.#probeAgain(this.#backOff());
    this.#options.onChange(this, why);
  }

  #close(): void {
    this.#isOpen = false;
    this.#silences = 0;
    this.#options.onChange(this, undefined);
  }

  /** Gives up on what it was asked: it may be asked elsewhere, or something older may do. */
  #takeBack(): void {
    for (const { controller } of this.#running)
      controller.abort(new TakenBackError(`${this.name} does not say that it lives`));
  }

  #probeAgain(delay: number): void {
    clearTimeout(this.#again);
    if (!this.#isEnded) this.#again = setTimeout(() => void this.probe(), delay).unref();
  }

  /** Full jitter: many processes that lost the CMS together don't come back together. */
  #backOff(): number {
    const [first, most] = BACK_OFF_MS;
    const longest = Math.min(most, first * 2 ** this.#attempts++);
    return Math.max(PROBE_PAUSE_MS, this.#options.random() * longest);
  }
}

/** A signal that aborts after some milliseconds, until it is cleared. */
export function timeLimit(ms: number): { signal: AbortSignal; clear: () => void } {
  const controller = new AbortController();
  const abort = (): void => controller.abort(new DOMException(`no answer within ${ms} ms`, 'TimeoutError'));
  const timer = setTimeout(abort, ms);
  return { signal: controller.signal, clear: () => clearTimeout(timer) };
}

/** Whether a signal was aborted because time was up. */
export function isTimeLimit(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'TimeoutError';
}

/** Says why there is no answer, in a word where there is one. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? (error.cause as NodeJS.ErrnoException) : undefined;
  return cause?.code ?? cause?.message ?? error.message;
}

function unavailable(path: string, cause: unknown): CmsUnavailableError {
  return new CmsUnavailableError(`The CMS did not answer ${path}: ${reasonOf(cause)}`, { cause });
}
