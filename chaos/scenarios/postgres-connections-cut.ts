import { atMost } from '../../bench/report.ts';
import { isDone } from '../admin.ts';
import type { Verdict } from '../proxy.ts';
import { holds, type Scenario } from '../scenario.ts';
import { pause, untilTrue, visit } from '../visiting.ts';

const WRITERS = 4;
const TERMINATE_MS = 7_000;
const TERMINATE_EVERY_MS = 120;
const COMMIT_MS = 7_000;
/** Of the commits, one in so many is cut off, before or after PostgreSQL hears of it. */
const ONE_IN = 5;
const READY_WITHIN_S = 10;

const TERMINATE = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() order by random() limit 1`;

/** Counts commits and says which to cut, while it is told to. */
export class CommitCutter {
  isOn = false;
  cut = 0;
  #commits = 0;

  readonly judge = (bytes: Buffer): Verdict => {
    if (!this.isOn || !/^Q....commit;?\0/is.test(bytes.toString('latin1', 0, 20))) return 'pass';
    if (++this.#commits % ONE_IN !== 0) return 'pass';
    this.cut++;
    return this.cut % 3 === 0 ? 'cut after' : 'cut before';
  };
}

/** The connections between CMS and PostgreSQL are cut at random, and in the middle of COMMIT, while people save. */
export const postgresConnectionsCut = (cutter: CommitCutter): Scenario => ({
  name: 'PostgreSQL connections cut',
  async run(stage) {
    const cms = stage.cms[0];
    if (!cms) throw new Error('There is no CMS.');
    const acknowledged: string[] = [];
    let [tried, isOver] = [0, false];
    const write = async (writer: number): Promise<void> => {
      for (let count = 0; !isOver && cms.isRunning(); count++) {
        const key = `cut-${writer}-${count}`;
        tried++;
        if (isDone(await stage.admin.createFigure(cms.url, key))) acknowledged.push(key);
        else await pause(20);
      }
    };
    const writers = Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
    const terminateUntil = performance.now() + TERMINATE_MS;
    let terminated = 0;
    while (performance.now() < terminateUntil && cms.isRunning()) {
      terminated += (await stage.rows(TERMINATE)).length;
      await pause(TERMINATE_EVERY_MS);
    }
    cutter.isOn = true;
    const cutUntil = performance.now() + COMMIT_MS;
    while (performance.now() < cutUntil && cms.isRunning()) await pause(50);
    cutter.isOn = false;
    isOver = true;
    const isAlive = cms.isRunning();
    const ready = await untilTrue(
      async () => (await visit(cms.url, '/readyz')).status === 200,
      isAlive ? READY_WITHIN_S * 2_000 : 0,
    );
    await writers;
    const stored = await stage.rows('select key from figures where key = any($1)', [acknowledged]);
    const lost = acknowledged.length - new Set(stored.map(({ key }) => key)).size;
    return [
      atMost(
        `acknowledged saves that are not stored (${acknowledged.length} acknowledged of ${tried}; ${terminated} connections ended, ${cutter.cut} commits cut)`,
        lost,
        0,
        '',
      ),
      holds(
        'the CMS lives',
        isAlive ? 'it does' : 'its process ended',
        'it does',
        isAlive && cms.isRunning(),
      ),
      atMost('… and is ready again after', ready / 1000, READY_WITHIN_S, 's', 1),
    ];
  },
});
