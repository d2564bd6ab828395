import {
  CmsUnavailableError,
  formatWorkshopSearch,
  type SitemapEntries,
  type WorkshopKind,
  type WorkshopSearch,
} from '@deep-dive/shared-types';
import { resolveApiRequest } from './api-routes';
import type { Entry } from './cache';
import type { CmsApi } from './cms-api';
import { firstTiles } from './first-tiles';
import { messageOf } from './messages';
import { isPicturePath } from './uploads';

/** How much may be asked of the CMS, and how fast. Times are milliseconds. */
export interface WarmingBudget {
  /** Requests at a time: visitors come first. */
  inFlight: number;
  /** Between one answer and the next request, for each of them. */
  pause: number;
  /** Answers that are kept ready. */
  maxCount: number;
  /** Bytes of them: less than half of what the cache holds. */
  maxBytes: number;
  /** How long one round may take. */
  maxTime: number;
  /** After a change, how long to wait for the next; the first of them does not wait longer than ten times this. */
  settle: number;
  /** After a round that the CMS did not get through; doubled each time, up to sixteen times this. */
  retry: number;
}

export const BUDGET: WarmingBudget = {
  inFlight: 2,
  pause: 50,
  maxCount: 3_000,
  maxBytes: 16_000_000,
  maxTime: 10 * 60_000,
  settle: 2_000,
  retry: 60_000,
};

/** So many answers that could not be had end a round: the CMS is not well. */
const MOST_FAILURES = 3;

export interface WarmerOptions {
  api: CmsApi;
  /** Brings a picture of the media library into the cache. The query, without its "?", names its version. */
  picture: (path: string, query: string) => Promise<Entry> | undefined;
  /** The good entry that the cache has, however old. */
  kept: (key: string) => Entry | undefined;
  budget?: Partial<WarmingBudget>;
}

/** Something to have ready. */
interface Wanted {
  key: string;
  get: () => Promise<Entry>;
}

const KINDS: Record<WorkshopKind, true> = { 'deep-dive': true, intro: true };
const FIRST_SEARCHES: WorkshopSearch[] = [
  {},
  ...Object.keys(KINDS).map((kind) => ({ kind }) as WorkshopSearch),
];

/**
 * Has ready what visitors may ask for while the CMS is away, though nobody asked before: what the sitemap lists, the
 * finder's first lists and maps, the feeds, and the pictures on pages. Only what is missing or was changed is asked for,
 * a little at a time, and nothing while the CMS is not well.
 */
export class Warmer {
  readonly #options: WarmerOptions;
  readonly #budget: WarmingBudget;
  /** Pictures that are too large to keep, or not there. */
  readonly #hopeless = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #changedAt: number | undefined;
  #isRunning = false;
  #isStopped = false;
  #failedRounds = 0;

  constructor(options: WarmerOptions) {
    this.#options = options;
    this.#budget = { ...BUDGET, ...options.budget };
  }

