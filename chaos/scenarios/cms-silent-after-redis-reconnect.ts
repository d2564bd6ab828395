import type { Scenario } from '../scenario.ts';
import { changeMeanwhile, seenSite, visitorsOf } from '../unwell.ts';
import { pause } from '../visiting.ts';
import { redisPort, redisThrough } from '../world.ts';

/** The connection to Redis comes back while the CMS is silent: everything may have changed meanwhile. */
export const cmsSilentAfterRedisReconnect: Scenario = {
  name: 'CMS silent, Redis reconnected',
  needsRedis: true,
  async run(stage) {
    const redis = await stage.proxyBefore(redisPort);
    const prepared = await seenSite(stage, { redisUrl: redisThrough(redis), ttl: 60 });
    prepared.proxy.silent();
    redis.cut();
    // The first attempt to come back is made after half a second.
    await pause(1_500);
    const measures = await visitorsOf(prepared, { rps: 50, seconds: 10 });
    const whenFresh = await changeMeanwhile(stage, prepared);
    await prepared.proxy.pass();
    return [...measures, await whenFresh()];
  },
};
