import { existsSync } from 'node:fs';
import path from 'node:path';
import { buildWhatIsMissing } from './lib/build.ts';
import { root } from './lib/paths.ts';
import {
  type Service,
  startService,
  stopServices,
  untilAskedToStop,
  untilOneEnds,
  waitUntilReady,
} from './lib/processes.ts';
import { readSettings, requireFreePort, type Settings } from './lib/settings.ts';
import { elapsed, run, step } from './lib/steps.ts';

const CMS_READY_WITHIN_MS = 300_000;
const WEB_READY_WITHIN_MS = 30_000;

await run(async () => {
  const settings = readSettings();
  await requireFreePort('PORT', settings.port);
  await requireFreePort('CMS_PORT', settings.cmsPort);
  await buildWhatIsMissing();

  const services: Service[] = [];
  const stopped = untilAskedToStop();
  try {
    await Promise.race([startAll(settings, services), stopped]);
    await Promise.race([untilOneEnds(services), stopped]);
    console.log('Stopping …');
  } finally {
    await stopServices(services);
  }
  console.log('Stopped.');
  process.exit(0);
});

async function startAll(settings: Settings, services: Service[]): Promise<void> {
  const env = { ...settings.env, NODE_ENV: 'production' };
  const isFirstStart = !existsSync(path.join(settings.dataDir, 'cms.sqlite'));
  await step(
    isFirstStart ? 'Starting the CMS and seeding it, this first time' : 'Starting the CMS',
    async () => {
      const cms = startService(
        'cms',
        [path.join(root, 'node_modules/@strapi/strapi/bin/strapi.js'), 'start'],
        env,
        path.join(root, 'cms'),
      );
      services.push(cms);
      await waitUntilReady(cms, `http://127.0.0.1:${settings.cmsPort}/readyz`, CMS_READY_WITHIN_MS);
    },
  );
  await step('Starting the site', async () => {
    const web = startService('web', [path.join(root, 'web/dist/server/main.js')], env);
    services.push(web);
    await waitUntilReady(web, `http://127.0.0.1:${settings.port}/readyz`, WEB_READY_WITHIN_MS);
  });
  announce(settings);
}

function announce({ port, cmsPort, demoPassword, dataDir }: Settings): void {
  console.log(`
Deep Dive is ready (${elapsed()}).

  Site    http://localhost:${port}
  Admin   http://localhost:${cmsPort}/admin

  Demonstration accounts, password ${demoPassword}
    admin@demo.test       everything
    marketing@demo.test   pages, figures, pricing, scholarships, pictures
    partner@demo.test     the workshops of one Regional Partner

  Everything is kept in ${dataDir}. Press Ctrl-C to stop.
`);
}
