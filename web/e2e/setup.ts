import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildWhatIsMissing } from '../../scripts/lib/build.ts';
import { freePort } from '../../scripts/lib/ports.ts';
import { startSite } from '../../scripts/lib/site.ts';
import { temporaryFolder } from '../../scripts/lib/temporary.ts';
import type { Site } from './site.ts';

/**
 * Starts real sites and their CMS as `npm start` does, but for clocks that can be set: one for each file whose stories are told at
 * the same time, as what one changes another would see.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Two that start at once would both build.
  await buildWhatIsMissing();
  const files = project.vitest.state.getPaths().filter((file) => file.startsWith(import.meta.dirname));
  const number = Math.min(files.length, project.vitest.config.maxWorkers);
  const started = await Promise.all(Array.from({ length: number }, start));
  project.provide(
    'sites',
    started.map(({ site }) => site),
  );
  return async () => {
    await Promise.all(started.map(({ stop }) => stop()));
  };
}

async function start(): Promise<{ site: Site; stop: () => Promise<void> }> {
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
  return {
    site: { url, cmsUrl, demoPassword, dataDir, clockFile, smtpPort },
    async stop() {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
