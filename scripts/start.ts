import { existsSync } from 'node:fs';
import path from 'node:path';
import { buildWhatIsMissing } from './lib/build.ts';
import { cmsCommand, root } from './lib/paths.ts';
import { untilAskedToStop } from './lib/processes.ts';
import { readSettings, requireFreePort, type Settings } from './lib/settings.ts';
import { elapsed, run, step } from './lib/steps.ts';
import { type Program, type Supervised, supervise } from './lib/supervisor.ts';

const CMS_READY_WITHIN_MS = 300_000;
const WEB_READY_WITHIN_MS = 30_000;

await run(async () => {
  const settings = readSettings();
  await requireFreePort('PORT', settings.port);
  await requireFreePort('CMS_PORT', settings.cmsPort);
  await buildWhatIsMissing();

  const services: Supervised[] = [];
  const stopped = untilAskedToStop();
  try {
    await Promise.race([startAll(settings, services), stopped]);
    await Promise.race([...services.map(({ givenUp }) => givenUp), stopped]);
    console.log('Stopping …');
  } finally {
    await Promise.all(services.map(({ stop }) => stop()));
  }
  console.log('Stopped.');
  process.exit(0);
});

async function startAll(settings: Settings, services: Supervised[]): Promise<void> {
  const env = { ...settings.env, NODE_ENV: 'production' };
  const start = (program: Omit<Program, 'env'>): Promise<void> => {
    const service = supervise({ ...program, env });
    services.push(service);
    return service.ready;
  };
  const isFirstStart = !existsSync(path.join(settings.dataDir, 'cms.sqlite'));
  await step(isFirstStart ? 'Starting the CMS and seeding it, this first time' : 'Starting the CMS', () =>
    start({
      name: 'cms',
      args: cmsCommand,
      cwd: path.join(root, 'cms'),
      url: `http://127.0.0.1:${settings.cmsPort}/readyz`,
      readyWithinMs: CMS_READY_WITHIN_MS,
    }),
  );
  await step('Starting the site', () =>
    start({
      name: 'web',
      args: [path.join(root, 'web/dist/server/main.js')],
      url: `http://127.0.0.1:${settings.port}/readyz`,
      readyWithinMs: WEB_READY_WITHIN_MS,
    }),
  );
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
    partner@demo.test     the workshops of one Regional Partner, and what people write to it
    national@demo.test    what people write to nobody in particular

${process.env.SMTP_URL ? '' : `  Mails are kept as files in ${path.join(dataDir, 'mail')}.\n`}  Everything is kept in ${dataDir}. Press Ctrl-C to stop.
`);
}
