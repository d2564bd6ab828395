import type { Core } from '@strapi/strapi';
import { expect, it, vi } from 'vitest';
import { answerPublicReads } from './public-reads';

type Middleware = (ctx: unknown, next: () => Promise<void>) => Promise<void>;

const anyone = { auth: false };
const routes = [
  { method: 'GET', path: '/workshops', handler: 'workshop.find', config: anyone },
  { method: 'POST', path: '/posted', handler: 'workshop.find', config: anyone },
  { method: 'GET', path: '/secret', handler: 'workshop.find', config: { auth: { scope: [] } } },
  { method: 'GET', path: '/unset', handler: 'workshop.find' },
  { method: 'GET', path: '/inline', handler: vi.fn(), config: anyone },
  { method: 'GET', path: '/gone', handler: 'workshop.gone', config: anyone },
  { method: 'GET', path: '/nameless', handler: 'workshop', config: anyone },
];

/** A CMS with these routes, and what its middlewares do with a request. */
function start({ logsRequests = false } = {}) {
  const went: string[] = [];
  const used: Middleware[] = [];
  const strapi = {
    config: { get: (name: string) => (name === 'api.rest.prefix' ? '/api' : undefined) },
    log: { isLevelEnabled: (level: string) => logsRequests && level === 'http' },
    middleware: (name: string) => (_: object, given: { strapi: unknown }) => {
      expect(given.strapi).toBe(strapi);
      return (_ctx: unknown, next: () => Promise<void>) => {
        went.push(name);
        return next();
      };
    },
    apis: { workshop: { routes: { public: { routes } } }, page: { routes: {} } },
    controller: (uid: string) => ({
      find: (ctx: { body: unknown }) => {
        ctx.body = uid;
      },
    }),
    server: { use: (middleware: Middleware) => used.push(middleware) },
  };
  answerPublicReads(strapi as unknown as Core.Strapi);
  const ask = async (path: string, method = 'GET') => {
    const set = vi.fn();
    const ctx = { method, path, set, request: {}, body: undefined as unknown };
    const next = vi.fn(async () => undefined);
    for (const middleware of used) await middleware(ctx, next);
    return { body: ctx.body, headers: set.mock.calls[0]?.[0], wentOn: next.mock.calls.length > 0 };
  };
  return { ask, went };
}

it('what everybody may read is answered by its controller, and declared to be data', async () => {
  const { ask, went } = start();
  expect(await ask('/api/workshops')).toEqual({
    body: 'api::workshop.workshop',
    headers: {
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
    },
    wentOn: false,
  });
  expect(went).toEqual(['strapi::errors']);
});

it('each request is in the log when it tells of requests', async () => {
  const { ask, went } = start({ logsRequests: true });
  await ask('/api/workshops');
  expect(went).toEqual(['strapi::logger', 'strapi::errors']);
});

it.each([
  ['/workshops', 'GET'],
  ['/api/workshops', 'POST'],
  ['/api/posted', 'GET'],
  ['/api/posted', 'POST'],
  ['/api/secret', 'GET'],
  ['/api/unset', 'GET'],
  ['/api/inline', 'GET'],
  ['/api/gone', 'GET'],
  ['/api/nameless', 'GET'],
])('all else is left to Strapi: %s (%s)', async (path, method) => {
  const { ask, went } = start();
  expect(await ask(path, method)).toEqual({ body: undefined, headers: undefined, wentOn: true });
  expect(went).toEqual([]);
});
