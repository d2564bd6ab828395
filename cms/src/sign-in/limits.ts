import { createHmac } from 'node:crypto';
import { networkOf } from '@deep-dive/shared-types/environment';
import type { Core } from '@strapi/strapi';
import { Redis } from 'ioredis';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';

const TABLE = 'sign_in_tries';
const REDIS_PATIENCE_MS = 1000;
/** How long someone is known at an address after they have signed in there, in seconds; timers hold 24 days at most. */
const KNOWN_FOR = 21 * 24 * 60 * 60;

/** How many tries there may be in how many seconds. */
export interface Allowance {
  /** From one address, whoever is meant. */
  address: number;
  /** For one account from one address. */
  pair: number;
  /** For one account from all addresses together, but for those where its owner is known. */
  account: number;
  seconds: number;
}

/** Someone who tries something. */
export interface Try {
  /** What is tried: each door counts for itself. */
  door: string;
  address: string;
  /** Whose account is meant, where that is told. */
  account: string | null;
}

/** Too many tries: in how many seconds there may be another. */
export class TooManyTries extends Error {
  override name = 'TooManyTries';
  constructor(readonly seconds: number) {
    super('Too many tries');
  }
}

type Counter = Pick<RateLimiterAbstract, 'consume' | 'reward' | 'delete' | 'get' | 'set'>;

/** Makes counters that all CMS processes share, where there is something to share them through. */
export interface Store {
  counter(name: string, points: number, seconds: number): Counter;
  close(): void;
}

/**
 * Lets Strapi make the table that the counters are kept in on PostgreSQL; it would drop one it doesn't know. To be called
 * in `register()`.
 */
export function addTriesTable(strapi: Core.Strapi): void {
  strapi.get('models').add({
    uid: 'sign-in::try',
    singularName: 'sign_in_try',
    tableName: TABLE,
    // In the order, and of the types, that rate-limiter-flexible expects.
    attributes: {
      key: { type: 'string', column: { unique: true, notNullable: true } },
      points: { type: 'integer', column: { notNullable: true, defaultTo: 0 } },
      expire: { type: 'biginteger' },
    },
  });
}

/**
 * Redis where there is one, else PostgreSQL; SQLite belongs to one process, whose memory will do. While the store is
 * away each process counts for itself.
 */
export function openStore(strapi: Core.Strapi, redisUrl: string | undefined): Store {
  const redis = redisUrl ? connect(redisUrl, strapi) : null;
  const isPostgres = strapi.db.dialect.client === 'postgres';
  return {
    counter(name, points, seconds) {
      const options = { keyPrefix: name, points, duration: seconds };
      const alone = new RateLimiterMemory(options);
      if (redis)
        return new RateLimiterRedis({
          ...options,
          storeClient: redis,
          rejectIfRedisNotReady: true,
          insuranceLimiter: alone,
        });
      if (isPostgres)
        return new RateLimiterPostgres({
          ...options,
          storeClient: strapi.db.connection,
          storeType: 'knex',
          tableName: TABLE,
          tableCreated: true,
          insuranceLimiter: alone,
        });
      return alone;
    },
    close: () => redis?.disconnect(),
  };
}

function connect(url: string, strapi: Core.Strapi): Redis {
  const redis = new Redis(url, {
    connectTimeout: REDIS_PATIENCE_MS,
    commandTimeout: REDIS_PATIENCE_MS,
    maxRetriesPerRequest: 1,
  });
  redis.on('error', (error: Error) =>
    strapi.log.warn(`Redis: ${error.message}. Until it is back, each CMS process counts log-ins for itself.`),
  );
  return redis;
}

/**
 * Counts tries and their success. Keys are made with a secret of the site's own: nothing can be read from them, and sites
 * that share a Redis don't count together.
 */
export class Limits {
  readonly #store: Store;
  readonly #secret: string;
  readonly #known: Counter;
  readonly #counters = new Map<string, Counter>();

  constructor(store: Store, secret: string) {
    this.#store = store;
    this.#secret = secret;
    this.#known = store.counter('known', 1, KNOWN_FOR);
  }

  /** Counts a try, and answers with what to call when it succeeds. Rejects with `TooManyTries`. */
  async take({ door, address, account }: Try, allowance: Allowance): Promise<() => Promise<void>> {
    const network = networkOf(address);
    const counted: { counter: Counter; key: string; forgiven: 'all' | 'one' }[] = [];
    const count = async (part: 'address' | 'pair' | 'account', of: string[]) => {
      const counter = this.#counter(`${door} ${part}`, allowance[part], allowance.seconds);
      const key = this.#key(door, part, ...of);
      await consume(counter, key);
      counted.push({ counter, key, forgiven: part === 'pair' ? 'all' : 'one' });
    };
    await count('address', [network]);
    if (account !== null) {
      // The stricter first: who is stopped by it takes nothing from what all share.
      await count('pair', [account, network]);
      if (!(await this.#known.get(this.#key('known', account, network)))) await count('account', [account]);
    }
    return async () => {
      for (const { counter, key, forgiven } of counted)
        await (forgiven === 'all' ? counter.delete(key) : counter.reward(key));
    };
  }

  /** Remembers that someone is who they say at an address: strangers' tries elsewhere don't count against them there. */
  async remember(account: string, address: string): Promise<void> {
    await this.#known.set(this.#key('known', account, networkOf(address)), 1, KNOWN_FOR);
  }

  #counter(name: string, points: number, seconds: number): Counter {
    const counter = this.#counters.get(name) ?? this.#store.counter(name, points, seconds);
    this.#counters.set(name, counter);
    return counter;
  }

  #key(...parts: string[]): string {
    return createHmac('sha256', this.#secret).update(JSON.stringify(parts)).digest('base64url');
  }
}

async function consume(counter: Counter, key: string): Promise<void> {
  try {
    await counter.consume(key);
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    throw new TooManyTries(Math.max(1, Math.ceil(reason.msBeforeNext / 1000)));
  }
}
