import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePort } from '../../scripts/lib/ports.ts';
import { startSite } from '../../scripts/lib/site.ts';
import { temporaryFolder } from '../../scripts/lib/temporary.ts';

/** Starts the real site and CMS on a data folder of their own, as `npm start` does but for a clock that can be set, for all end-to-end tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = temporaryFolder('stories');
  const clockFile = path.join(dataDir, 'clock');
  writeFileSync(clockFile, '0');
  const smtpPort = await freePort();
  const { url, cmsUrl, demoPassword, stop } = await startSite({
    dataDir,
    env: {
      SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
      MAIL_FROM: 'Deep Dive <hello@professional-learning.example>',
      CLOCK_FILE: clockFile,
      NODE_OPTIONS: `--require ${path.join(import.meta.dirname, 'clock.cjs')}`,
    },
  });
  project.provide('site', { url, cmsUrl, demoPassword, dataDir, clockFile, smtpPort });
  return async () => {
    await stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
