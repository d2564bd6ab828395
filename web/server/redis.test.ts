import { EVERYTHING } from '@deep-dive/shared-types';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startFakeRedis } from '../../scripts/lib/fake-redis.ts';
import { listenForChanges } from './invalidation';

/** Quick for a test, and patient enough for a busy machine. */
const QUICK = { everyMs: 50, limitMs: 1_500 };
vi.setConfig({ testTimeout: 20_000 });
let redis: Awaited<ReturnType<typeof startFakeRedis>>;
const stops: (() => void)[] = [];
vi.spyOn(console, 'error').mockImplementation(() => {});
vi.spyOn(console, 'log').mockImplementation(() => {});

beforeEach(async () => {
  redis = await startFakeRedis();
});
afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  await redis.close();
});

function listen(redisUrl: string, redisPrefix?: string): string[][] {
  const heard: string[][] = [];
  stops.push(listenForChanges({ redisUrl, redisPrefix }, (tags) => heard.push(tags), QUICK));
  return heard;
}

it('a connection that says nothing any more is noticed, and everything counts as changed when it is back', async () => {
  const heard = listen(redis.url);
  await vi.waitFor(() => expect(heard).toEqual([[EVERYTHING]]));
  redis.fallSilent();
  await vi.waitFor(() => expect(heard).toEqual([[EVERYTHING], [EVERYTHING]]), { timeout: 15_000 });
  expect(redis.listeners).toBe(1);
  redis.publish('deep-dive:0:changes', '["page"]');
  await vi.waitFor(() => expect(heard.at(-1)).toEqual(['page']));
});

it('a connection on which nothing happens is left alone', async () => {
  const heard = listen(redis.url);
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  await expect.poll(() => redis.pings, { timeout: 15_000 }).toBeGreaterThan(5);
  expect(heard).toHaveLength(1);
});

it('other databases and installations on the same Redis are not heard', async () => {
  const first = listen(redis.url);
  const second = listen(`${redis.url}/1`);
  const third = listen(`${redis.url}/1`, 'staging');
  await vi.waitFor(() => expect(redis.listeners).toBe(3));
  await vi.waitFor(() => expect([first.length, second.length, third.length]).toEqual([1, 1, 1]));
  redis.publish('deep-dive:1:changes', '["page"]');
  redis.publish('staging:1:changes', '["site"]');
  redis.publish('deep-dive:0:changes', '["workshop"]');
  await vi.waitFor(() =>
    expect([first.at(-1), second.at(-1), third.at(-1)]).toEqual([['workshop'], ['page'], ['site']]),
  );
  expect([first.length, second.length, third.length]).toEqual([2, 2, 2]);
});
