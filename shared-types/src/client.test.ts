import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type CmsClient, createCmsClient, workshopTilesUrl } from './client.js';
import { CmsUnavailableError, InvalidRequestError, MovedError, NotFoundError } from './errors.js';

let server: Server | undefined;

async function cmsThatAnswers(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const answering =
  (status: number, body: string): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  server = undefined;
});

test('a page is asked for by its slug and comes back as it was sent', async () => {
  const asked: (string | undefined)[] = [];
  const baseUrl = await cmsThatAnswers((request, response) => {
    asked.push(request.url, request.headers.authorization);
    response.end(JSON.stringify({ slug: 'a b', title: 'A page', seo: null, sections: [] }));
  });
  const page = await createCmsClient({ baseUrl, token: 'secret' }).page('a b');
  expect(page.title).toBe('A page');
  expect(asked).toEqual(['/api/pages/a%20b', 'Bearer secret']);
});

test.each<[string, (cms: CmsClient) => Promise<unknown>]>([
  ['/api/site', (cms) => cms.site()],
  ['/api/pages/deep-dive', (cms) => cms.page('deep-dive')],
  ['/api/pricing', (cms) => cms.pricing()],
  ['/api/scholarships', (cms) => cms.scholarships()],
  ['/api/partners', (cms) => cms.partners()],
  ['/api/partners/a%2Fb', (cms) => cms.partner('a/b')],
  ['/api/workshops?near=80202&kind=intro', (cms) => cms.workshops({ near: '80202', kind: 'intro' })],
  ['/api/workshops/boise-2027', (cms) => cms.workshop('boise-2027')],
  ['/api/workshop-feed?near=80202', (cms) => cms.workshopFeed({ near: '80202' })],
  ['/api/workshop-places?kind=intro', (cms) => cms.workshopPlaces({ near: '80202', kind: 'intro' })],
  ['/api/places?q=St.+Lo%26', (cms) => cms.placeSuggestions('St. Lo&')],
  ['/api/quote?near=59715&people=12', (cms) => cms.quote({ near: '59715', people: 12 })],
  ['/api/sitemap', (cms) => cms.sitemap()],
])('%s is asked for, of the page’s own origin and without a token unless one is given', async (path, ask) => {
  const asked: [unknown, unknown][] = [];
  const fetchWith: typeof fetch = async (address, init) => {
    asked.push([address, init?.headers]);
    return Response.json({ data: 1 });
  };
  expect(await ask(createCmsClient({ baseUrl: '', fetch: fetchWith }))).toEqual({ data: 1 });
  expect(asked).toEqual([[path, { accept: 'application/json' }]]);
});

test('tiles have an address with the filters of the search alone', () => {
  expect(workshopTilesUrl({ near: '80202', page: 2, kind: 'intro' })).toBe(
    '/api/workshop-tiles/{z}/{x}/{y}?kind=intro',
  );
});

test('a search travels in the query', async () => {
  let asked: string | undefined;
  const baseUrl = await cmsThatAnswers((request, response) => {
    asked = request.url;
    response.end('{}');
  });
  await createCmsClient({ baseUrl }).workshops({ kind: 'intro', page: 3 });
  expect(asked).toBe('/api/workshops?kind=intro&page=3');
});

test('what is not there is a NotFoundError', async () => {
  const cms = createCmsClient({ baseUrl: await cmsThatAnswers(answering(404, '{}')) });
  const error = await cms.page('nowhere').catch((refused: unknown) => refused);
  expect(error).toBeInstanceOf(NotFoundError);
  expect(error).toMatchObject({ name: 'NotFoundError', message: 'The CMS has no /api/pages/nowhere' });
});

const moved = (movedTo: unknown) => JSON.stringify({ error: { status: 404, details: { movedTo } } });

test('what has moved is a NotFoundError that knows where to', async () => {
  const cms = createCmsClient({ baseUrl: await cmsThatAnswers(answering(404, moved('summer-2027'))) });
  const error = await cms.page('summer').catch((refused: unknown) => refused);
  expect(error).toBeInstanceOf(MovedError);
  expect(error).toBeInstanceOf(NotFoundError);
  expect(error).toMatchObject({
    name: 'MovedError',
    slug: 'summer-2027',
    message: 'The CMS has /api/pages/summer at another address now: summer-2027',
  });
});

test.each(['', '..', '//evil.example', 'a/b', 'a\r\nb', null, 5, {}, ['a']])(
  'a new slug that is none (%j) is not believed',
  async (movedTo) => {
    const cms = createCmsClient({ baseUrl: await cmsThatAnswers(answering(404, moved(movedTo))) });
    const error = await cms.page('summer').catch((refused: unknown) => refused);
    expect(error).toBeInstanceOf(NotFoundError);
    expect(error).not.toBeInstanceOf(MovedError);
  },
);

