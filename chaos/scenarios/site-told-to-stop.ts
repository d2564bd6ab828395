import { freshSearches } from '../content.ts';
import { all, holds, type Scenario } from '../scenario.ts';
import { type Answer, failuresOf, pause, visit } from '../visiting.ts';
import { portOf } from '../world.ts';

const VISITORS = 80;
const EVERY_MS = 15;
const STOP_AFTER_MS = 900;
/** Begun so shortly before the signal, a request may still be on its way, in milliseconds. */
const ON_THE_WAY_MS = 30;
const CMS_LATE_MS = 400;

/** The site is told to stop while it makes pages that take their time. */
export const siteToldToStop: Scenario = {
  name: 'Site told to stop',
  async run(stage) {
    const proxy = await stage.proxyBefore(portOf(stage.cms[0]?.url as string));
    const site = await stage.site({ cmsUrls: [proxy.url] });
    await visit(site.url, '/workshops');
    proxy.slow(CMS_LATE_MS);
    const visits: Promise<Answer>[] = [];
    const paths = freshSearches(VISITORS, 200);
    let stopped: Promise<string> | undefined;
    let toldAt = Number.POSITIVE_INFINITY;
    const from = performance.now();
    for (const path of paths) {
      if (!stopped && performance.now() - from > STOP_AFTER_MS) {
        toldAt = performance.now();
        stopped = site.stop();
      }
      visits.push(visit(site.url, path));
      await pause(EVERY_MS);
    }
    stopped ??= site.stop();
    const answers = await Promise.all(visits);
    const begun = answers.filter(({ askedAt }) => askedAt < toldAt - ON_THE_WAY_MS);
    const unfinished = begun.filter(({ askedAt, ms }) => askedAt + ms > toldAt);
    const ended = await stopped;
    const finished = begun.filter(({ status }) => status === 200).length;
    return [
      all(
        `requests begun before are finished, ${unfinished.length} of them under way`,
        finished,
        begun.length,
        failuresOf(begun),
      ),
      holds('… and it ends by itself', `with ${ended}`, 'with 0', ended === '0'),
    ];
  },
};
