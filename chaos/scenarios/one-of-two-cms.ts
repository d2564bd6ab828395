import type { Measure } from '../../bench/report.ts';
import { freshSearches } from '../content.ts';
import { all, holds, type Scenario } from '../scenario.ts';
import { failuresOf, pause, untilTrue, visit, visitAll } from '../visiting.ts';
import { portOf, type Stage } from '../world.ts';

const SEARCHES = 60;
const TOLD_WITHIN_MS = 5_000;
const FIRST_DAY = 40;

/** The site knows of two CMS processes, and one of them is gone, or hangs. */
export const oneOfTwoCms: Scenario = {
  name: 'One of two CMS',
  async run(stage) {
    return [
      ...(await without(stage, 'dead', FIRST_DAY)),
      ...(await without(stage, 'silent', FIRST_DAY + SEARCHES)),
    ];
  },
};

async function without(stage: Stage, state: 'dead' | 'silent', firstDay: number): Promise<Measure[]> {
  const port = portOf(stage.cms[0]?.url as string);
  const [one, other] = [await stage.proxyBefore(port), await stage.proxyBefore(port)];
  const site = await stage.site({ cmsUrls: [one.url, other.url] });
  const readiness = async (): Promise<string> => {
    const { status, body } = await visit(site.url, '/readyz');
    return `${status} ${body}`;
  };
  await untilTrue(async () => (await readiness()).startsWith('200'), TOLD_WITHIN_MS);
  const inHealth = await readiness();
  if (state === 'dead') await one.refuse();
  else one.silent();
  const answers = await visitAll(site.url, freshSearches(SEARCHES, firstDay));
  const told = await untilTrue(async () => (await readiness()) !== inHealth, TOLD_WITHIN_MS, 200);
  const said = await readiness();
  await one.pass();
  await pause(0);
  await site.stop();
  return [
    all(
      `${state}: searches that nobody made before`,
      answers.filter(({ status }) => status === 200).length,
      SEARCHES,
      failuresOf(answers),
    ),
    holds(
      `${state}: /readyz tells, and the site stays ready`,
      Number.isFinite(told) ? said.slice(0, 160) : `no word of it: ${said.slice(0, 80)}`,
      '200, with a word',
      Number.isFinite(told) && said.startsWith('200'),
    ),
  ];
}