test('browsers without `AbortSignal.any` and `AbortSignal.timeout` can ask as well', async () => {
  const { any, timeout } = AbortSignal;
  const cms = createCmsClient({ baseUrl: await cmsThatAnswers(answering(200, '{}')) });
  const { signal } = new AbortController();
  try {
    Reflect.deleteProperty(AbortSignal, 'any');
    Reflect.deleteProperty(AbortSignal, 'timeout');
    expect(await cms.site({ signal })).toEqual({});
  } finally {
    Object.assign(AbortSignal, { any, timeout });
  }
});

test('a refusal that leads elsewhere is a refusal', async () => {
  const cms = createCmsClient({ baseUrl: await cmsThatAnswers(answering(400, moved('summer-2027'))) });
  const error = await cms.page('summer').catch((refused: unknown) => refused);
  expect(error).toBeInstanceOf(InvalidRequestError);
  expect(error).toMatchObject({ name: 'InvalidRequestError', problems: [] });
});

test.each([500, 502, 503, 429])('an answer of %i is a CmsUnavailableError', async (status) => {
  const cms = createCmsClient({ baseUrl: await cmsThatAnswers(answering(status, 'oh dear')) });
  const error = await cms.site().catch((refused: unknown) => refused);
  expect(error).toBeInstanceOf(CmsUnavailableError);
  expect(error).toMatchObject({
    name: 'CmsUnavailableError',
    message: `The CMS answered ${status} to /api/site`,
  });
});

test('a refusal is an InvalidRequestError that says what the CMS said', async () => {
  const body = JSON.stringify({ error: { message: 'Unknown parameter “status”' } });
  const cms = createCmsClient({ baseUrl: await cmsThatAnswers(answering(400, body)) });
  await expect(cms.site()).rejects.toThrow(InvalidRequestError);
  await expect(cms.site()).rejects.toThrow('The CMS refused /api/site (400): Unknown parameter “status”');
});

test('a refusal names the fields it is about', async () => {
  const errors = [
    { path: ['people'], message: 'From 1 to 1,000.', name: 'ValidationError' },
    { path: ['people', 0], message: 'Give one number.' },
    { path: 'near', message: 'nonsense' },
    { path: ['near'], message: 5 },
    { message: 5 },
  ];
  const body = JSON.stringify({ error: { message: 'No', details: { errors } } });
  const cms = createCmsClient({ baseUrl: await cmsThatAnswers(answering(400, body)) });
  const error = await cms.quote({ near: '59715', people: 0 }).catch((refused: unknown) => refused);
  expect(error).toMatchObject({
    problems: [
      { field: 'people', message: 'From 1 to 1,000.' },
      { field: 'people.0', message: 'Give one number.' },
    ],
  });
});

test('a CMS that is not there is a CmsUnavailableError', async () => {
  const baseUrl = await cmsThatAnswers(answering(200, '{}'));
  await new Promise((resolve) => server?.close(resolve));
  await expect(createCmsClient({ baseUrl }).site()).rejects.toThrow(CmsUnavailableError);
});

test('an answer that is no JSON is a CmsUnavailableError', async () => {
  const cms = createCmsClient({ baseUrl: await cmsThatAnswers(answering(200, '<html>')) });
  await expect(cms.site()).rejects.toThrow(CmsUnavailableError);
});

test('a CMS that breaks off says why', async () => {
  const cause = new Error('socket hang up');
  const cms = createCmsClient({ baseUrl: '', fetch: () => Promise.reject(cause) });
  const error = await cms.site().catch((refused: unknown) => refused);
  expect(error).toMatchObject({ message: 'The CMS could not answer /api/site: socket hang up', cause });
});

test('a CMS that takes too long is a CmsUnavailableError that says how long was waited', async () => {
  const cms = createCmsClient({ baseUrl: await cmsThatAnswers(() => undefined), timeoutMs: 30 });
  await expect(cms.site()).rejects.toThrow('no answer within 30 ms');
});

test('a cancelled request rejects with the reason it was cancelled for', async () => {
  const cms = createCmsClient({ baseUrl: await cmsThatAnswers(() => undefined) });
  const controller = new AbortController();
  const asked = cms.site({ signal: controller.signal });
  const reason = new Error('the visitor left');
  controller.abort(reason);
  await expect(asked).rejects.toBe(reason);
});
