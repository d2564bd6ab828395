import { atMost, type Measure, percentile } from '../bench/report.ts';
import { FIGURE, QUOTING_PAGE, quoteOf, someAddresses } from './content.ts';
import type { FaultyProxy } from './proxy.ts';
import { all, holds } from './scenario.ts';
import { failuresOf, type Load, pause, steadyLoad, untilTrue, visit, visitAll } from './visiting.ts';
import { portOf, type Site, type SiteOptions, type Stage } from './world.ts';

/** What a visitor waits at most while an older answer could be served, and what measuring may add, in milliseconds. */
const BOUND_MS = 300;
const MARGIN_MS = 100;
/** No machine may be so noisy that a second of waiting passes for noise, in milliseconds. */
const MOST_NOISE_MS = 250;
/** Within this the site shows what changed, once the CMS is well again, in seconds. */
const FRESH_WITHIN_S = 10;
/** Of an unwell CMS no more is asked than this, however many visitors come; and so often a second whether it is there. */
const MOST_REQUESTS = 60;
const MOST_PROBES_A_SECOND = 10;
/** Workshop pages that have been seen before. */
const WORKSHOPS_SEEN = 120;
const TTL_S = 1;

/** A site whose pages have been seen, with a proxy between it and the CMS. */
export interface Prepared {
  site: Site;
  proxy: FaultyProxy;
  /** Addresses that have been seen. */
  seen: string[];
}

/** Starts a site and visits many of its pages, twice, so that everything is warm. */
export async function seenSite(
  stage: Stage,
  options: Partial<SiteOptions> = {},
  workshops = WORKSHOPS_SEEN,
): Promise<Prepared> {
  const cmsUrl = stage.cms[0]?.url as string;
  const proxy = await stage.proxyBefore(portOf(cmsUrl));
  const site = await stage.site({ cmsUrls: [proxy.url], ttl: TTL_S, ...options });
  const seen = await someAddresses(cmsUrl, workshops);
  for (let round = 0; round < 2; round++) {
    const failures = failuresOf(await visitAll(site.url, seen));
    if (failures) throw new Error(`The site was not well before anything was done to it: ${failures}.`);
  }
  return { site, proxy, seen };
}

/** Waits until everything that has been seen is past its time limit. */
export const untilStale = (): Promise<void> => pause(TTL_S * 1000 + 300);

/** What visitors of seen pages notice while the CMS is unwell, and how much is asked of it meanwhile. */
export async function visitorsOf({ site, proxy, seen }: Prepared, load: Load): Promise<Measure[]> {
  proxy.forgetRequests();
  const { answers, noise } = await steadyLoad(site.url, seen, load);
  const { requests, probes } = proxy;
  const times = answers.map(({ ms }) => ms);
  const [p50, worst] = [percentile(times, 50), Math.max(...times)];
  const allowed = BOUND_MS + MARGIN_MS + Math.min(noise, MOST_NOISE_MS);
  const late = times.filter((ms) => ms > allowed).length;
  return [
    all(
      `pages seen before are answered, ${load.rps} a second for ${load.seconds} s`,
      answers.filter(({ status }) => status === 200).length,
      answers.length,
      failuresOf(answers),
    ),
    holds(
      '… the longest wait',
      `${worst.toFixed(0)} ms (p50 ${p50.toFixed(0)}, ${late} late, the machine’s own ${noise.toFixed(0)})`,
      `≤ ${BOUND_MS} + ${MARGIN_MS} ms`,
      worst <= allowed,
    ),
    holds(
      '… requests that reached the CMS meanwhile',
      `${requests}, and ${probes} probes`,
      `≤ ${MOST_REQUESTS}, and ${MOST_PROBES_A_SECOND * load.seconds}`,
      requests <= MOST_REQUESTS && probes <= MOST_PROBES_A_SECOND * load.seconds,
    ),
  ];
}

/** Publishes a change while the CMS is unwell for the site; returns how to measure when it shows. */
export async function changeMeanwhile(stage: Stage, { site }: Prepared): Promise<() => Promise<Measure>> {
  const value = someNumber();
  const { status } = await stage.admin.publishFigure(stage.cms[0]?.url as string, FIGURE, value);
  if (status !== 200) throw new Error(`The change could not be published (${status}).`);
  return async () => {
    const isShown = async (): Promise<boolean> =>
      (await visit(site.url, QUOTING_PAGE)).body.includes(quoteOf(value));
    const ms = await untilTrue(isShown, FRESH_WITHIN_S * 2_000, 100);
    return atMost('… once it is well, what changed meanwhile shows after', ms / 1000, FRESH_WITHIN_S, 's', 1);
  };
}

let lastNumber = 20_000 + Math.floor(Math.random() * 50_000);

/** A number that no page has quoted yet. */
export const someNumber = (): number => ++lastNumber;
