import { createHmac } from 'node:crypto';
import { Redis } from 'ioredis';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';

/** How much there may be in how many seconds. */
export interface Allowance {
  points: number;
  seconds: number;
}

/** What is counted, and how much of it there may be. */
export const ALLOWANCES = {
  /** Forms of any kind from one network, refused ones too: beyond it none is read any more. */
  forms: { points: 60, seconds: 600 },
  /** Inquiries from one network; a school has one address for all its people. */
  network: { points: 5, seconds: 600 },
  networkDaily: { points: 20, seconds: 86_400 },
  /** Inquiries with one e-mail address. */
  email: { points: 5, seconds: 86_400 },
  /** Inquiries of everybody together. */
  all: { points: 600, seconds: 60 },
  /** Alerts asked for from one network: all the teachers of a school may ask in one meeting. */
  alertNetwork: { points: 20, seconds: 600 },
  alertNetworkDaily: { points: 60, seconds: 86_400 },
  /** Alerts for one e-mail address: each may mail somebody who never asked for it. */
  alertEmail: { points: 5, seconds: 86_400 },
  /** Alerts of everybody together. */
  alertAll: { points: 600, seconds: 60 },
  /** What is done below one link to alerts. */
  alertActions: { points: 40, seconds: 600 },
  /** Lines added to one inquiry. */
  lines: { points: 10, seconds: 600 },
  /** What browsers of one network tell of what is counted: all the teachers of a school may look around in one meeting. */
  counted: { points: 1_200, seconds: 600 },
  /** Private links to nothing that one network has opened. */
  misses: { points: 60, seconds: 600 },
  /** The same of a mail provider's machines, which ask for a great many people. */
  machineMisses: { points: 600, seconds: 600 },
} satisfies Record<string, Allowance>;

export type Allowances = Record<keyof typeof ALLOWANCES, Allowance>;

/** Too much of something: in how many seconds there may be more. */
export class TooManyError extends Error {
  override name = 'TooManyError';
  constructor(readonly seconds: number) {
    super('Too many');
  }
}

export interface LimitsOptions {
  /** Where all processes of the site count together. Without one, and while it is away, each counts for itself. */
  redisUrl?: string;
  redisPrefix?: string;
  secret?: string;
  allowances?: Partial<Allowances>;
}

/** Milliseconds for which Redis is waited for. */
const REDIS_PATIENCE = 1_000;

type Counters = Record<keyof Allowances, RateLimiterAbstract>;

/** What is counted: of which kind, and whose; of "all" nobody's. */
export type Counted = [kind: keyof Allowances, of: string];

/** Counts what visitors send. Whose it is can't be read from what is kept: keys are made with the site's secret. */
export class IntakeLimits {
  readonly #counters: Counters;
  readonly #secret: string;
  readonly #redis: Redis | undefined;

  constructor({ redisUrl, redisPrefix = 'deep-dive', secret = '', allowances }: LimitsOptions) {
    this.#secret = secret;
    this.#redis = redisUrl ? connect(redisUrl) : undefined;
    const counter = (name: string, { points, seconds }: Allowance): RateLimiterAbstract => {
      const options = { keyPrefix: `${redisPrefix}:intake:${name}`, points, duration: seconds };
      const alone = new RateLimiterMemory(options);
      if (!this.#redis) return alone;
      return new RateLimiterRedis({
        ...options,
        storeClient: this.#redis,
        rejectIfRedisNotReady: true,
        insuranceLimiter: alone,
      });
    };
    this.#counters = Object.fromEntries(
      Object.entries({ ...ALLOWANCES, ...allowances }).map(([name, allowance]) => [
        name,
        counter(name, allowance),
      ]),
    ) as Counters;
  }

  /**
   * Counts one of each, and answers with what takes it back. Rejects with `TooManyError` when there is too much of one, and
   * has then counted none.
   */
  async take(...counted: Counted[]): Promise<() => Promise<void>> {
    const taken: Counted[] = [];
    const giveBack = async (): Promise<void> => {
      await Promise.all(taken.map(([kind, of]) => this.#counters[kind].reward(this.#key(of))));
    };
    for (const [kind, of] of counted) {
      try {
        await this.#counters[kind].consume(this.#key(of));
      } catch (reason) {
        await giveBack();
        throw reason instanceof RateLimiterRes ? tooMany(reason) : reason;
      }
      taken.push([kind, of]);
    }
    return giveBack;
  }

  /** Rejects with `TooManyError` when there may be no more of something. Counts nothing. */
  async check([kind, of]: Counted): Promise<void> {
    const counter = this.#counters[kind];
    const standing = await counter.get(this.#key(of));
    if (standing && standing.consumedPoints >= counter.points) throw tooMany(standing);
  }

  close(): void {
    this.#redis?.disconnect();
  }

  #key(of: string): string {
    return createHmac('sha256', this.#secret).update(of).digest('base64url');
  }
}

const tooMany = ({ msBeforeNext }: RateLimiterRes): TooManyError =>
  new TooManyError(Math.max(1, Math.ceil(msBeforeNext / 1000)));

function connect(url: string): Redis {
  const redis = new Redis(url, {
    connectTimeout: REDIS_PATIENCE,
    commandTimeout: REDIS_PATIENCE,
    maxRetriesPerRequest: 1,
  });
  // Whoever listens for changes there says that it is away.
  redis.on('error', () => {});
  return redis;
}
