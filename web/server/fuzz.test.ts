import { SEARCH_FIELDS } from '@deep-dive/shared-types';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { renderNotFound, renderPage } from '../src/entry-server';
import { renderLocatorSvg } from '../src/map/picture/locator';
import { renderWorkshopsSvg } from '../src/map/picture/svg';
import { renderTerritorySvg } from '../src/map/picture/territory';
import { matchRoute } from '../src/routes';
import { ask } from './testing/ask';
import { type FakeCms, startFakeCms } from './testing/fake-cms';
import { startSite, type TestSite } from './testing/start-site';

let cms: FakeCms;
let site: TestSite;
const log = vi.spyOn(console, 'error');

beforeAll(async () => {
  cms = await startFakeCms();
  const code = {
    renderPage,
    renderNotFound,
    matchRoute,
    renderWorkshopsSvg,
    renderLocatorSvg,
    renderTerritorySvg,
  };
  site = await startSite(code, cms.url);
});
afterAll(async () => {
  await site.close();
  await cms.close();
});

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 150 }),
  fc.constantFrom(
    '',
    '0',
    '-1',
    '1e9',
    'NaN',
    'null',
    '__proto__',
    'true',
    '80202',
    'St. Louis',
    '90,-180',
    '\r\nX: 1',
  ),
  fc.constantFrom(
    '<script>',
    "' OR 1=1 --",
    '../../etc/passwd',
    '%',
    '\0',
    '\u202e',
    '🌵',
    '2027-02-30',
    '9999-12-31',
  ),
);
const name = fc.oneof(fc.constantFrom(...SEARCH_FIELDS, 'q', 'ignored'), fc.string({ maxLength: 20 }));
/** Parameters as a form, a careless hand or an attacker writes them. */
const query = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(fc.tuple(name, oddText), { maxLength: 6 })
      .map((pairs) => new URLSearchParams(pairs).toString()),
  },
  // Not encoded at all, but for what would end the request line.
  fc.string({ maxLength: 200 }).map((text) => text.replace(/[^!-~]/g, '%')),
);
const tile = fc
  .tuple(
    ...Array.from({ length: 3 }, () =>
      fc.oneof(fc.integer({ min: -2, max: 4_000 }), fc.constantFrom('0', '1.5', 'x', '%00')),
    ),
  )
  .map((numbers) => `/api/workshop-tiles/${numbers.join('/')}`);
const path = fc.oneof(
  fc.constantFrom('/', '/deep-dive', '/workshops', '/embed/workshops', '/workshops.ics', '/workshops.rss'),
  fc.constantFrom(
    '/workshops.geojson',
    '/workshops.svg',
    '/api/workshops',
    '/api/places',
    '/api/workshop-feed',
  ),
  fc.constantFrom('/api/workshop-places', '/workshops/boise-2027-03-06.ics'),
  tile,
);

describe('whatever is asked', () => {
  it('the answer is never a failure, and nothing is logged', { timeout: 120_000 }, async () => {
    const answered = fc.asyncProperty(path, query, async (asked, parameters) => {
      const { status } = await ask(site.url, `${asked}?${parameters}`);
      expect([200, 400, 404]).toContain(status);
    });
    await fc.assert(answered, { numRuns: 3_000 });
    expect(log).not.toHaveBeenCalled();
  });

  it('the CMS is asked nothing it does not know', () => {
    const known = new Set<string>([...SEARCH_FIELDS, 'q']);
    for (const { url } of cms.asked)
      for (const parameter of new URL(url, cms.url).searchParams.keys()) expect(known).toContain(parameter);
  });
});
