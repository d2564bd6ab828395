import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { startFakeRedis } from '../../../scripts/lib/fake-redis';
import { createNotifier } from './notifier';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

async function web(status: number | 'silent', heard: unknown[] = []): Promise<string> {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    heard.push({
      path: request.url,
      authorization: request.headers.authorization,
      tags: JSON.parse(body).tags,
    });
    if (status !== 'silent') response.writeHead(status).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const notifier = (webUrls: string[], warn = vi.fn()) =>
  createNotifier({ webUrls, secret: 's3cret', redisUrl: null, warn });

it('every web process hears which tags changed', async () => {
  const heard: unknown[] = [];
  const urls = [await web(204, heard), await web(204, heard)];
  await notifier(urls).tell(['page', 'page:a1']);
  const message = {
    path: '/_internal/invalidate',
    authorization: 'Bearer s3cret',
    tags: ['page', 'page:a1'],
  };
  expect(heard).toEqual([message, message]);
});

it('a web process that is away, refuses or says nothing is logged, and holds nobody up for long', async () => {
  const warn = vi.fn();
  const heard: unknown[] = [];
  const urls = ['http://127.0.0.1:9', await web(401), await web('silent'), await web(204, heard)];
  const start = performance.now();
  await notifier(urls, warn).tell(['site']);
  expect(performance.now() - start).toBeLessThan(1500);
  expect(warn).toHaveBeenCalledTimes(3);
  expect(heard).toHaveLength(1);
});

it('more changes than one message holds are told as a change of everything', async () => {
  const heard: { tags: string[] }[] = [];
  await notifier([await web(204, heard)]).tell(
    Array.from({ length: 1001 }, (_, index) => `workshop:${index}`),
  );
  expect(heard.map(({ tags }) => tags)).toEqual([['*']]);
});

it('is told on the channel of one’s own database, under one’s own prefix', async () => {
  const redis = await startFakeRedis();
  const options = { webUrls: [], secret: '', warn: vi.fn() };
  const first = createNotifier({ ...options, redisUrl: redis.url });
  const second = createNotifier({ ...options, redisUrl: `${redis.url}/3`, redisPrefix: 'staging' });
  await first.tell(['page']);
  await second.tell(['site']);
  expect(redis.published).toEqual([
    ['deep-dive:0:changes', '["page"]'],
    ['staging:3:changes', '["site"]'],
  ]);
  for (const each of [first, second]) await each.close();
  await redis.close();
});

it('a Redis that says nothing any more is noticed, and told what it missed over a new connection', async () => {
  const redis = await startFakeRedis();
  const warn = vi.fn();
  const heartbeat = { everyMs: 50, limitMs: 500 };
  const teller = createNotifier({ webUrls: [], secret: '', redisUrl: redis.url, warn, heartbeat });
  await teller.tell(['page']);
  redis.fallSilent();
  await teller.tell(['site', 'site:a1']);
  await vi.waitFor(
    () => expect(redis.published.flatMap(([, tags]) => JSON.parse(tags))).toContain('site:a1'),
    {
      timeout: 5_000,
    },
  );
  await teller.close();
  await redis.close();
});
