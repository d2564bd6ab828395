import { cpSync } from 'node:fs';
import path from 'node:path';
import type { Measure } from '../../bench/report.ts';
import { send } from '../admin.ts';
import { gistOf, someAddresses } from '../content.ts';
import type { Lie } from '../proxy.ts';
import { holds, type Scenario } from '../scenario.ts';
import { untilStale } from '../unwell.ts';
import { type Answer, pause, visitAll } from '../visiting.ts';
import { portOf, type Stage } from '../world.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const LIES: Lie[] = [
  { name: 'a JSON 404 “{}”', status: 404, contentType: JSON_TYPE, body: '{}' },
  {
    name: 'a 404 of another program',
    status: 404,
    contentType: JSON_TYPE,
    body: '{"error":"no route","code":5}',
  },
  { name: '“null”', status: 200, contentType: JSON_TYPE, body: 'null' },
  { name: 'an empty list', status: 200, contentType: JSON_TYPE, body: '[]' },
  {
    name: 'cut JSON',
    status: 200,
    contentType: JSON_TYPE,
    body: '{"title":"Deep Dive","slug":"deep-dive","sections":[{"__comp',
  },
  {
    name: 'foreign JSON',
    status: 200,
    contentType: JSON_TYPE,
    body: '{"data":[{"id":1,"name":"other"}],"meta":{"total":1}}',
  },
  { name: 'an HTML page', status: 200, contentType: 'text/html', body: '<!doctype html><h1>It works!</h1>' },
  {
    name: 'HTML that says it is JSON',
    status: 200,
    contentType: JSON_TYPE,
    body: '<!doctype html><h1>It works!</h1>',
  },
  { name: 'half an answer', status: 200, contentType: JSON_TYPE, body: '{"title":', brokenOff: true },
];
const WORKSHOPS = 8;
/** What of its length a page keeps, whatever the day it names. */
const NEARLY = 0.7;

/** Something else answers in the CMS's stead, or the CMS answers wrongly. What is good stays, in memory and on disk. */
export const cmsLies: Scenario = {
  name: 'CMS lies',
  async run(stage) {
    const cmsUrl = stage.cms[0]?.url as string;
    const addresses = await someAddresses(cmsUrl, WORKSHOPS);
    const first = await stage.proxyBefore(portOf(cmsUrl));
    // Every later site begins with what this one has kept, which counts only for the same CMS.
    const site = await stage.site({ cmsUrls: [first.url], ttl: 1 });
    const good = new Map((await visitAll(site.url, addresses)).map((answer) => [answer.path, answer]));
    await site.stop();
    const measures: Measure[] = [];
    for (const lie of LIES) {
      const dataDir = stage.newFolder();
      cpSync(path.join(site.dataDir), dataDir, { recursive: true });
      measures.push(await hear(stage, lie, { dataDir, good, proxy: first }));
    }
    return measures;
  },
};

async function hear(
  stage: Stage,
  lie: Lie,
  {
    dataDir,
    good,
    proxy,
  }: { dataDir: string; good: Map<string, Answer>; proxy: Awaited<ReturnType<Stage['proxyBefore']>> },
): Promise<Measure> {
  const paths = [...good.keys()];
  const countGood = async (url: string): Promise<number> =>
    (await visitAll(url, paths, 8)).filter((answer) => isAsGood(answer, good.get(answer.path) as Answer))
      .length;
  const options = { cmsUrls: [proxy.url], ttl: 1, dataDir };

  const site = await stage.site(options);
  await countGood(site.url);
  await untilStale();
  proxy.lie(lie);
  await countGood(site.url);
  await send(
    `${site.url}/_internal/invalidate`,
    'POST',
    { tags: ['*'] },
    { authorization: `Bearer ${stage.secret}` },
  );
  const meanwhile = await countGood(site.url);
  // Refreshing goes on behind the answers.
  await pause(300);
  await proxy.pass();
  await pause(300);
  const afterwards = await countGood(site.url);

  // Whatever is on disk now is all that there is.
  proxy.lie(lie);
  await site.stop();
  await proxy.refuse();
  const restarted = await stage.site(options);
  const fromDisk = await countGood(restarted.url);
  await restarted.stop();
  await proxy.pass();

  const of = paths.length;
  return holds(
    `${lie.name}: good pages meanwhile, afterwards, and from disk`,
    `${meanwhile}, ${afterwards}, ${fromDisk} of ${of}`,
    'all',
    meanwhile === of && afterwards === of && fromDisk === of,
  );
}

const isAsGood = (answer: Answer, before: Answer): boolean =>
  answer.status === 200 &&
  gistOf(answer) === gistOf(before) &&
  answer.body.length >= before.body.length * NEARLY;
