/** Where the CMS tells each process of the site what changed: a POST with the invalidation secret as bearer token. */
export const CHANGES_PATH = '/_internal/invalidate';

/** The body of that POST: the tags of what changed ("workshop", "workshop:abc…"), as responses name them in `Cache-Tag`. */
export interface ChangesMessage {
  tags: string[];
}

/** The tag that stands for all of them. */
export const EVERYTHING = '*';

/** One message names at most this many tags; more is everything. */
export const MAX_TAGS = 1000;

/**
 * The Redis channel on which the same is told to every process at once: a JSON array of tags. Redis ignores the number of the
 * database in channels (https://redis.io/docs/latest/develop/pubsub/), so it is part of the name; `prefix` tells
 * installations apart that share a database. Throws a `TypeError` when the address is none.
 */
export function changesChannel(redisUrl: string, prefix = 'deep-dive'): string {
  const { pathname, searchParams } = new URL(redisUrl);
  const database = Number.parseInt(pathname.slice(1) || (searchParams.get('db') ?? ''), 10) || 0;
  return `${prefix}:${database}:changes`;
}

/** How a connection to Redis shows that it lives: a word every so many milliseconds, with so many to answer it. */
export interface Heartbeat {
  everyMs: number;
  limitMs: number;
}
export const HEARTBEAT: Heartbeat = { everyMs: 5_000, limitMs: 2_000 };
