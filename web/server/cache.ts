import { EVERYTHING, NotFoundError } from '@deep-dive/shared-types';
import { LRUCache } from 'lru-cache';
import { CachedResponse, type ResponseContent } from './cached-response';

const SEVEN_DAYS = 7 * 24 * 60 * 60 * 1000;
/** Bytes an entry costs beyond its body. */
const OVERHEAD = 1024;
/** Milliseconds a visitor waits for a new entry while there is an older one. */
const HOLD_MS = 300;
/** Milliseconds they wait for one that was changed, when the CMS shows meanwhile that it lives: an edit is to show on the next load. */
const VOUCHED_HOLD_MS = 2_000;

/** What a fill brings back. */
export interface Filled extends ResponseContent {
  /** The names of what the response was made from: a change to one of them drops it. */
  tags: string[];
  /** Epoch milliseconds until which the response counts as fresh. */
  freshUntil: number;
  /** False when it was made from old answers because the CMS is away: it is made again as soon as that may help. */
  upToDate?: boolean;
  /** What it was not waited for: once it is settled, making the response again may help. Never rejects. */
  late?: Promise<unknown>;
  /** Where it is told that nothing was found: see `nothingNear` of counts/. */
  nothingNear?: string;
}
/** Makes a response. `isRefresh` when there is an older one, so that nobody depends on it. */
export type Fill = (isRefresh: boolean) => Promise<Filled>;

/** Where fills get their answers, as far as waiting for it goes. */
export interface Origin {
  /** Known to be away: nothing is asked. */
  readonly isDown: boolean;
  /** Whether it has shown since then (by `performance.now()`) that waiting for it is worth it. */
  vouches(since: number): boolean;
}

/** A cached response and what the cache knows of it. */
export class Entry extends CachedResponse {
  readonly tags: string[];
  readonly freshUntil: number;
  /** Epoch milliseconds. */
  readonly storedAt: number;
  readonly nothingNear: string | undefined;
  /** Something it was made from has changed. */
  invalidated = false;
  /** After a failed fill, epoch milliseconds until which the cache serves this entry without trying again. */
  retryAt = 0;

  constructor(filled: Filled, storedAt: number) {
    super(filled);
    this.tags = filled.tags;
    this.freshUntil = filled.freshUntil;
    this.storedAt = storedAt;
    this.nothingNear = filled.nothingNear;
  }
}

export interface ResponseCacheOptions {
  /** Bounds the bodies kept, in bytes. */
  maxBytes: number;
  /** Bounds the answers kept for things that are not there, apart from the rest: made-up addresses can't push out good entries. */
  maxMissingBytes?: number;
  /** Milliseconds an entry may outlive its freshness while the CMS is away. */
  staleIfErrorMs?: number;
  /** Milliseconds before a failed fill is tried again while there is an old entry to serve. */
  retryAfterMs?: number;
  /** Without one, it is never known to be away, and never worth a longer wait. */
  origin?: Origin;
  /** Epoch milliseconds. */
  now?: () => number;
  /** Told of every refresh that failed, so that the older entry is served. */
  onRefreshError?: (key: string, error: unknown) => void;
  /** Told of every entry kept and dropped. */
  onChange?: (key: string, entry: Entry | undefined) => void;
}

interface Flight {
  /** By `performance.now()`. */
  startedAt: number;
  /** What was invalidated since the fill began. */
  invalidated: Set<string>;
  promise: Promise<Entry>;
}

/**
 * Keeps whole responses under keys, with tags to drop them by.
 *
 * - Fresh: answered at once.
 * - Past its time, or invalidated: the next request waits for a new fill, 300 ms at most; then the old entry is served, and
 *   the fill finishes behind it.
 * - Invalidated, and the origin shows that it lives: the request waits for up to 2 s, so that an edit shows on the next load.
 * - The origin is known to be away: the old entry, at once.
 * - The fill fails: the old entry is served (stale-if-error), for `staleIfErrorMs`.
 * - The fill says `NotFoundError`: the entry is dropped, and the error passed on.
 *
 * One fill runs per key at a time. A fill that began before an invalidation of its own tags is never kept as fresh.
 */
