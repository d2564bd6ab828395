import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { CADDY, COMPOSE, isLeftOut } from '../scripts/lib/needs.ts';
import { cmsCommand } from '../scripts/lib/paths.ts';
import { freePort } from '../scripts/lib/ports.ts';
import { stopNotice, stopsWithin } from '../shared-types/src/stopping.ts';

const root = path.resolve(import.meta.dirname, '..');
const text = readFileSync(path.join(root, 'docker-compose.yml'), 'utf8');

interface Service {
  image?: string;
  build?: { target: string };
  environment?: Record<string, string>;
  healthcheck?: unknown;
  restart?: string;
  stop_grace_period?: string;
  ports?: string[];
  depends_on?: string[] | Record<string, { condition: string }>;
}
const { services, volumes } = parse(text, { merge: true }) as {
  services: Record<string, Service & { volumes?: string[] }>;
  volumes: Record<string, unknown>;
};

const SECRETS = [
  'POSTGRES_PASSWORD',
  'REDIS_PASSWORD',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
  'APP_KEYS',
  'ADMIN_JWT_SECRET',
  'API_TOKEN_SALT',
  'TRANSFER_TOKEN_SALT',
  'ENCRYPTION_KEY',
  'INVALIDATION_SECRET',
];

test('the image runs the CMS as `npm start` does', () => {
  const image = readFileSync(path.join(root, 'Dockerfile'), 'utf8');
  const commands = [...image.matchAll(/^CMD (.*)$/gm)].map(
    ([, command = '']) => JSON.parse(command) as string[],
  );
  const fromHere = commands.map(([, ...args]) =>
    args.map((arg) => (arg.startsWith('..') ? path.resolve(root, 'cms', arg) : arg)),
  );
  expect(fromHere).toContainEqual(cmsCommand);
});

describe('docker-compose.yml', () => {
  test.each(SECRETS)('refuses to start without %s, and gives it no default', (name) => {
    expect(text).toContain(`\${${name}:?`);
    expect(text).not.toMatch(new RegExp(`\\$\\{${name}:?-`));
  });

  test('runs two site and two CMS processes behind one proxy, which alone can be reached from outside', () => {
    expect(Object.keys(services)).toEqual(
      expect.arrayContaining(['web-1', 'web-2', 'cms-1', 'cms-2', 'proxy']),
    );
    expect(
      Object.entries(services)
        .filter(([, service]) => service.ports)
        .map(([name]) => name),
    ).toEqual(['proxy']);
  });

  test('tells each site process of both CMS processes', () => {
    for (const name of ['web-1', 'web-2'])
      expect(services[name]?.environment?.CMS_URL).toBe('http://cms-1:1337,http://cms-2:1337');
  });

  test.each(Object.entries(services).filter(([name]) => name !== 'storage-setup'))(
    '%s has a health check and starts again after a failure',
    (_name, service) => {
      expect(service.healthcheck).toBeDefined();
      expect(service.restart).toBe('unless-stopped');
    },
  );

  test.each(['web-1', 'web-2', 'cms-1', 'cms-2'])(
    '%s gives the proxy time to notice that it stops, and is not ended before it has stopped',
    (name) => {
      const { environment, stop_grace_period: period = '' } = services[name] ?? {};
      const caddyfile = readFileSync(path.join(root, 'deploy/Caddyfile'), 'utf8');
      const notice = stopNotice(String(environment?.STOP_NOTICE_SECONDS ?? ''));
      const intervals = [...caddyfile.matchAll(/health_interval (\d+)s/g)].map(([, seconds]) =>
        Number(seconds),
      );
      expect(intervals).toHaveLength(2);
      expect(notice).toBeGreaterThan(Math.max(...intervals));
      const program = name.startsWith('web') ? 'web' : 'cms';
      expect(period).toMatch(/^\d+s$/);
      expect(Number.parseInt(period, 10) * 1000).toBeGreaterThan(stopsWithin(program, notice));
    },
  );

  test('names a version of every image, and only what it defines', () => {
    for (const { image } of Object.values(services)) if (image) expect(image).toMatch(/:\d/);
    for (const service of Object.values(services)) {
      for (const name of Object.keys(Array.isArray(service.depends_on) ? {} : (service.depends_on ?? {})))
        expect(services).toHaveProperty(name);
      for (const volume of service.volumes ?? [])
        if (!volume.startsWith('./')) expect(volumes).toHaveProperty(volume.split(':')[0] ?? '');
    }
  });

  const compose = ['docker compose', 'docker-compose'].find(
    (command) => spawnSync(`${command} version`, { shell: true }).status === 0,
  );
  test.skipIf(isLeftOut(COMPOSE, compose !== undefined))(
    'is understood by docker compose, once every secret is there',
    () => {
      const environment = Object.fromEntries(
        [...SECRETS, 'SITE_HOST', 'ADMIN_HOST'].map((name) => [name, 'x'.repeat(32)]),
      );
      const config = (env: NodeJS.ProcessEnv) =>
        spawnSync(`${compose} -f docker-compose.yml config`, {
          shell: true,
          cwd: root,
          env: { PATH: process.env.PATH, ...env },
        });
      expect(config(environment).stderr.toString()).toBe('');
      expect(config(environment).status).toBe(0);
      expect(config({}).status).not.toBe(0);
    },
  );
});

