import type { Measure } from '../../bench/report.ts';
import { FEEDS, firstTiles, publishedAddresses } from '../content.ts';
import { all, type Scenario } from '../scenario.ts';
import { failuresOf, pause, visitAll } from '../visiting.ts';
import { portOf } from '../world.ts';

/** The site has all it wants once it asks nothing for so long, in milliseconds. */
const QUIET_MS = 2_500;
const WARM_WITHIN_MS = 45_000;

/** The CMS goes away before anybody has visited anything; then the site is restarted without it. */
export const outageOfPagesNeverVisited: Scenario = {
  name: 'Outage before any visit',
  async run(stage) {
    const cmsUrl = stage.cms[0]?.url as string;
    const proxy = await stage.proxyBefore(portOf(cmsUrl));
    const site = await stage.site({ cmsUrls: [proxy.url] });
    await untilQuiet(() => proxy.requests);
    await proxy.refuse();

    const { pages, partners, workshops } = await publishedAddresses(cmsUrl);
    const kinds = {
      'published pages': pages,
      'Regional Partners’ pages': partners,
      'workshops’ pages': workshops,
      feeds: FEEDS,
      'the first maps': ['/workshops.svg', ...firstTiles()],
    };
    const answered = async (url: string, word: string): Promise<Measure[]> => {
      const measures: Measure[] = [];
      for (const [kind, paths] of Object.entries(kinds)) {
        const answers = await visitAll(url, paths, 8);
        const good = answers.filter(({ status }) => status === 200 || status === 204);
        const failures = failuresOf(answers.filter((answer) => !good.includes(answer)));
        measures.push(all(`${kind} nobody visited${word}`, good.length, paths.length, failures));
      }
      return measures;
    };
    const before = await answered(site.url, '');
    await site.stop();
    const restarted = await stage.site({ cmsUrls: [proxy.url], dataDir: site.dataDir });
    return [...before, ...(await answered(restarted.url, ', after a restart'))];
  },
};

async function untilQuiet(count: () => number): Promise<void> {
  const until = performance.now() + WARM_WITHIN_MS;
  let [last, quietSince] = [count(), performance.now()];
  while (performance.now() < until && performance.now() - quietSince < QUIET_MS) {
    await pause(100);
    if (count() !== last) [last, quietSince] = [count(), performance.now()];
  }
}
