import { EVERYTHING, NotFoundError } from '@deep-dive/shared-types';
import { LRUCache } from 'lru-cache';
import { CachedResponse, type ResponseContent } from './cached-response';

const SEVEN_DAYS = 7 * 24 * 60 * 60 * 1000;
/** Bytes an entry costs beyond its body. */
const OVERHEAD = 1024;

/** What a fill brings back. */
export interface Filled extends ResponseContent {
  /** The names of what the response was made from: a change to one of them drops it. */
  tags: string[];
  /** Epoch milliseconds until which the response counts as fresh. */
  freshUntil: number;
  /** False when it was made from old answers because the CMS is away: it is made again as soon as that may help. */
  upToDate?: boolean;
}
export type Fill = () => Promise<Filled>;

/** A cached response and what the cache knows of it. */
export class Entry extends CachedResponse {
  readonly tags: string[];
  readonly freshUntil: number;
  /** Epoch milliseconds. */
  readonly storedAt: number;
  /** Something it was made from has changed. */
  invalidated = false;
  /** After a failed fill, epoch milliseconds until which the cache serves this entry without trying again. */
  retryAt = 0;

  constructor(filled: Filled, storedAt: number) {
    super(filled);
    this.tags = filled.tags;
    this.freshUntil = filled.freshUntil;
    this.storedAt = storedAt;
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
  /** Epoch milliseconds. */
  now?: () => number;
  /** Told of a refresh that failed behind an answer already sent. */
  onBackgroundError?: (key: string, error: unknown) => void;
  /** Told of every entry kept and dropped. */
  onChange?: (key: string, entry: Entry | undefined) => void;
}

interface Flight {
  /** What was invalidated since the fill began. */
  invalidated: Set<string>;
  promise: Promise<Entry>;
}

/**
 * Keeps whole responses under keys, with tags to drop them by.
 *
 * - Fresh: answered at once.
 * - Past its time: answered at once and refreshed behind the answer (stale-while-revalidate).
 * - Invalidated: the next request waits for a new fill, so that an edit shows on the next load.
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
  readonly #now: () => number;
  readonly #onBackgroundError: (key: string, error: unknown) => void;
  readonly #onChange: (key: string, entry: Entry | undefined) => void;

  constructor({
    maxBytes,
    maxMissingBytes = 4_000_000,
    staleIfErrorMs = SEVEN_DAYS,
    retryAfterMs = 5_000,
    now = Date.now,
    onBackgroundError = () => {},
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
    this.#now = now;
    this.#onBackgroundError = onBackgroundError;
    this.#onChange = onChange;
  }

  /** Whether there is anything that could be served. */
  get isEmpty(): boolean {
    return this.#entries.size === 0;
  }

  /** The good entry under a key, however old and without using it; undefined when there is none. */
  kept(key: string): Entry | undefined {
    return this.#entries.peek(key, { allowStale: true });
  }

  /** The entry to answer with at once and without further ado; undefined when `get` is needed. */
  peek(key: string): Entry | undefined {
    const entry = this.#entries.get(key) ?? this.#missing.get(key);
    if (!entry) return undefined;
    const now = this.#now();
    return this.#isFresh(entry, now) || (now < entry.retryAt && this.#mayOutlive(entry, now))
      ? entry
      : undefined;
  }

  /**
   * Answers from the cache or by filling it. Rejects with the fill's error when there is nothing to serve instead.
   * Without `staleWhileRevalidate`, an entry past its time is refreshed before it is answered.
   */
  async get(key: string, fill: Fill, { staleWhileRevalidate = true } = {}): Promise<Entry> {
    const ready = this.peek(key);
    if (ready) return ready;
    const old = this.#entries.get(key);
    if (old && staleWhileRevalidate && !old.invalidated && this.#mayOutlive(old, this.#now())) {
      this.#refresh(key, fill).catch((error: unknown) => this.#onBackgroundError(key, error));
      return old;
    }
    try {
      return await this.#refresh(key, fill);
    } catch (error) {
      const stale = this.#entries.get(key);
      if (stale && this.#mayOutlive(stale, this.#now())) return stale;
      throw error;
    }
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

  async #refresh(key: string, fill: Fill): Promise<Entry> {
    const running = this.#flights.get(key);
    if (!running) return this.#fly(key, fill);
    if (running.invalidated.size === 0) return running.promise;
    // It began before a change this request comes after: its answer may be the old one.
    const entry = await running.promise;
    return entry.invalidated ? this.#refresh(key, fill) : entry;
  }

  #fly(key: string, fill: Fill): Promise<Entry> {
    const invalidated = new Set<string>();
    const fly = async (): Promise<Entry> => {
      try {
        const filled = await Promise.resolve().then(fill);
        const now = this.#now();
        const entry = new Entry(filled, now);
        const isOvertaken = touches(invalidated, entry);
        entry.invalidated = isOvertaken || filled.upToDate === false;
        if (entry.invalidated && !isOvertaken) entry.retryAt = now + this.#retryAfterMs;
        this.#keep(key, entry);
        return entry;
      } catch (error) {
        const old = this.#entries.get(key);
        if (error instanceof NotFoundError) this.#entries.delete(key);
        else if (old) old.retryAt = this.#now() + this.#retryAfterMs;
        throw error;
      } finally {
        this.#flights.delete(key);
      }
    };
    const promise = fly();
    this.#flights.set(key, { invalidated, promise });
    return promise;
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

  #isFresh(entry: Entry, now: number): boolean {
    return !entry.invalidated && now < entry.freshUntil;
  }

  #mayOutlive(entry: Entry, now: number): boolean {
    return entry.status === 200 && now < Math.max(entry.storedAt, entry.freshUntil) + this.#staleIfErrorMs;
  }
}

function touches(changed: Set<string>, entry: Entry): boolean {
  return changed.has(EVERYTHING) || entry.tags.some((tag) => changed.has(tag));
}
