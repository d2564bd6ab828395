import path from 'node:path';
import { buildWhatIsMissing, forgetBuild } from './lib/build.ts';
import { root, strapi } from './lib/paths.ts';
import {
  type Service,
  startService,
  stopServices,
  untilAskedToStop,
  untilOneEnds,
  waitUntilReady,
} from './lib/processes.ts';
import { readSettings, requireFreePort } from './lib/settings.ts';
import { run, step } from './lib/steps.ts';

const READY_WITHIN_MS = 300_000;

/** The same as `npm start`, with reloading on both sides. */
await run(async () => {
  const { env, port, cmsPort, demoPassword } = readSettings();
  await requireFreePort('PORT', port);
  await requireFreePort('CMS_PORT', cmsPort);
  await buildWhatIsMissing();
  // `strapi develop` compiles into the same folder, for development.
  forgetBuild('cms');

  const services: Service[] = [];
  const stopped = untilAskedToStop();
  const startAll = async (): Promise<void> => {
    const development = { ...env, NODE_ENV: 'development' };
    await step('Starting the CMS, reloading on change', async () => {
      const cms = startService(
        'cms',
        [strapi, 'develop', '--no-watch-admin'],
        development,
        path.join(root, 'cms'),
      );
      services.push(cms);
      await waitUntilReady(cms, `http://127.0.0.1:${cmsPort}/readyz`, READY_WITHIN_MS);
    });
    await step('Starting the site, reloading on change', async () => {
      const web = startService(
        'web',
        ['--import', 'tsx', path.join(root, 'web/server/dev.ts')],
        development,
        path.join(root, 'web'),
      );
      services.push(web);
      await waitUntilReady(web, `http://127.0.0.1:${port}/readyz`, READY_WITHIN_MS);
    });
    console.log(
      `\nSite http://localhost:${port} · Admin http://localhost:${cmsPort}/admin · password ${demoPassword}\n`,
    );
  };
  try {
    await Promise.race([startAll(), stopped]);
    await Promise.race([untilOneEnds(services), stopped]);
  } finally {
    await stopServices(services);
  }
  process.exit(0);
});