describe('deploy/Caddyfile', () => {
  const isCaddyLeftOut = isLeftOut(CADDY, spawnSync('caddy', ['version']).status === 0);
  test.skipIf(isCaddyLeftOut)('is understood by Caddy', () => {
    const environment = Object.fromEntries(
      ['WEB_1', 'WEB_2', 'CMS_1', 'CMS_2', 'MEDIA'].map((name, index) => [name, `127.0.0.1:${4000 + index}`]),
    );
    const { status, stderr } = spawnSync(
      'caddy',
      ['validate', '--config', 'deploy/Caddyfile', '--adapter', 'caddyfile'],
      {
        cwd: root,
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          SITE_ADDRESS: ':4100',
          ADMIN_ADDRESS: ':4101',
          ...environment,
        },
      },
    );
    expect(`${status} ${stderr}`).toMatch(/^0/);
  });

  test('lets browsers keep for ever only what is asked for by its version', () => {
    const caddyfile = readFileSync(path.join(root, 'deploy/Caddyfile'), 'utf8');
    expect(caddyfile).toContain('@version query v=*');
    for (const line of caddyfile.split('\n').filter((each) => each.includes('immutable')))
      expect(line).toMatch(/^\s*header @version Cache-Control /);
  });

  test.skipIf(isCaddyLeftOut)(
    'sends files as the object storage has them, and nothing that failed to be kept',
    async () => {
      const asked: (string | undefined)[] = [];
      const storage = createServer((request, response) => {
        asked.push(request.url);
        response.writeHead(request.url?.includes('none') ? 404 : 200, { etag: '"1"' }).end('a picture');
      });
      await new Promise<void>((resolve) => storage.listen(0, '127.0.0.1', resolve));
      const port = await freePort();
      const upstream = `127.0.0.1:${(storage.address() as AddressInfo).port}`;
      const names = ['WEB_1', 'WEB_2', 'CMS_1', 'CMS_2', 'MEDIA'];
      const caddy = spawn('caddy', ['run', '--config', 'deploy/Caddyfile', '--adapter', 'caddyfile'], {
        cwd: root,
        stdio: 'ignore',
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          SITE_ADDRESS: `:${port}`,
          ADMIN_ADDRESS: `:${await freePort()}`,
          ...Object.fromEntries(names.map((name) => [name, upstream])),
        },
      });
      const cacheControl = async (address: string) => {
        const response = await fetch(`http://127.0.0.1:${port}/media/${address}`);
        return [response.status, response.headers.get('cache-control'), response.headers.get('etag')];
      };
      try {
        await vi.waitFor(() => cacheControl('a.png'), 10_000);
        expect(await cacheControl('a.png?v=1f')).toEqual([200, 'public, max-age=31536000, immutable', '"1"']);
        expect(await cacheControl('a.png')).toEqual([200, 'no-cache', '"1"']);
        expect(await cacheControl('a.png?w=1')).toEqual([200, 'no-cache', '"1"']);
        for (const address of ['none.png', 'none.png?v=1f'])
          expect((await cacheControl(address)).slice(0, 2)).toEqual([404, 'no-store']);
        expect(asked).toContain('/buckets/media/a.png?v=1f');
      } finally {
        caddy.kill();
        storage.close();
      }
    },
  );

  test('keeps the inside inside', () => {
    const caddyfile = readFileSync(path.join(root, 'deploy/Caddyfile'), 'utf8');
    expect(caddyfile).toMatch(/@internal path \/_internal\/\*\n\s*respond @internal 404/);
    expect(caddyfile).toMatch(
      /@api \{\n\s*path \/api\/\*\n\s*not path \/api\/partner\/\*\n\s*\}\n\s*respond @api 404/,
    );
  });
});
