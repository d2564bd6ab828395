import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPENINGS, whoMayUse } from '../src/ownership/admin-routes';
import { type RunningCms, startCms } from './cms';
import { ownRole, PARTNER, type Person, signIn, stranger, WORKSHOP } from './stories';

interface Layer {
  methods: string[];
  path: string;
}

const VERBS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** What anybody may ask besides our own public API: Strapi's first page, files and sign of life. */
const PUBLIC = [
  'GET /',
  'GET /((?!uploads/).+)',
  'GET /uploads/(.*)',
  ...VERBS.map((verb) => `${verb} /_health`),
];

/** A request that a route answers, its parameters filled in with things that exist. */
const addressOf = (path: string): string =>
  path
    .replace('single-types/:model', 'single-types/api::site.site')
    .replace('components/:uid', 'components/elements.venue')
    .replace(/:(model|uid|contentType)/, WORKSHOP)
    .replace(':targetField', 'partner')
    .replace(/:path\*|\(\.\*\)/, 'anything')
    .replace(/:\w+/g, '1');

describe('the admin’s API', () => {
  let cms: RunningCms;
  let people: Record<string, Person>;
  let routes: { method: string; path: string }[];

  beforeAll(async () => {
    cms = await startCms();
    people = {
      'no token': stranger(cms),
      marketing: await signIn(cms, 'maya@marketing.test', 'marketing'),
      'regional-partner': await signIn(cms, 'pat@partner.test', 'regional-partner'),
      'a role of one’s own': await ownRole(cms, 'readers', [
        ['plugin::content-manager.explorer.read', PARTNER, ['name']],
      ]),
      'a role with every permission there is': await ownRole(cms, 'everything', 'everything'),
    };
    routes = (cms.strapi.server.listRoutes() as unknown as Layer[]).flatMap(({ methods, path }) =>
      methods.filter((method) => VERBS.includes(method)).map((method) => ({ method, path })),
    );
  });
  afterAll(() => cms?.stop());

  it('answers nobody but a Super Admin where nobody has decided that it should', async () => {
    const ours = Object.values(cms.strapi.apis).flatMap((api) =>
      Object.values(api.routes as Record<string, { routes: { path: string }[] }>).flatMap(({ routes }) =>
        routes.map(({ path }) => `GET /api${path}`),
      ),
    );
    const decided = new Set([...PUBLIC, ...ours]);
    const undecided = routes.filter(
      ({ method, path }) => !whoMayUse(method, path) && !decided.has(`${method} ${path}`),
    );
    expect(undecided.length).toBeGreaterThan(80);
    const answered: string[] = [];
    for (const { method, path } of undecided)
      await Promise.all(
        Object.entries(people).map(async ([who, { ask }]) => {
          const { status } = await ask(addressOf(path), method === 'GET' ? undefined : {}, method);
          if (![401, 403, 404].includes(status)) answered.push(`${method} ${path} answers ${who} ${status}`);
        }),
      );
    expect(answered).toEqual([]);
  });

  it('lists no route that Strapi doesn’t have', () => {
    const there = new Set(routes.map(({ method, path }) => `${method} ${path}`.replace(/(?<=\w)\/$/, '')));
    expect(OPENINGS.flatMap((opening) => opening.routes).filter((route) => !there.has(route))).toEqual([]);
  });
});
