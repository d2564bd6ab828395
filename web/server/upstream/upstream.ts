import { CmsUnavailableError } from '@deep-dive/shared-types';
import type { Origin } from '../cache';
import { Endpoint, isTimeLimit, type Read, timeLimit } from './endpoint';
import { Slots } from './slots';

/** Refreshes that run at a time: whatever is invalidated at once, the CMS is asked a few questions at a time. */
const REFRESHES = 16;
/** Requests that run at a time for those who have nothing older to be shown. */
const REQUESTS = 40;
/** Milliseconds for which somebody with nothing to be shown waits for a CMS that is known to be away. */
const LAST_CHANCE_MS = 300;

export interface UpstreamOptions {
  /** Every address of the CMS, without a slash at the end. All serve the same content. */
  urls: string[];
  /** Our own, sent with each request. */
  token?: string;
  fetch?: typeof fetch;
  /** From 0 up to 1. */
  random?: () => number;
}

export interface Question {
  /** Milliseconds until the answer must be there, waiting in line included. */
  timeoutMs: number;
  /** True when nobody depends on the answer: something older is at hand. */
  isRefresh: boolean;
  /** What is posted may be asked of several addresses in turn: it must be harmless twice. */
  method?: 'GET' | 'HEAD' | 'POST';
  /** They win over our own. */
  headers?: Record<string, string>;
  body?: string;
  /** Aborts when the one who asks goes away. */
  signal?: AbortSignal;
}

/** One address of the CMS, as the operator sees it. */
export interface Reachability {
  /** Host and port. */
  name: string;
  isReachable: boolean;
}

/**
 * The CMS, at one address or several. Asks the one that is well and has least to do, goes on to the next when an answer
 * fails, and knows when there is no use in asking.
 */
export class Upstream implements Origin {
  readonly #endpoints: Endpoint[];
  readonly #headers: Record<string, string>;
  readonly #refreshes = new Slots(REFRESHES);
  readonly #requests = new Slots(REQUESTS);
  #isDown = false;
  #turn = 0;

  constructor({ urls, token, fetch: fetchWith = fetch, random = Math.random }: UpstreamOptions) {
    this.#headers = token ? { authorization: `Bearer ${token}` } : {};
    this.#endpoints = urls.map(
      (url) =>
        new Endpoint({
          url,
          headers: this.#headers,
          fetch: fetchWith,
          random,
          hasAlternative: () => this.#endpoints.some((other) => other.url !== url && isWell(other)),
          onChange: (endpoint, why) => this.#changed(endpoint, why),
        }),
    );
  }

  /** No address answers: nothing is asked but by the prober. */
  get isDown(): boolean {
    return this.#isDown;
  }

  /** Whether waiting for an answer is likely to help: the CMS has answered since, is behind with nothing, and nobody waits in line. */
  vouches(since: number): boolean {
    return (
      this.#refreshes.waiting + this.#requests.waiting === 0 &&
      this.#endpoints.some((endpoint) => endpoint.hasAnsweredSince(since)) &&
      !this.#endpoints.some((endpoint) => endpoint.isOverdue())
    );
  }

  /**
   * Asks for a path, with what it is asked for and our own token, and nothing else of the visitor. Each address is tried once.
   * Rejects with `CmsUnavailableError`, with `read`'s own error, or with the signal's reason.
   */
  async ask<T>(path: string, question: Question, read: Read<T>): Promise<T> {
    const { timeoutMs, isRefresh, method, body, signal: goneAway } = question;
    const limit = timeLimit(timeoutMs);
    const signal = goneAway ? AbortSignal.any([limit.signal, goneAway]) : limit.signal;
    const init = { method, body, headers: { ...this.#headers, ...question.headers } };
    const tried = new Set<Endpoint>();
    let giveBack = (): void => {};
    try {
      giveBack = await (isRefresh ? this.#refreshes : this.#requests).take(signal);
      let hasHope = !isRefresh;
      let failure = new CmsUnavailableError(`The CMS is away; ${path} was not asked for`);
      for (;;) {
        let endpoint = this.#pick(tried);
        if (!endpoint && hasHope) {
          hasHope = false;
          await this.#lastChance(tried);
          endpoint = this.#pick(tried);
        }
        if (!endpoint) throw failure;
        tried.add(endpoint);
        try {
          return await endpoint.ask(path, signal, init, read);
        } catch (error) {
          if (!(error instanceof CmsUnavailableError) || signal.aborted) throw error;
          failure = error;
        }
      }
    } catch (error) {
      if (isTimeLimit(error)) throw new CmsUnavailableError(`The CMS has too much to do to answer ${path}`);
      throw error;
    } finally {
      limit.clear();
      giveBack();
    }
  }

  /** Something was heard of the CMS: an address known to be away is asked at once whether it is back. */
  nudge(): Promise<void> {
    return this.#nudge(this.#endpoints);
  }

  /** Asks every address whether it lives. */
  check(): Promise<Reachability[]> {
    return Promise.all(
      this.#endpoints.map(async (endpoint) => ({
        name: endpoint.name,
        isReachable: (await endpoint.probe()) && !endpoint.isOpen,
      })),
    );
  }

  /** Asks no more by itself. */
  close(): void {
    for (const endpoint of this.#endpoints) endpoint.end();
  }

  /** The address to ask: one that is well, has least to do, and whose turn it is. */
  #pick(tried: Set<Endpoint>): Endpoint | undefined {
    const turn = this.#turn++;
    let best: Endpoint | undefined;
    for (let i = 0; i < this.#endpoints.length; i++) {
      const endpoint = this.#endpoints[(turn + i) % this.#endpoints.length];
      if (!endpoint || endpoint.isOpen || tried.has(endpoint)) continue;
      if (!best || cost(endpoint) < cost(best)) best = endpoint;
    }
    return best;
  }

  async #nudge(endpoints: Endpoint[]): Promise<void> {
    const away = endpoints.filter(({ isOpen }) => isOpen);
    const back = away.map(async (endpoint) => {
      if (!(await endpoint.nudge())) throw new Error(`${endpoint.name} is still away`);
    });
    await Promise.any(back).catch(() => {});
  }

  /** Who has nothing older to be shown waits a moment for one that may be back. */
  #lastChance(tried: Set<Endpoint>): Promise<void> {
    const untried = this.#endpoints.filter((endpoint) => !tried.has(endpoint));
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, LAST_CHANCE_MS);
      void this.#nudge(untried).then(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  #changed({ name }: Endpoint, why: string | undefined): void {
    this.#isDown = this.#endpoints.every(({ isOpen }) => isOpen);
    if (why === undefined) console.log(`The CMS at ${name} answers again.`);
    else
      console.error(`The CMS at ${name} does not answer (${why}); it is asked now and then until it does.`);
  }
}

function isWell({ isOpen, isDoubted }: Endpoint): boolean {
  return !isOpen && !isDoubted;
}

function cost({ isDoubted, load }: Endpoint): number {
  return isDoubted ? 1_000_000 + load : load;
}