  /** Begins a round soon. Call it when the process starts, and after each change. */
  wake(): void {
    const { settle } = this.#budget;
    this.#changedAt ??= Date.now();
    this.#schedule(Math.max(0, Math.min(settle, this.#changedAt + 10 * settle - Date.now())));
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #schedule(delay: number): void {
    if (this.#isStopped || this.#isRunning) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), delay).unref();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    this.#changedAt = undefined;
    try {
      await this.#round();
      this.#failedRounds = 0;
    } catch (error) {
      console.error(`Not everything is ready for the case that the CMS is away: ${messageOf(error)}`);
      this.#failedRounds++;
    }
    this.#isRunning = false;
    if (this.#failedRounds > 0) this.#schedule(this.#budget.retry * 2 ** Math.min(this.#failedRounds - 1, 4));
    else if (this.#changedAt !== undefined) this.wake();
  }

  /** Rejects when the CMS is not well. */
  async #round(): Promise<void> {
    const spent = { until: Date.now() + this.#budget.maxTime, count: 0, bytes: 0, failures: 0 };
    const sitemap = await this.#sitemap();
    const pages = await this.#bring(this.#answers(pageAddresses(sitemap)), spent);
    await this.#bring(this.#answers(finderAddresses()), spent);
    await this.#bring(picturesIn(pages).map(this.#picture), spent);
    await this.#bring(this.#answers(workshopAddresses(sitemap)), spent);
  }

  async #sitemap(): Promise<SitemapEntries> {
    const [wanted] = this.#answers(['/api/sitemap']);
    const entry = await wanted?.get();
    if (!entry || entry.invalidated || entry.status !== 200)
      throw new CmsUnavailableError('The CMS did not say which pages there are');
    return JSON.parse(entry.body.toString('utf8')) as SitemapEntries;
  }

  /** Leaves out what the site can't ask, such as an address that is none. */
  #answers(addresses: string[]): Wanted[] {
    return addresses.flatMap((address) => {
      const [path = '', query = ''] = address.split('?');
      const request = resolveApiRequest(path, query);
      return request ? [{ key: request.key, get: () => this.#options.api.keep(request) }] : [];
    });
  }

  #picture = (address: string): Wanted => ({
    key: address,
    get: async () => {
      const [path = '', query = ''] = address.split('?');
      const entry = await this.#options.picture(path, query);
      if (!entry) throw new Error(`${path} is no picture`);
      return entry;
    },
  });

  /** Brings what is missing or was changed, within the budget; answers with every entry that is there. */
  async #bring(
    wanted: Wanted[],
    spent: { until: number; count: number; bytes: number; failures: number },
  ): Promise<Entry[]> {
    const { inFlight, pause, maxCount, maxBytes } = this.#budget;
    const found: Entry[] = [];
    const left = wanted.filter(({ key }) => !this.#hopeless.has(key)).reverse();
    const work = async (): Promise<void> => {
      for (let next = left.pop(); next; next = left.pop()) {
        const isSpent = Date.now() > spent.until || spent.count >= maxCount || spent.bytes >= maxBytes;
        if (this.#isStopped || isSpent || spent.failures >= MOST_FAILURES) return;
        spent.count++;
        const kept = this.#options.kept(next.key);
        const entry = kept && !kept.invalidated ? kept : await this.#fetch(next, spent);
        if (entry) {
          spent.bytes += entry.body.length;
          found.push(entry);
        }
        if (entry !== kept) await new Promise((resolve) => setTimeout(resolve, pause).unref());
      }
    };
    await Promise.all(Array.from({ length: inFlight }, work));
    return found;
  }

  async #fetch({ key, get }: Wanted, spent: { failures: number }): Promise<Entry | undefined> {
    let reason = 'the old answer is served';
    try {
      const entry = await get();
      if (!entry.invalidated) return entry;
    } catch (error) {
      if (!(error instanceof CmsUnavailableError)) {
        this.#hopeless.add(key);
        return undefined;
      }
      reason = messageOf(error);
    }
    if (++spent.failures >= MOST_FAILURES) throw new CmsUnavailableError(reason);
    return undefined;
  }
}

function pageAddresses({ pages, partners }: SitemapEntries): string[] {
  return [
    '/api/site',
    '/api/pricing',
    '/api/scholarships',
    '/api/partners',
    ...pages.map(({ slug }) => `/api/pages/${slug}`),
    ...partners.flatMap(({ slug }) => [
      `/api/partners/${slug}`,
      `/api/workshops${formatWorkshopSearch({ partner: slug })}`,
    ]),
  ];
}

function finderAddresses(): string[] {
  const tiles = firstTiles().map((tile) => `/api/workshop-tiles/${tile}`);
  const resources = ['/api/workshops', '/api/workshop-places', '/api/workshop-feed', ...tiles];
  return FIRST_SEARCHES.flatMap((search) => resources.map((path) => path + formatWorkshopSearch(search)));
}

function workshopAddresses({ workshops }: SitemapEntries): string[] {
  return workshops.map(({ slug }) => `/api/workshops/${slug}`);
}

/** The pictures that answers name, with their versions. */
function picturesIn(entries: Entry[]): string[] {
  const named = entries.flatMap(({ body }) => body.toString('utf8').match(/\/uploads\/[^"]+/g) ?? []);
  return [...new Set(named)].filter((address) => isPicturePath(address.split('?')[0] ?? ''));
}
