import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { root } from '../scripts/lib/paths.ts';
import { atMost, type Measure, median, percentile } from './report.ts';

const cms = path.join(root, 'cms');
const load = createRequire(path.join(cms, 'package.json'));

const SAVES = 150;
const WARM_UP = 20;

const LARGEST_PAGE = { uid: 'api::page.page', named: { slug: 'deep-dive' }, field: 'title' };
const WORKSHOP = { uid: 'api::workshop.workshop', named: {}, field: 'notes' };

interface Documents {
  findFirst(params: { filters: object }): Promise<{ documentId: string }>;
  update(params: { documentId: string; data: Record<string, string> }): Promise<unknown>;
}

/** Times saves of a demonstration's largest page and of a workshop, with and without keeping a version. The CMS must be stopped. */
export async function measureSaving(dataDir: string): Promise<Measure[]> {
  const secret = (): string => randomBytes(32).toString('base64');
  Object.assign(process.env, {
    DATA_DIR: dataDir,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    APP_KEYS: `${secret()},${secret()}`,
    ADMIN_JWT_SECRET: secret(),
    API_TOKEN_SALT: secret(),
    TRANSFER_TOKEN_SALT: secret(),
    ENCRYPTION_KEY: secret(),
    INVALIDATION_SECRET: secret(),
    STRAPI_TELEMETRY_DISABLED: 'true',
    LOG_LEVEL: 'error',
  });
  const { createStrapi } = load('@strapi/strapi');
  const { VERSIONED } = load(path.join(cms, 'dist/src/rules/versions/content.js')) as {
    VERSIONED: Set<string>;
  };
  const strapi = createStrapi({ appDir: cms, distDir: path.join(cms, 'dist'), serveAdminPanel: false });
  await strapi.load();
  try {
    const measures: Measure[] = [];
    for (const [what, { uid, named, field }] of Object.entries({
      'the Deep Dive page': LARGEST_PAGE,
      'a workshop': WORKSHOP,
    })) {
      const documents = strapi.documents(uid) as Documents;
      const { documentId } = await documents.findFirst({ filters: named });
      const times = { with: [] as number[], without: [] as number[] };
      for (let save = -WARM_UP; save < SAVES; save++)
        for (const way of ['with', 'without'] as const) {
          if (way === 'with') VERSIONED.add(uid);
          else VERSIONED.delete(uid);
          const start = performance.now();
          await documents.update({ documentId, data: { [field]: `Saved ${way} a version, ${save}` } });
          if (save >= 0) times[way].push(performance.now() - start);
        }
      VERSIONED.add(uid);
      measures.push(...compared(what, times));
    }
    return measures;
  } finally {
    await strapi.destroy();
  }
}

const compared = (what: string, times: { with: number[]; without: number[] }): Measure[] => [
  atMost(
    `Keeping a version of ${what}: what a save takes longer (medians of ${SAVES})`,
    median(times.with) - median(times.without),
    10,
    'ms',
    1,
  ),
  {
    what: '… the save itself: p50 and p95 without a version, and with one',
    measured: [times.without, times.with]
      .map((each) => `${median(each).toFixed(1)}, ${percentile(each, 95).toFixed(1)} ms`)
      .join('; '),
    bound: '',
  },
];
