import { rmSync } from 'node:fs';
import path from 'node:path';
import { answers, POSTGRES, REDIS } from '../scripts/lib/needs.ts';
import { startSite } from '../scripts/lib/site.ts';
import { run } from '../scripts/lib/steps.ts';
import { addAlerts, measureAlerts } from './alerts.ts';
import { cmsMemory } from './cms.ts';
import { measureComputing } from './computing.ts';
import { measureEditing } from './editing.ts';
import { measureImporting } from './importing.ts';
import { measureInteracting } from './interacting.ts';
import { measureLive } from './live.ts';
import { oneProcess, twoProcesses } from './live-sites.ts';
import { measureLoading } from './loading.ts';
import { addWorkshops } from './many-workshops.ts';
import { measureRendering } from './rendering.ts';
import { type Measure, printTable } from './report.ts';
import { measureSaving } from './saving.ts';
import { measureSearching } from './searching.ts';
import { measureServing } from './serving.ts';
import { measureWriting } from './writing.ts';

const MANY = 100_000;

/**
 * Measures the real site on its demonstration content, then with many more workshops, and prints a table; exits with 1
 * when a bound is missed.
 */
await run(async () => {
  const measures: Measure[] = measureComputing();
  let site = await startSite();
  try {
    measures.push(
      ...(await measureLoading(site.url)),
      ...(await measureServing(site.url)),
      ...(await measureRendering(site.url)),
      ...(await measureInteracting(site.url, '400')),
      memoryOf('400', site.pid),
      ...(await measureLive(oneProcess(site))),
      ...(await measureEditing(site)),
      ...(await measureWriting(site)),
    );

    await site.stop();
    measures.push(...(await measureLiveOfTwo()));
    measures.push(...(await measureImportingAlone()));
    measures.push(...(await measureSaving(site.dataDir)));
    addWorkshops(site.dataDir, MANY, new Date());
    addAlerts(site.dataDir, MANY, new Date());
    // Nobody told the site of these workshops.
    rmSync(path.join(site.dataDir, 'page-cache'), { recursive: true, force: true });
    site = await startSite({
      dataDir: site.dataDir,
      env: { NODE_OPTIONS: `--require ${path.join(import.meta.dirname, 'server-timing.cjs')}` },
    });
    const many = MANY.toLocaleString('en-US');
    measures.push(
      ...(await measureInteracting(site.url, many)),
      ...(await measureSearching(site.cmsUrl, MANY)),
      memoryOf(many, site.pid),
      ...(await measureAlerts(site, MANY)),
    );
  } finally {
    await site.stop();
    rmSync(site.dataDir, { recursive: true, force: true });
  }
  printTable(measures);
  process.exitCode = measures.some((measure) => measure.kept === false) ? 1 : 0;
});

/** Two processes of each program, told of changes directly and through Redis. */
async function measureLiveOfTwo(): Promise<Measure[]> {
  const needs = [POSTGRES, REDIS];
  const isThere = await Promise.all(needs.map(answers));
  const missing = needs.filter((_, index) => !isThere[index]).map(({ name }) => name);
  if (missing.length > 0)
    return [
      { what: 'Change to next visitor, two of each', measured: `needs ${missing.join(' and ')}`, bound: '' },
    ];
  const measures: Measure[] = [];
  for (const redis of [false, true]) {
    const two = await twoProcesses({ redis });
    measures.push(...(await measureLive(two).finally(two.stop)));
  }
  return measures;
}

/** On a site of its own: 10,000 workshops more would be measured with all that follows. */
async function measureImportingAlone(): Promise<Measure[]> {
  const site = await startSite();
  try {
    return await measureImporting(site);
  } finally {
    await site.stop();
    rmSync(site.dataDir, { recursive: true, force: true });
  }
}

function memoryOf(workshops: string, startPid: number): Measure {
  return {
    what: `Resident memory of the CMS with ${workshops} workshops`,
    measured: `${cmsMemory(startPid).toFixed(0)} MB`,
    bound: '',
  };
}
