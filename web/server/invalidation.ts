import { createHash, timingSafeEqual } from 'node:crypto';
import {
  type ChangesMessage,
  changesChannel,
  EVERYTHING,
  HEARTBEAT,
  MAX_TAGS,
} from '@deep-dive/shared-types';
import { Redis } from 'ioredis';
import * as z from 'zod';

const tagsSchema = z.array(z.string().min(1).max(200)).min(1).max(MAX_TAGS);

/** The body of `POST /_internal/invalidate`. */
export const invalidationSchema: z.ZodType<ChangesMessage> = z.object({ tags: tagsSchema });

/** Whether an `Authorization` header carries the secret; takes the same time whatever it carries. */
export function isAuthorized(header: string | undefined, secret: string | undefined): boolean {
  if (!secret || !header) return false;
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(header), digest(`Bearer ${secret}`));
}

/** Where changes are told. */
export interface ChangesSource {
  redisUrl: string;
  /** Tells installations apart that share a database. */
  redisPrefix?: string;
}

/**
 * Listens for changes on Redis, for as long as the process runs. Whenever the connection comes up, everything is
 * invalidated: messages sent while it was down are lost. One that says nothing any more counts as down. Returns a function
 * that ends it.
 */
export function listenForChanges(
  { redisUrl, redisPrefix }: ChangesSource,
  invalidate: (tags: string[]) => void,
  { everyMs, limitMs } = HEARTBEAT,
): () => void {
  const channel = changesChannel(redisUrl, redisPrefix);
  const redis = new Redis(redisUrl, {
    autoResubscribe: false,
    maxRetriesPerRequest: null,
    retryStrategy: (attempt) => Math.min(attempt * 500, 5_000),
    socketTimeout: limitMs,
  });
  const heartbeat = setInterval(() => {
    if (redis.status === 'ready') redis.ping().catch(() => {});
  }, everyMs).unref();
  let isDown = false;
  redis.on('ready', () => {
    redis.subscribe(channel).then(
      () => {
        if (isDown) console.log('Redis is back.');
        isDown = false;
        invalidate([EVERYTHING]);
      },
      (error: Error) => console.error(`Redis refused the subscription to ${channel}: ${error.message}`),
    );
  });
  redis.on('message', (_channel: string, message: string) => {
    const tags = tagsFrom(message);
    if (tags) invalidate(tags);
    else console.error(`A message on ${channel} is no JSON array of tags; dropping everything to be safe.`);
    if (!tags) invalidate([EVERYTHING]);
  });
  redis.on('error', (error: NodeJS.ErrnoException) => {
    if (!isDown)
      console.error(
        `Redis cannot be reached (${error.code ?? error.message}); changes show after the cache's time.`,
      );
    isDown = true;
  });
  return () => {
    clearInterval(heartbeat);
    redis.disconnect();
  };
}

function tagsFrom(message: string): string[] | undefined {
  try {
    return tagsSchema.safeParse(JSON.parse(message)).data;
  } catch {
    return undefined;
  }
}
