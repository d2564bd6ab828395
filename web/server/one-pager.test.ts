import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { ask as askAt, type Question } from './testing/ask';
import { type FakeCms, pageNamed, startFakeCms } from './testing/fake-cms';
import { readPdf } from './testing/read-pdf';
import { SECRET, startSite, type TestSite } from './testing/start-site';
import { code } from './testing/visitors';

const PATH = '/deep-dive/one-pager.pdf';

let cms: FakeCms;
let site: TestSite;

beforeAll(async () => {
  cms = await startFakeCms();
  site = await startSite(code, cms.url);
});
afterAll(async () => {
  await site.close();
  await cms.close();
});
beforeEach(() => {
  cms.recover();
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

const ask = (path: string, question?: Question) => askAt(site.url, path, question);
const publish = (body: unknown, slug = 'deep-dive'): Promise<unknown> => {
  cms.set(`/api/pages/${slug}`, body, 'page');
  return ask('/_internal/invalidate', {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' },
    body: JSON.stringify({ tags: ['page'] }),
  });
};

it('a page is a PDF as well: shown, named for who saves it, and nothing for search engines', async () => {
  const { status, headers, body } = await ask(PATH);
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': 'inline; filename="deep-dive-one-pager.pdf"',
    'cache-control': 'public, max-age=0, must-revalidate, stale-if-error=86400',
    'x-robots-tag': 'noindex',
    'x-content-type-options': 'nosniff',
  });
  expect(headers['content-security-policy']).toBeUndefined();
  expect((await readPdf(body)).text).toContain('Come and learn with us.');
  expect((await ask('/sitemap.xml')).text).not.toContain('one-pager');
});

it('HEAD says how long it is, and who has it already is told so', async () => {
  const { headers, body } = await ask(PATH);
  const head = await ask(PATH, { method: 'HEAD' });
  expect([head.status, Number(head.headers['content-length']), head.body.length]).toEqual([
    200,
    body.length,
    0,
  ]);
  const again = await ask(PATH, { headers: { 'if-none-match': String(headers.etag) } });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  expect((await ask(PATH, { method: 'POST' })).status).toBe(405);
});

it('a file that marketing uploaded takes its place, and gives it back', async () => {
  const page = pageNamed('deep-dive', 'Deep Dive');
  const onePager = {
    ...{ url: '/uploads/ours_1f.pdf?v=1a', alternativeText: '', width: null, height: null },
    ...{ mime: 'application/pdf', name: 'ours.pdf', size: 12, sizes: [] },
  };
  await publish({ ...page, onePager });
  const { status, headers } = await ask(`${PATH}?near=98901`);
  expect([status, headers.location, headers['cache-control']]).toEqual([302, onePager.url, 'no-cache']);
  await publish(page);
  expect((await ask(PATH)).status).toBe(200);
});

it('is nowhere but where a page is, also under its old addresses and in capitals', async () => {
  cms.move('/api/pages/summer', 'deep-dive');
  const moved = await ask('/summer/one-pager.pdf?near=98901');
  expect([moved.status, moved.headers.location]).toEqual([308, `${PATH}?near=98901`]);
  const lower = await ask('/Deep-Dive/One-Pager.pdf');
  expect([lower.status, lower.headers.location]).toEqual([308, PATH]);
  for (const path of ['/nowhere/one-pager.pdf', '/one-pager.pdf', '/a/b/one-pager.pdf'])
    expect([path, (await ask(path)).status]).toEqual([path, 404]);
});

it('a place asks what one pays there; one that nobody understands, or that can’t be one, changes nothing', async () => {
  cms.asked.length = 0;
  const plain = await ask(PATH);
  for (const near of ['', 'Atlantis', 'x'.repeat(500), '98901&workshop=boise&people=900']) {
    const { status, body } = await ask(`${PATH}?near=${near}`);
    expect([near, status]).toEqual([near, 200]);
    expect((await readPdf(body)).text).toBe((await readPdf(plain.body)).text);
  }
  const quotes = cms.asked.filter(({ url }) => url.startsWith('/api/quote')).map(({ url }) => url);
  expect(quotes).toEqual(['/api/quote?near=Atlantis&people=1', '/api/quote?near=98901&people=1']);
});

it('is as fresh as its page, and there while the CMS is away', async () => {
  await publish(pageNamed('deep-dive', 'Deep Dive', 'We have moved on.'));
  const fresh = await readPdf((await ask(PATH)).body);
  expect(fresh.text).toContain('We have moved on.');
  cms.fail();
  await ask('/_internal/invalidate', {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' },
    body: JSON.stringify({ tags: ['*'] }),
  });
  const stale = await ask(PATH);
  expect(stale.status).toBe(200);
  expect((await readPdf(stale.body)).text).toContain('We have moved on.');
});
