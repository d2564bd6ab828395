import type { Scenario } from '../scenario.ts';
import { changeMeanwhile, seenSite, untilStale, visitorsOf } from '../unwell.ts';

/** The CMS takes every request and never answers, for longer than the site's time limit. */
export const cmsSilent: Scenario = {
  name: 'CMS silent',
  async run(stage) {
    const prepared = await seenSite(stage);
    await untilStale();
    prepared.proxy.silent();
    const measures = await visitorsOf(prepared, { rps: 50, seconds: 20 });
    const whenFresh = await changeMeanwhile(stage, prepared);
    await prepared.proxy.pass();
    return [...measures, await whenFresh()];
  },
};