export class ResponseCache {
  readonly #entries: LRUCache<string, Entry>;
  readonly #missing: LRUCache<string, Entry>;
  readonly #flights = new Map<string, Flight>();
  readonly #staleIfErrorMs: number;
  readonly #retryAfterMs: number;
  readonly #origin: Origin;
  readonly #now: () => number;
  readonly #onRefreshError: (key: string, error: unknown) => void;
  readonly #onChange: (key: string, entry: Entry | undefined) => void;

  constructor({
    maxBytes,
    maxMissingBytes = 4_000_000,
    staleIfErrorMs = SEVEN_DAYS,
    retryAfterMs = 5_000,
    origin = { isDown: false, vouches: () => false },
    now = Date.now,
    onRefreshError = () => {},
    onChange = () => {},
  }: ResponseCacheOptions) {
    const sizeCalculation = (entry: Entry): number => entry.body.length * 2 + OVERHEAD;
    this.#entries = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation,
      dispose: (_entry, key, reason) => {
        if (reason === 'evict' || reason === 'delete') onChange(key, undefined);
      },
    });
    this.#missing = new LRUCache({ maxSize: maxMissingBytes, sizeCalculation });
    this.#staleIfErrorMs = staleIfErrorMs;
    this.#retryAfterMs = retryAfterMs;
    this.#origin = origin;
    this.#now = now;
    this.#onRefreshError = onRefreshError;
    this.#onChange = onChange;
  }

  /** Whether there is anything that could be served. */
  get isEmpty(): boolean {
    return this.#entries.size === 0;
  }

  /** The good entry under a key, however old and without using it; undefined when there is none. */
  kept(key: string): Entry | undefined {
    return this.#entries.peek(key);
  }

  /** The entry to answer with at once and without further ado; undefined when `get` is needed. */
  peek(key: string): Entry | undefined {
    const entry = this.#entries.get(key) ?? this.#missing.get(key);
    if (!entry) return undefined;
    const now = this.#now();
    if (this.#isFresh(entry, now)) return entry;
    const isNotAskedFor = now < entry.retryAt || this.#origin.isDown;
    return isNotAskedFor && this.#mayOutlive(entry, now) ? entry : undefined;
  }

  /**
   * Answers from the cache or by filling it. Rejects with the fill's error when there is nothing to serve instead.
   * `waitingSince` is when the visitor came, by `performance.now()`, who waits for this answer and perhaps for others;
   * null when no visitor waits: then an old entry is served only if the fill fails.
   */
  async get(key: string, fill: Fill, waitingSince: number | null = performance.now()): Promise<Entry> {
    const ready = this.peek(key);
    if (ready) return ready;
    const old = this.#servable(key);
    if (old && waitingSince !== null && this.#isOverdue(key)) return old;
    const refreshed = this.#refresh(key, fill);
    try {
      return old && waitingSince !== null
        ? ((await this.#whileHeld(refreshed, old, waitingSince)) ?? old)
        : await refreshed;
    } catch (error) {
      const stale = this.#servable(key);
      if (stale) return stale;
      throw error;
    }
  }

  /** The fill that is running for a key: settles when it is done, and never rejects. */
  running(key: string): Promise<unknown> | undefined {
    return this.#flights.get(key)?.promise.catch(() => {});
  }

  /** Marks every entry with one of the tags as changed; `EVERYTHING` marks all. */
  invalidate(tags: Iterable<string>): void {
    const changed = new Set(tags);
    if (changed.size === 0) return;
    for (const flight of this.#flights.values()) for (const tag of changed) flight.invalidated.add(tag);
    for (const entries of [this.#entries, this.#missing])
      for (const entry of entries.values())
        if (touches(changed, entry)) {
          entry.invalidated = true;
          entry.retryAt = 0;
        }
  }

  /** Puts back an entry kept from an earlier run. It may have missed changes, so it counts as invalidated. */
  restore(key: string, filled: Filled, storedAt: number): void {
    const entry = new Entry(filled, storedAt);
    entry.invalidated = true;
    this.#entries.set(key, entry);
  }

  /** The new entry, if it comes in time for someone who has waited since then. */
  async #whileHeld(refreshed: Promise<Entry>, old: Entry, since: number): Promise<Entry | undefined> {
    const entry = await within(refreshed, since + HOLD_MS - performance.now());
    if (entry || !old.invalidated || !this.#origin.vouches(since)) return entry;
    return within(refreshed, since + VOUCHED_HOLD_MS - performance.now());
  }

  /** Whether somebody has waited in vain for the fill that is running, so that the next one need not. */
  #isOverdue(key: string): boolean {
    const flight = this.#flights.get(key);
    return flight !== undefined && flight.invalidated.size === 0 && isLate(flight);
  }

  async #refresh(key: string, fill: Fill): Promise<Entry> {
    const running = this.#flights.get(key);
    if (!running) return this.#fly(key, fill);
    if (running.invalidated.size === 0) return running.promise;
    // It began before a change this request comes after: its answer may be the old one, and may never come.
    if (isLate(running)) return this.#fly(key, fill);
    const entry = await running.promise.catch(() => undefined);
    return entry && !entry.invalidated ? entry : this.#refresh(key, fill);
  }

  #fly(key: string, fill: Fill): Promise<Entry> {
    const invalidated = new Set<string>();
    // Another takes its place when it is late and something it is made from has changed.
    const isCurrent = (): boolean => this.#flights.get(key)?.invalidated === invalidated;
    const fly = async (): Promise<Entry> => {
      try {
        const filled = await Promise.resolve().then(() => fill(this.#servable(key) !== undefined));
        const now = this.#now();
        const entry = new Entry(filled, now);
        const isOvertaken = touches(invalidated, entry);
        entry.invalidated = isOvertaken || filled.upToDate === false;
        if (entry.invalidated && !isOvertaken) entry.retryAt = now + this.#retryAfterMs;
        void filled.late?.then(() => {
          entry.retryAt = 0;
        });
        if (isCurrent()) this.#keep(key, entry);
        return entry;
      } catch (error) {
        if (isCurrent()) this.#failed(key, error, invalidated.size > 0);
        throw error;
      } finally {
        if (isCurrent()) this.#flights.delete(key);
      }
    };
    const promise = fly();
    // Whoever waited may have left.
    promise.catch(() => {});
    this.#flights.set(key, { startedAt: performance.now(), invalidated, promise });
    return promise;
  }

  #failed(key: string, error: unknown, hasChanged: boolean): void {
    if (error instanceof NotFoundError) this.#entries.delete(key);
    const old = this.#servable(key);
    if (!old) return;
    // After a change the next visitor may have more luck, and is to see it.
    if (!hasChanged) old.retryAt = this.#now() + this.#retryAfterMs;
    this.#onRefreshError(key, error);
  }

  #keep(key: string, entry: Entry): void {
    if (entry.status === 200) {
      this.#missing.delete(key);
      this.#entries.set(key, entry);
      if (this.#entries.has(key)) this.#onChange(key, entry);
    } else {
      this.#entries.delete(key);
      this.#missing.set(key, entry);
    }
  }

  /** The entry that can be served when there is no new one. */
  #servable(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    return entry && this.#mayOutlive(entry, this.#now()) ? entry : undefined;
  }

  #isFresh(entry: Entry, now: number): boolean {
    return !entry.invalidated && now < entry.freshUntil;
  }

  #mayOutlive(entry: Entry, now: number): boolean {
    return entry.status === 200 && now < Math.max(entry.storedAt, entry.freshUntil) + this.#staleIfErrorMs;
  }
}

/** Resolves when somebody who came at `since` has waited long enough for what only adds to their page. */
export async function patienceOf(origin: Origin, since: number): Promise<void> {
  await pauseUntil(since + HOLD_MS);
  if (origin.vouches(since)) await pauseUntil(since + VOUCHED_HOLD_MS);
}

/** By `performance.now()`. */
function pauseUntil(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, time - performance.now())).unref());
}

/** Whether a fill takes longer than anybody waits for it. */
function isLate({ startedAt }: Flight): boolean {
  return performance.now() - startedAt > VOUCHED_HOLD_MS;
}

function touches(changed: Set<string>, entry: Entry): boolean {
  return changed.has(EVERYTHING) || entry.tags.some((tag) => changed.has(tag));
}

/** What a promise resolves to, or undefined after some milliseconds without. */
function within<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, Math.max(0, ms), undefined);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
