import {
  CHANGES_PATH,
  type ChangesMessage,
  changesChannel,
  EVERYTHING,
  HEARTBEAT,
  type Heartbeat,
  MAX_TAGS,
} from '@deep-dive/shared-types';
import { Redis } from 'ioredis';

/** How long a save waits for the site to hear of it, in milliseconds. */
const PATIENCE_MS = 1000;

export interface NotifierOptions {
  /** Addresses of the web processes, without a slash at the end. */
  webUrls: string[];
  /** Told to the web processes as bearer token. */
  secret: string;
  redisUrl: string | null;
  /** The same as the site's: tells installations apart that share a database of Redis. */
  redisPrefix?: string;
  warn: (message: string) => void;
  heartbeat?: Heartbeat;
}

export interface Notifier {
  /** Tells every web process which tags changed. Takes a second at most and never rejects. */
  tell: (tags: string[]) => Promise<void>;
  close: () => Promise<void>;
}

/** Tells the site what changed: each web process directly, or all who listen on Redis, or both. */
export function createNotifier({
  webUrls,
  secret,
  redisUrl,
  redisPrefix,
  warn,
  heartbeat = HEARTBEAT,
}: NotifierOptions): Notifier {
  const redis = redisUrl ? createPublisher({ redisUrl, redisPrefix, warn, heartbeat }) : null;

  async function post(url: string, tags: string[]): Promise<void> {
    const response = await fetch(url + CHANGES_PATH, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ tags } satisfies ChangesMessage),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.ok) throw new Error(`it answered ${response.status}`);
  }

  return {
    async tell(changed) {
      const tags = bounded(changed);
      const deliveries = new Map(webUrls.map((url) => [url, post(url, tags)]));
      if (redis) deliveries.set('Redis', redis.publish(tags));
      await Promise.all(
        [...deliveries].map(([name, delivery]) =>
          delivery.catch((error: Error) =>
            warn(
              `${name} was not told of a change (${error.message}): it will show it once its cache expires.`,
            ),
          ),
        ),
      );
    },
    async close() {
      redis?.close();
    },
  };
}

interface Publisher {
  publish: (tags: string[]) => Promise<void>;
  close: () => void;
}

/**
 * Publishes on Redis. A connection that says nothing any more is given up; what could not be told is told when there is a new
 * one, as those who listen have missed nothing from where they are, and so won't ask.
 */
function createPublisher({
  redisUrl,
  redisPrefix,
  warn,
  heartbeat: { everyMs, limitMs },
}: Pick<NotifierOptions, 'redisPrefix' | 'warn'> & { redisUrl: string; heartbeat: Heartbeat }): Publisher {
  const channel = changesChannel(redisUrl, redisPrefix);
  const redis = new Redis(redisUrl, {
    connectTimeout: PATIENCE_MS,
    commandTimeout: PATIENCE_MS,
    socketTimeout: limitMs,
    maxRetriesPerRequest: 1,
  });
  const untold = new Set<string>();
  const beating = setInterval(() => {
    if (redis.status === 'ready') redis.ping().catch(() => {});
  }, everyMs).unref();

  async function publish(tags: string[]): Promise<void> {
    try {
      await redis.publish(channel, JSON.stringify(tags));
    } catch (error) {
      for (const tag of tags) untold.add(tag);
      throw error;
    }
  }
  redis.on('error', (error: Error) => warn(`Redis: ${error.message}`));
  redis.on('ready', () => {
    if (untold.size === 0) return;
    const tags = bounded([...untold]);
    untold.clear();
    publish(tags).catch((error: Error) => warn(`Redis was not told of changes (${error.message}).`));
  });
  return {
    publish,
    close() {
      clearInterval(beating);
      redis.disconnect();
    },
  };
}

function bounded(tags: string[]): string[] {
  return tags.length > MAX_TAGS ? [EVERYTHING] : tags;
}
