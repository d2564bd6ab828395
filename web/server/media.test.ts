import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderNotFound, renderPage } from '../src/entry-server';
import { renderLocatorSvg } from '../src/map/picture/locator';
import { renderWorkshopsSvg } from '../src/map/picture/svg';
import { renderTerritorySvg } from '../src/map/picture/territory';
import { matchRoute } from '../src/routes';
import { ask as askAt, type Question } from './testing/ask';
import { type FakeCms, startFakeCms } from './testing/fake-cms';
import { SECRET, startSite, type TestSite } from './testing/start-site';

let cms: FakeCms;
let site: TestSite;
vi.spyOn(console, 'error').mockImplementation(() => {});

const LASTING = 'public, max-age=31536000, immutable';
const SMALL = '/uploads/room_1f.svg';
const LARGE = '/uploads/wall_1f.svg';
const PDF = '/uploads/one-pager_1f.pdf';
const KINDS = [SMALL, LARGE, PDF];
/** What a file holds in a version; the large picture is larger than the site keeps. */
const content = (path: string, version: string): string =>
  `<svg>${version}</svg>${path === LARGE ? ' '.repeat(1_100_000) : ''}`;

beforeEach(async () => {
  cms = await startFakeCms();
  site = await startSite(
    { renderPage, renderNotFound, matchRoute, renderWorkshopsSvg, renderLocatorSvg, renderTerritorySvg },
    cms.url,
  );
  for (const path of KINDS) cms.setFile(path, content(path, 'one'), 'one');
});
afterEach(async () => {
  await site.close();
  await cms.close();
});

const ask = (path: string, question?: Question) => askAt(site.url, path, question);
const invalidate = (...tags: string[]) =>
  ask('/_internal/invalidate', {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' },
    body: JSON.stringify({ tags }),
  });
const at = async (path: string) => {
  const { status, text, headers } = await ask(path);
  return [status, /<svg>(\w+)<\/svg>/.exec(text)?.[1], headers['cache-control']];
};
/** Stores a new version; the site hears of it as the CMS tells it. */
async function replaceWith(path: string, version: string): Promise<void> {
  cms.setFile(path, content(path, version), version);
  await invalidate('media', `media:${path}`);
}

describe.each(KINDS)('%s', (path) => {
  it('may be kept for ever under its version alone', async () => {
    for (let time = 0; time < 2; time++) {
      expect(await at(`${path}?v=one`)).toEqual([200, 'one', LASTING]);
      expect(await at(path)).toEqual([200, 'one', 'no-cache']);
      expect(await at(`${path}?v=`)).toEqual([200, 'one', 'no-cache']);
      expect(await at(`${path}?v=one&v=two`)).toEqual([200, 'one', LASTING]);
      for (const query of ['?v=two', '?v=ONE', '?v=%00', '?v=one%20', '?V=one', `?v=${'x'.repeat(100)}`])
        expect(await at(path + query), query).toEqual([200, 'one', 'no-cache']);
    }
    expect((await ask(path)).headers.etag).toBeDefined();
  });

  it('is never the old one under the new version, whenever the site hears of it', async () => {
    expect(await at(`${path}?v=one`)).toEqual([200, 'one', LASTING]);
    expect(await at(path)).toEqual([200, 'one', 'no-cache']);
    expect(await at(`${path}?v=two`)).toEqual([200, 'one', 'no-cache']);
    cms.setFile(path, content(path, 'two'), 'two');
    // The site hasn't heard of it, but a page that names the new version can be there already.
    expect(await at(`${path}?v=two`)).toEqual([200, 'two', LASTING]);
    await invalidate('media', `media:${path}`);
    expect(await at(`${path}?v=two`)).toEqual([200, 'two', LASTING]);
    expect(await at(`${path}?v=one`)).toEqual([200, 'two', 'no-cache']);
    expect(await at(path)).toEqual([200, 'two', 'no-cache']);
  });

  it('is gone once it is deleted', async () => {
    await ask(`${path}?v=one`);
    cms.remove(path);
    await invalidate('media', `media:${path}`);
    for (const query of ['', '?v=one', '?v=two']) expect((await ask(path + query)).status, query).toBe(404);
  });

  it('of a CMS that names no versions is never kept for ever', async () => {
    cms.set(path, content(path, 'one'));
    expect(await at(`${path}?v=one`)).toEqual([200, 'one', 'no-cache']);
  });
});

describe('a picture that is kept', () => {
  const asked = () => cms.asked.filter(({ url }) => url.startsWith(SMALL)).length;

  it('is asked for once, and again only when it has changed itself', async () => {
    for (let time = 0; time < 3; time++) await ask(`${SMALL}?v=one`);
    expect(asked()).toBe(1);
    await replaceWith(PDF, 'two');
    await ask(`${SMALL}?v=one`);
    expect(asked()).toBe(1);
    await replaceWith(SMALL, 'two');
    expect(await at(`${SMALL}?v=two`)).toEqual([200, 'two', LASTING]);
    expect(asked()).toBe(2);
  });

  it('is there, version and all, while the CMS is away and after a restart', async () => {
    await ask(`${SMALL}?v=one`);
    await ask(`${SMALL}?v=made-up`);
    await ask(`${SMALL}?v=madeup`);
    await cms.close();
    await site.restart();
    expect(await at(`${SMALL}?v=one`)).toEqual([200, 'one', LASTING]);
    expect((await ask(`${SMALL}?v=madeup`)).status).toBe(503);
  });
});
