import type { Measure } from '../bench/report.ts';
import { buildWhatIsMissing } from '../scripts/lib/build.ts';
import { answers, isLeftOut, POSTGRES, REDIS } from '../scripts/lib/needs.ts';
import { untilAskedToStop } from '../scripts/lib/processes.ts';
import { run, seconds, step } from '../scripts/lib/steps.ts';
import { printTable, type Row } from './report.ts';
import type { Scenario } from './scenario.ts';
import { changesNobodyToldOf } from './scenarios/changes-nobody-told-of.ts';
import { cmsDead } from './scenarios/cms-dead.ts';
import { cmsLies } from './scenarios/cms-lies.ts';
import { cmsSilent } from './scenarios/cms-silent.ts';
import { cmsSilentAfterRedisReconnect } from './scenarios/cms-silent-after-redis-reconnect.ts';
import { cmsSilentAfterRestart } from './scenarios/cms-silent-after-restart.ts';
import { cmsSlow } from './scenarios/cms-slow.ts';
import { cmsToldToStop } from './scenarios/cms-told-to-stop.ts';
import { editsShowOnTheNextLoad } from './scenarios/edits-show-on-the-next-load.ts';
import { homePageUnpublished } from './scenarios/home-page-unpublished.ts';
import { inquiriesWithoutMail } from './scenarios/inquiries-without-mail.ts';
import { loginsWithForgedAddresses } from './scenarios/logins-with-forged-addresses.ts';
import { oneOfTwoCms } from './scenarios/one-of-two-cms.ts';
import { outageOfPagesNeverVisited } from './scenarios/outage-of-pages-never-visited.ts';
import { CommitCutter, postgresConnectionsCut } from './scenarios/postgres-connections-cut.ts';
import { siteToldToStop } from './scenarios/site-told-to-stop.ts';
import { postgresWorld, sqliteWorld, type World } from './world.ts';

/** All of it ends within this, in milliseconds; what has not had its turn by then counts as missed. */
const BUDGET_MS = 12 * 60_000;
const SCENARIO_MS = 240_000;

/** In order: what leaves traces in the content comes late, and what ends the CMS comes last. */
const ON_SQLITE: Scenario[] = [
  editsShowOnTheNextLoad,
  changesNobodyToldOf,
  cmsSilent,
  cmsSilentAfterRestart,
  cmsSilentAfterRedisReconnect,
  cmsDead,
  cmsSlow,
  cmsLies,
  oneOfTwoCms,
  outageOfPagesNeverVisited,
  siteToldToStop,
  homePageUnpublished,
  cmsToldToStop,
];
const cutter = new CommitCutter();
const ON_POSTGRES: Scenario[] = [
  inquiriesWithoutMail,
  postgresConnectionsCut(cutter),
  loginsWithForgedAddresses,
];

/**
 * Breaks the built product on purpose, on this machine alone, and prints what held. Exits with 1 when a bound is missed.
 * Arguments are words: only scenarios with one of them in their name are run.
 */
await run(async () => {
  await buildWhatIsMissing();
  const words = process.argv.slice(3).map((word) => word.toLowerCase());
  const chosen = (scenarios: Scenario[]): Scenario[] =>
    scenarios.filter(
      ({ name }) => words.length === 0 || words.some((word) => name.toLowerCase().includes(word)),
    );
  const until = performance.now() + BUDGET_MS;
  const left = {
    redis: isLeftOut(REDIS, await answers(REDIS)),
    postgres: isLeftOut(POSTGRES, await answers(POSTGRES)),
  };
  const rows: Row[] = [];
  let isStopped = false;
  void untilAskedToStop().then(() => {
    isStopped = true;
  });
  const runAll = async (
    scenarios: Scenario[],
    isLeftOutHere: boolean,
    start: () => Promise<World>,
  ): Promise<void> => {
    const isOut = ({ needsRedis }: Scenario): boolean => isLeftOutHere || (!!needsRedis && left.redis);
    const runs = scenarios.filter((scenario) => !isOut(scenario));
    rows.push(
      ...scenarios
        .filter(isOut)
        .map(({ name }) => ({ scenario: name, what: 'not run', measured: '', bound: '' })),
    );
    if (runs.length > 0 && !isStopped) rows.push(...(await inWorld(runs, start, until, () => isStopped)));
  };
  await runAll(chosen(ON_SQLITE), false, sqliteWorld);
  await runAll(chosen(ON_POSTGRES), left.postgres, () => postgresWorld(cutter.judge));
  printTable(rows);
  process.exit(isStopped || rows.some(({ kept }) => kept === false) ? 1 : 0);
});

async function inWorld(
  scenarios: Scenario[],
  start: () => Promise<World>,
  until: number,
  isStopped: () => boolean,
): Promise<Row[]> {
  const rows: Row[] = [];
  const miss = ({ name }: Scenario, why: string): void => {
    rows.push({ scenario: name, what: 'it could be tried', measured: why, bound: 'yes', kept: false });
  };
  let world: World | undefined;
  try {
    world = await step('Starting the CMS to break', start);
    for (const scenario of scenarios) {
      if (isStopped()) break;
      const remains = Math.min(SCENARIO_MS, until - performance.now());
      if (remains <= 0) {
        miss(scenario, 'the time was up');
        continue;
      }
      const stage = world.begin();
      try {
        const measures = await step(scenario.name, () => within(remains, scenario.run(stage)));
        rows.push(...measures.map((measure) => ({ scenario: scenario.name, ...measure })));
      } catch (error) {
        miss(scenario, (error as Error).message);
      } finally {
        await stage.close();
      }
      if (scenario !== scenarios.at(-1)) await world.recover();
    }
  } catch (error) {
    for (const scenario of scenarios.filter(({ name }) => !rows.some((row) => row.scenario === name)))
      miss(scenario, (error as Error).message);
  } finally {
    await world?.end();
  }
  return rows;
}

/** What a scenario measures, if it ends in time. */
async function within(ms: number, measured: Promise<Measure[]>): Promise<Measure[]> {
  let timer: NodeJS.Timeout | undefined;
  const isUp = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`it did not end within ${seconds(ms)}`)), ms);
  });
  return Promise.race([measured, isUp]).finally(() => clearTimeout(timer));
}
