import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseTrustProxy, trustsAnyone } from '@deep-dive/shared-types/environment';
import type { Core } from '@strapi/strapi';
import { safeEnvironment } from '../src/strapi/environment';

export default ({ env }: Core.Config.Shared.ConfigParams) => {
  // `strapi build` reads this file too, on machines that hold no secrets.
  if (!process.argv.includes('build')) safeEnvironment();
  const publicDirectory = path.resolve(env('DATA_DIR', path.join('..', '.data')), 'public');
  // Strapi refuses to start without its upload folder and doesn't make it.
  mkdirSync(path.join(publicDirectory, 'uploads'), { recursive: true });
  return {
    host: env('HOST', '127.0.0.1'),
    port: env.int('CMS_PORT', 1337),
    url: env('CMS_PUBLIC_URL', ''),
    proxy: { koa: trustsAnyone(parseTrustProxy(env('TRUST_PROXY', ''))) },
    app: { keys: env.array('APP_KEYS') },
    dirs: { public: publicDirectory },
    webhooks: { populateRelations: false },
    logger: { updates: { enabled: false }, startup: { enabled: false } },
  };
};
