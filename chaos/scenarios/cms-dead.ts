import type { Scenario } from '../scenario.ts';
import { changeMeanwhile, seenSite, untilStale, visitorsOf } from '../unwell.ts';

/** Nobody listens where the CMS should be. */
export const cmsDead: Scenario = {
  name: 'CMS dead',
  async run(stage) {
    const prepared = await seenSite(stage);
    await untilStale();
    await prepared.proxy.refuse();
    // Requests that are refused never arrive, so there is nothing to count.
    const [answered, longest] = await visitorsOf(prepared, { rps: 50, seconds: 10 });
    const whenFresh = await changeMeanwhile(stage, prepared);
    await prepared.proxy.pass();
    return [answered, longest, await whenFresh()].filter((measure) => measure !== undefined);
  },
};
