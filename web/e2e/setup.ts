import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { startSite } from '../../scripts/lib/site.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    siteUrl: string;
    cmsUrl: string;
    demoPassword: string;
    dataDir: string;
  }
}

/** Starts the real site and CMS on a data folder of their own, as `npm start` does, for all end-to-end tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const site = await startSite();
  project.provide('siteUrl', site.url);
  project.provide('cmsUrl', site.cmsUrl);
  project.provide('demoPassword', site.demoPassword);
  project.provide('dataDir', site.dataDir);
  return async () => {
    await site.stop();
    rmSync(site.dataDir, { recursive: true, force: true });
  };
}
