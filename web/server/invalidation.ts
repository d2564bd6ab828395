import { createHash, timingSafeEqual } from 'node:crypto';
import { CHANGES_CHANNEL, type ChangesMessage, EVERYTHING, MAX_TAGS } from '@deep-dive/shared-types';
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

/**
 * Listens for changes on Redis, for as long as the process runs. Whenever the connection comes up, everything is
 * invalidated: messages sent while it was down are lost. Returns a function that ends it.
 */
export function listenForChanges(redisUrl: string, invalidate: (tags: string[]) => void): () => void {
  const redis = new Redis(redisUrl, {
    autoResubscribe: false,
    maxRetriesPerRequest: null,
    retryStrategy: (attempt) => Math.min(attempt * 500, 5_000),
  });
  let isDown = false;
  redis.on('ready', () => {
    redis.subscribe(CHANGES_CHANNEL).then(
      () => {
        if (isDown) console.log('Redis is back.');
        isDown = false;
        invalidate([EVERYTHING]);
      },
      (error: Error) =>
        console.error(`Redis refused the subscription to ${CHANGES_CHANNEL}: ${error.message}`),
    );
  });
  redis.on('message', (_channel: string, message: string) => {
    const tags = tagsFrom(message);
    if (tags) invalidate(tags);
    else
      console.error(
        `A message on ${CHANGES_CHANNEL} is no JSON array of tags; dropping everything to be safe.`,
      );
    if (!tags) invalidate([EVERYTHING]);
  });
  redis.on('error', (error: NodeJS.ErrnoException) => {
    if (!isDown)
      console.error(
        `Redis cannot be reached (${error.code ?? error.name}); changes show after the cache's time.`,
      );
    isDown = true;
  });
  return () => redis.disconnect();
}

function tagsFrom(message: string): string[] | undefined {
  try {
    return tagsSchema.safeParse(JSON.parse(message)).data;
  } catch {
    return undefined;
  }
}
