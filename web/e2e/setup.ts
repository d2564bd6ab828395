import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePort } from '../../scripts/lib/ports.ts';
import { startSite } from '../../scripts/lib/site.ts';
import { temporaryFolder } from '../../scripts/lib/temporary.ts';
import { clockFile } from './clock.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    siteUrl: string;
    cmsUrl: string;
    demoPassword: string;
    dataDir: string;
    /** Where the CMS looks for a mail server: there is one once a test starts it. */
    smtpPort: number;
  }
}

/** Starts the real site and CMS on a data folder of their own, as `npm start` does but for a clock that can be set, for all end-to-end tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = temporaryFolder('stories');
  writeFileSync(clockFile(dataDir), '0');
  const smtpPort = await freePort();
  const site = await startSite({
    dataDir,
    env: {
      SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
      MAIL_FROM: 'Deep Dive <hello@professional-learning.example>',
      CLOCK_FILE: clockFile(dataDir),
      NODE_OPTIONS: `--require ${path.join(import.meta.dirname, 'clock.cjs')}`,
    },
  });
  project.provide('siteUrl', site.url);
  project.provide('cmsUrl', site.cmsUrl);
  project.provide('demoPassword', site.demoPassword);
  project.provide('dataDir', site.dataDir);
  project.provide('smtpPort', smtpPort);
  return async () => {
    await site.stop();
    rmSync(site.dataDir, { recursive: true, force: true });
  };
}
