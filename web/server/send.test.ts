import {
  request as ask,
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { CachedResponse, type ResponseContent } from './cached-response';
import { CACHE_CONTROL, send, sendAtOnce } from './send';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Answers on loopback until the end of the test; returns the port. */
async function listening(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const page: ResponseContent = {
  status: 200,
  contentType: 'text/html',
  body: Buffer.from('Deep Dive. '.repeat(100)),
};

/** What a visitor gets who asks for a response. */
async function answerTo(
  content: Partial<ResponseContent>,
  {
    path = '/',
    method = 'GET',
    headers = {},
  }: { path?: string; method?: string; headers?: Record<string, string> } = {},
  cached = new CachedResponse({ ...page, ...content }),
): Promise<{ status?: number; headers: IncomingMessage['headers']; length: number }> {
  const port = await listening((request, response) => {
    void send(request, response, cached, {
      cacheControl: CACHE_CONTROL.file,
      headers: { 'x-content-type-options': 'nosniff' },
    });
  });
  return new Promise((resolve, reject) => {
    ask({ port, path, method, headers, agent: false }, (answer) => {
      let length = 0;
      answer.on('data', (part: Buffer) => {
        length += part.length;
      });
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, length }));
    })
      .on('error', reject)
      .end();
  });
}

describe('a kept response', () => {
  it('is sent as it is to who takes no encoding', async () => {
    const { status, headers, length } = await answerTo({});
    expect([status, length]).toEqual([200, page.body.length]);
    expect(headers).toMatchObject({
      'content-type': 'text/html',
      'content-length': String(page.body.length),
      'cache-control': 'public, max-age=3600',
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Encoding',
      etag: expect.stringMatching(/^".+"$/),
    });
    expect(headers).not.toHaveProperty('content-encoding');
    expect(headers).not.toHaveProperty('content-disposition');
    expect(headers).not.toHaveProperty('location');
  });

  it('is sent compressed to who takes that, each with a tag of its own', async () => {
    const cached = new CachedResponse(page);
    const brotli = await answerTo({}, { headers: { 'accept-encoding': 'gzip, br' } }, cached);
    const gzip = await answerTo({}, { headers: { 'accept-encoding': 'gzip' } }, cached);
    const plain = await answerTo({}, {}, cached);
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(brotli.length).toBeLessThan(page.body.length);
    expect(brotli.headers['content-length']).toBe(String(brotli.length));
    expect(new Set([brotli, gzip, plain].map(({ headers }) => headers.etag)).size).toBe(3);
  });

  it('is sent plain, and the same to all, when compressing it is not worth it', async () => {
    const { headers } = await answerTo(
      { body: Buffer.from('short') },
      { headers: { 'accept-encoding': 'br' } },
    );
    expect(headers).not.toHaveProperty('content-encoding');
    expect(headers).not.toHaveProperty('vary');
  });

  it('is not sent again to who has it', async () => {
    const cached = new CachedResponse(page);
    const { headers } = await answerTo({}, {}, cached);
    const again = await answerTo({}, { headers: { 'if-none-match': String(headers.etag) } }, cached);
    expect([again.status, again.length, again.headers.etag]).toEqual([304, 0, headers.etag]);
    const other = await answerTo({}, { headers: { 'if-none-match': '"other"' } }, cached);
    expect([other.status, other.length]).toEqual([200, page.body.length]);
  });

  it('is described, and not sent, to who asks for its headers alone', async () => {
    const { status, headers, length } = await answerTo({}, { method: 'HEAD' });
    expect([status, length, headers['content-length']]).toEqual([200, 0, String(page.body.length)]);
  });

  it('is kept by nobody without asking when it says that something is missing, and has no tag', async () => {
    const { status, headers, length } = await answerTo(
      { status: 404 },
      { headers: { 'if-none-match': '*' } },
    );
    expect([status, length]).toEqual([404, page.body.length]);
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate, stale-if-error=86400');
    expect(headers).not.toHaveProperty('etag');
  });

  it('is saved under its name', async () => {
    const { headers } = await answerTo({ fileName: 'workshops.ics' });
    expect(headers['content-disposition']).toBe('attachment; filename="workshops.ics"');
  });

  it.each([
    ['/summer', '/summer-2027'],
    ['/summer?', '/summer-2027'],
    ['/summer?near=80202&x=a?b', '/summer-2027?near=80202&x=a?b'],
  ])('of what has moved leads there, with what was asked: %s', async (path, location) => {
    const moved = await answerTo({ status: 301, location: '/summer-2027' }, { path });
    expect([moved.status, moved.length]).toEqual([301, 0]);
    expect(moved.headers).toMatchObject({ location, 'cache-control': 'no-cache', 'content-length': '0' });
  });

  it('of what is elsewhere for now leads there, and no further', async () => {
    const { headers } = await answerTo(
      { status: 302, location: '/uploads/ours.pdf?v=1' },
      { path: '/summer?near=80202' },
    );
    expect(headers).toMatchObject({ location: '/uploads/ours.pdf?v=1', 'cache-control': 'no-cache' });
  });
});

it('what has to be encoded first is not sent at once', async () => {
  const cached = new CachedResponse(page);
  const sent: boolean[] = [];
  const port = await listening((request, response) => {
    const isSent = sendAtOnce(request, response, cached, { cacheControl: CACHE_CONTROL.page, headers: {} });
    sent.push(isSent);
    if (!isSent) response.end('later');
  });
  const asked = async (encoding: string) =>
    (
      await fetch(`http://127.0.0.1:${port}/`, {
        headers: { 'accept-encoding': encoding, connection: 'close' },
      })
    ).text();
  expect(await asked('br')).toBe('later');
  await cached.encode('br');
  expect([await asked('br'), await asked('identity')]).toEqual([String(page.body), String(page.body)]);
  expect(sent).toEqual([false, true, true]);
});
