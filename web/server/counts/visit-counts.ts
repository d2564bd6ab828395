import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  COUNTS_API_PATH,
  type Count,
  type CountHandOver,
  type CountKind,
  LONGEST_SUBJECT,
  MOST_COUNTS,
} from '@deep-dive/shared-types';
import * as z from 'zod';
import { type IntakeCms, RefusedError } from '../intake/intake-cms';
import { messageOf } from '../messages';

/** Milliseconds between a count and its hand-over, with all that came meanwhile. */
const AFTER = 10_000;
/** The same for the next try, while the CMS is away. */
const AGAIN_AFTER = 60_000;
/** Milliseconds the CMS has to take one. */
const TIMEOUT = 5_000;
/** Milliseconds for which a process that stops waits for it: well within what it has (`STOPPING`). */
const CLOSING = 1_500;
/** Different things that are counted between two hand-overs: more than there are, unless somebody makes names up. */
const MOST_SUBJECTS = 4_000;
/** Hand-overs that are kept while the CMS is away: some hours'. */
const MOST_PENDING = 200;

const taken = z.object({ taken: z.literal(true) });

export interface VisitCountsOptions {
  /** Null where the site and the CMS share no secret: then nothing is counted. */
  cms: Pick<IntakeCms, 'ask'> | null;
  /** Whether visits are to be counted, as Site says. */
  isOn: () => boolean;
  /** Epoch milliseconds. */
  now?: () => number;
}

/**
 * Counts what visitors do, in memory, and hands the sums to the CMS every few seconds and at the end. It is told neither who nor
 * from where. What is not answered is handed over again under its key, so that it counts once; what several processes of the
 * site count adds up there.
 */
export class VisitCounts {
  readonly #options: VisitCountsOptions;
  readonly #now: () => number;
  readonly #pending: CountHandOver[] = [];
  #sums = new Map<string, Count>();
  #day = '';
  #dayEnds = 0;
  #running: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: VisitCountsOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** Whether anything is counted at all. */
  get isOn(): boolean {
    return this.#options.cms !== null && this.#options.isOn();
  }

  /** Counts that something was done once. See `Count` for what a subject is. */
  add(kind: CountKind, subject: string): void {
    if (!this.isOn) return;
    const day = this.#today();
    const key = `${day} ${kind} ${subject}`;
    const known = this.#sums.get(key);
    if (known) known.count++;
    else if (this.#sums.size < MOST_SUBJECTS && subject.length <= LONGEST_SUBJECT)
      this.#sums.set(key, { day, kind, subject, count: 1 });
    this.#timer ??= this.#later(AFTER);
  }

  /** Hands over what was counted. Never rejects: what the CMS doesn't take now is kept for the next time. */
  handOver(): Promise<void> {
    this.#running ??= this.#handOver().finally(() => {
      this.#running = undefined;
      const wait = this.#pending.length > 0 ? AGAIN_AFTER : this.#sums.size > 0 ? AFTER : undefined;
      this.#timer = wait === undefined ? undefined : this.#later(wait);
    });
    return this.#running;
  }

  /** Stops, and hands over what there is, should the CMS take it soon. */
  async close(): Promise<void> {
    const rest = this.handOver().then(() => {
      // What came while another was under way.
      if (this.#sums.size > 0) return this.handOver();
    });
    await Promise.race([rest, pause(CLOSING, undefined, { ref: false })]);
    clearTimeout(this.#timer);
  }

  #later(ms: number): ReturnType<typeof setTimeout> {
    return setTimeout(() => void this.handOver(), ms).unref();
  }

  async #handOver(): Promise<void> {
    this.#gather();
    const { cms } = this.#options;
    while (cms && this.#pending[0]) {
      try {
        await cms.ask(COUNTS_API_PATH, taken, {
          shown: COUNTS_API_PATH,
          body: this.#pending[0],
          timeoutMs: TIMEOUT,
        });
      } catch (error) {
        if (!(error instanceof RefusedError)) {
          console.error(`What was counted is kept for now: ${messageOf(error)}`);
          return;
        }
        console.error('The CMS refused what was counted:', error.problems);
      }
      this.#pending.shift();
    }
  }

  /** Makes hand-overs of what was counted since the last time. */
  #gather(): void {
    const counts = [...this.#sums.values()];
    this.#sums = new Map();
    if (!this.isOn) {
      this.#pending.length = 0;
      return;
    }
    for (let from = 0; from < counts.length; from += MOST_COUNTS)
      this.#pending.push({
        key: randomBytes(32).toString('base64url'),
        counts: counts.slice(from, from + MOST_COUNTS),
      });
    const tooMany = this.#pending.length - MOST_PENDING;
    if (tooMany > 0) this.#pending.splice(0, tooMany);
  }

  #today(): string {
    const now = this.#now();
    if (now >= this.#dayEnds || this.#day === '') {
      this.#day = new Date(now).toISOString().slice(0, 10);
      this.#dayEnds = Date.parse(`${this.#day}T00:00:00Z`) + 24 * 60 * 60 * 1000;
    }
    return this.#day;
  }
}
