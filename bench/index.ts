import { rmSync } from 'node:fs';
import { startSite } from '../scripts/lib/site.ts';
import { run } from '../scripts/lib/steps.ts';
import { measureLoading } from './loading.ts';
import { measureRendering } from './rendering.ts';
import { type Measure, printTable } from './report.ts';
import { measureServing } from './serving.ts';

/** Measures the real site on its demonstration content and prints a table; exits with 1 when a bound is missed. */
await run(async () => {
  const site = await startSite();
  try {
    const measures: Measure[] = [
      ...(await measureLoading(site.url)),
      ...(await measureServing(site.url)),
      ...(await measureRendering(site.url)),
    ];
    printTable(measures);
    process.exitCode = measures.some((measure) => measure.kept === false) ? 1 : 0;
  } finally {
    await site.stop();
    rmSync(site.dataDir, { recursive: true, force: true });
  }
});
