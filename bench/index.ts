import { rmSync } from 'node:fs';
import path from 'node:path';
import { startSite } from '../scripts/lib/site.ts';
import { run } from '../scripts/lib/steps.ts';
import { cmsMemory } from './cms.ts';
import { measureComputing } from './computing.ts';
import { measureInteracting } from './interacting.ts';
import { measureLive } from './live.ts';
import { measureLoading } from './loading.ts';
import { addWorkshops } from './many-workshops.ts';
import { measureRendering } from './rendering.ts';
import { type Measure, printTable } from './report.ts';
import { measureSaving } from './saving.ts';
import { measureSearching } from './searching.ts';
import { measureServing } from './serving.ts';

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
      ...(await measureLive(site)),
    );

    await site.stop();
    measures.push(...(await measureSaving(site.dataDir)));
    addWorkshops(site.dataDir, MANY, new Date());
    // Nobody told the site of these workshops.
    rmSync(path.join(site.dataDir, 'page-cache'), { recursive: true, force: true });
    site = await startSite({ dataDir: site.dataDir });
    const many = MANY.toLocaleString('en-US');
    measures.push(
      ...(await measureInteracting(site.url, many)),
      ...(await measureSearching(site.cmsUrl, MANY)),
      memoryOf(many, site.pid),
    );
  } finally {
    await site.stop();
    rmSync(site.dataDir, { recursive: true, force: true });
  }
  printTable(measures);
  process.exitCode = measures.some((measure) => measure.kept === false) ? 1 : 0;
});

function memoryOf(workshops: string, startPid: number): Measure {
  return {
    what: `Resident memory of the CMS with ${workshops} workshops`,
    measured: `${cmsMemory(startPid).toFixed(0)} MB`,
    bound: '',
  };
}
