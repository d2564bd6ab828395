import {
  CHANGES_CHANNEL,
  CHANGES_PATH,
  type ChangesMessage,
  EVERYTHING,
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
  warn: (message: string) => void;
}

export interface Notifier {
  /** Tells every web process which tags changed. Takes a second at most and never rejects. */
  tell: (tags: string[]) => Promise<void>;
  close: () => Promise<void>;
}

/** Tells the site what changed: each web process directly, or all who listen on Redis, or both. */
export function createNotifier({ webUrls, secret, redisUrl, warn }: NotifierOptions): Notifier {
  const redis = redisUrl ? connect(redisUrl, warn) : null;

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
      const tags = changed.length > MAX_TAGS ? [EVERYTHING] : changed;
      const deliveries = new Map(webUrls.map((url) => [url, post(url, tags)]));
      if (redis)
        deliveries.set(
          'Redis',
          redis.publish(CHANGES_CHANNEL, JSON.stringify(tags)).then(() => undefined),
        );
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
      redis?.disconnect();
    },
  };
}

function connect(url: string, warn: (message: string) => void): Redis {
  const redis = new Redis(url, {
    connectTimeout: PATIENCE_MS,
    commandTimeout: PATIENCE_MS,
    maxRetriesPerRequest: 1,
  });
  redis.on('error', (error: Error) => warn(`Redis: ${error.message}`));
  return redis;
}
