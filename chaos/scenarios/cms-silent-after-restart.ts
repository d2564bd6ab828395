import type { Scenario } from '../scenario.ts';
import { changeMeanwhile, seenSite, visitorsOf } from '../unwell.ts';

/** The site is started again while the CMS is silent: all it has is what it kept on disk, which may have missed changes. */
export const cmsSilentAfterRestart: Scenario = {
  name: 'CMS silent, site restarted',
  async run(stage) {
    const { site: before, proxy, seen } = await seenSite(stage);
    await before.stop();
    proxy.silent();
    const site = await stage.site({ cmsUrls: [proxy.url], ttl: 1, dataDir: before.dataDir });
    const prepared = { site, proxy, seen };
    const measures = await visitorsOf(prepared, { rps: 50, seconds: 10 });
    const whenFresh = await changeMeanwhile(stage, prepared);
    await proxy.pass();
    return [...measures, await whenFresh()];
  },
};
