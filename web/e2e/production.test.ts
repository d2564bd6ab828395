import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answers, isLeftOut, POSTGRES, REDIS } from '../../scripts/lib/needs.ts';
import { cmsCommand, root } from '../../scripts/lib/paths.ts';
import { freePort } from '../../scripts/lib/ports.ts';
import { type Service, startService, stopServices, waitUntilReady } from '../../scripts/lib/processes.ts';
import { temporaryFolder } from '../../scripts/lib/temporary.ts';

const isSkipped = [
  isLeftOut(POSTGRES, await answers(POSTGRES)),
  isLeftOut(REDIS, await answers(REDIS)),
].includes(true);

/** What docker-compose.yml starts, without the containers: two CMS and two site processes on PostgreSQL and Redis. */
describe.skipIf(isSkipped)('In production', () => {
  const database = `deep_dive_production_${randomBytes(4).toString('hex')}`;
  const { host, port, user, password } = POSTGRES;
  const folders = [0, 1].map(() => temporaryFolder('production'));
  const services: Service[] = [];
  let cms: string[] = [];
  let web: string[] = [];
  const secret = (): string => randomBytes(24).toString('base64url');

  async function administer(statement: string): Promise<void> {
    const client = new pg.Client({ host, port, user, password, database: 'postgres' });
    await client.connect();
    await client.query(statement);
    await client.end();
  }

  beforeAll(async () => {
    await administer(`CREATE DATABASE ${database}`);
    const environment = {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      DATABASE_URL: `postgres://${[user, password].map(encodeURIComponent).join(':')}@${host}:${port}/${database}`,
      REDIS_URL: `redis://127.0.0.1:${REDIS.port}`,
      REDIS_PREFIX: database,
      APP_KEYS: `${secret()},${secret()}`,
      ADMIN_JWT_SECRET: secret(),
      API_TOKEN_SALT: secret(),
      TRANSFER_TOKEN_SALT: secret(),
      ENCRYPTION_KEY: secret(),
      INVALIDATION_SECRET: secret(),
      PUBLIC_URL: 'https://professional-learning.example.org',
      CMS_PUBLIC_URL: 'https://admin.example.org',
      TRUST_PROXY: '1',
      STRAPI_HIDE_STARTUP_MESSAGE: 'true',
      STRAPI_TELEMETRY_DISABLED: 'true',
    };
    const ports = await Promise.all([0, 1, 2, 3].map(freePort));
    cms = ports.slice(0, 2).map((port) => `http://127.0.0.1:${port}`);
    web = ports.slice(2).map((port) => `http://127.0.0.1:${port}`);
    for (const index of [0, 1]) {
      const own = {
        ...environment,
        DATA_DIR: folders[index],
        CMS_PORT: `${ports[index]}`,
        PORT: `${ports[index + 2]}`,
        CMS_URL: cms.join(),
      };
      services.push(startService('cms', cmsCommand, own, path.join(root, 'cms')));
      services.push(startService('web', [path.join(root, 'web/dist/server/main.js')], own));
    }
    for (const [index, service] of services.entries()) {
      const origin = index % 2 === 0 ? cms[index / 2] : web[(index - 1) / 2];
      await waitUntilReady(service, `${origin}/readyz`, 180_000);
    }
  }, 240_000);

  afterAll(async () => {
    await stopServices(services);
    await administer(`DROP DATABASE IF EXISTS ${database}`);
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  const send = (method: string, url: string, token: string | undefined, body: unknown): Promise<Response> =>
    fetch(url, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-forwarded-proto': 'https',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify(body),
    });

  test('the page is there, and nothing of the demonstration', async () => {
    for (const origin of web) {
      const html = await (await fetch(`${origin}/deep-dive`)).text();
      expect(html).toContain('has made a big splash with educators teaching');
      const geojson = (await (await fetch(`${origin}/workshops.geojson`)).json()) as { features: unknown[] };
      expect(geojson.features).toEqual([]);
    }
    const login = await send('POST', `${cms[0]}/admin/login`, undefined, {
      email: 'admin@demo.test',
      password: 'anything',
    });
    expect(login.status).toBe(400);
  });

  test('what is published through one CMS process is live on both site processes, on the next load', async () => {
    const registered = await send('POST', `${cms[1]}/admin/register-admin`, undefined, {
      firstname: 'Ada',
      lastname: 'Admin',
      email: 'ada@example.org',
      password: 'Difference-Engine-1',
    });
    expect(registered.status).toBe(200);
    const { data } = (await registered.json()) as { data: { token: string } };
    const figures = `${cms[1]}/content-manager/collection-types/api::figure.figure`;
    const listed = (await (
      await fetch(`${figures}?filters[key][$eq]=educators`, {
        headers: { authorization: `Bearer ${data.token}`, 'x-forwarded-proto': 'https' },
      })
    ).json()) as { results: { documentId: string }[] };
    const url = `${figures}/${listed.results[0]?.documentId}/actions/publish`;
    for (const value of ['90000', '91234']) {
      const published = await send('POST', url, data.token, { value });
      expect(published.status).toBe(200);
      for (const origin of web) {
        await expect
          .poll(async () => (await fetch(`${origin}/deep-dive`)).text(), { timeout: 2000, interval: 20 })
          .toContain(`over ${Number(value).toLocaleString('en-US')} educators`);
      }
    }
  });
});
