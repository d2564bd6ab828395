import type { Scenario } from '../scenario.ts';
import { seenSite, untilStale, visitorsOf } from '../unwell.ts';

const LATE_MS = 2_000;

/** The CMS answers everything, two seconds late. */
export const cmsSlow: Scenario = {
  name: 'CMS slow (2 s)',
  async run(stage) {
    const prepared = await seenSite(stage);
    await untilStale();
    prepared.proxy.slow(LATE_MS);
    // A slow CMS may be asked as much as it answers.
    const [answered, longest] = await visitorsOf(prepared, { rps: 50, seconds: 10 });
    return [answered, longest].filter((measure) => measure !== undefined);
  },
};
