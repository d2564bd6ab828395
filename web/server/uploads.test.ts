import { CmsUnavailableError, NotFoundError } from '@deep-dive/shared-types';
import { describe, expect, it, vi } from 'vitest';
import {
  fetchPicture,
  fetchUpload,
  isPicturePath,
  OtherVersionError,
  PictureTooLargeError,
  SANDBOX,
  versionIn,
} from './uploads';
import type { Upstream } from './upstream/upstream';

/** A CMS that answers so, and what it was asked. */
function answering(answer: () => Response) {
  const ask = vi.fn((_path: string, _question: unknown, read: (begun: Response) => Promise<unknown>) =>
    read(answer()),
  );
  return { upstream: { ask } as unknown as Upstream, ask };
}

describe('a path of the media library', () => {
  it.each([
    '/uploads/a.svg',
    '/uploads/a.PNG',
    '/uploads/a.jpg',
    '/uploads/a.jpeg',
    '/uploads/a.webp',
    '/uploads/a.avif',
    '/uploads/a.gif',
    '/uploads/folder/a_1f-2~(3)@2x+%20.png',
  ])('names a picture: %s', (path) => {
    expect(isPicturePath(path)).toBe(true);
  });

  it.each([
    '/uploads/a.pdf',
    '/uploads/a.svgz',
    '/uploads/asvg',
    '/a.png',
    '/x/uploads/a.png',
    '/uploads/.a.png',
    '/uploads/../a.png',
    '/uploads//a.png',
    '/uploads/a b.png',
    '/uploads/%2e%2e/a.png',
    '/uploads/x%2Fa.png',
    '/uploads/x%5Ca.png',
    '/uploads/%00.png',
    '/uploads/a.png/',
  ])('names none, or could lead out of it: %s', (path) => {
    expect(isPicturePath(path)).toBe(false);
  });

  it.each([
    ['v=1f', '1f'],
    ['x=1&v=abc123', 'abc123'],
    [`v=${'a'.repeat(16)}`, 'a'.repeat(16)],
    [`v=${'a'.repeat(17)}`, undefined],
    ['v=1F', undefined],
    ['v=', undefined],
    ['v=a%20', undefined],
    ['', undefined],
  ])('names in its query “%s” the version %s', (query, version) => {
    expect(versionIn(query)).toBe(version);
  });
});

describe('a picture that is brought', () => {
  const png = '\x89PNG\r\n picture';
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
  const picture = (headers: Record<string, string> = {}, body = png, status = 200) =>
    new Response(bytes(body), {
      status,
      headers: { 'content-type': 'image/png', 'content-length': String(body.length), ...headers },
    });
  const bring = (answer: Response, version?: string) =>
    fetchPicture(answering(() => answer).upstream, {
      path: '/uploads/a.png',
      version,
      cacheTtlMs: 60_000,
      isRefresh: false,
    });

  it('is kept with its own tag, for as long as answers count as fresh', async () => {
    const before = Date.now();
    const filled = await bring(picture({ 'cache-tag': 'media,media:/uploads/a.png' }));
    expect(filled).toMatchObject({
      status: 200,
      contentType: 'image/png',
      tags: ['media', 'media:/uploads/a.png'],
    });
    expect(filled.body.toString('latin1')).toBe(png);
    expect(filled.freshUntil - before).toBeGreaterThanOrEqual(60_000);
    expect(filled.freshUntil - before).toBeLessThan(70_000);
    expect((await bring(picture())).tags).toEqual(['media']);
  });

  it('is the version that was asked for', async () => {
    expect((await bring(picture({ 'media-version': 'two' }), 'two')).status).toBe(200);
    for (const other of [picture({ 'media-version': 'three' }), picture()])
      await expect(bring(other, 'two')).rejects.toThrow(
        new OtherVersionError('The media library has another version of /uploads/a.png'),
      );
  });

  it.each<[string, () => Response, new (...given: never[]) => Error, string]>([
    [
      'of another type',
      () => picture({ 'content-type': 'text/html' }),
      CmsUnavailableError,
      'its type is text/html',
    ],
    ['that is none', () => picture({}, '<p>Hello'), CmsUnavailableError, 'it is no such picture'],
    [
      'that is too large',
      () => picture({ 'content-length': '1000001' }),
      PictureTooLargeError,
      'is too large to keep',
    ],
    [
      'of a CMS that is not well',
      () => picture({}, '', 500),
      CmsUnavailableError,
      'answered 500 to /uploads/a.png',
    ],
    ['that is not found by another program', () => picture({}, '', 404), CmsUnavailableError, 'answered 404'],
    [
      'that there is none of',
      () =>
        new Response(
          JSON.stringify({ data: null, error: { status: 404, name: 'NotFoundError', message: 'Not Found' } }),
          { status: 404, headers: { 'content-type': 'application/json' } },
        ),
      NotFoundError,
      'The media library has no /uploads/a.png',
    ],
  ])('is not kept when it is one %s', async (_what, answer, kind, message) => {
    const error = await bring(answer()).catch((refused: unknown) => refused);
    expect(error).toBeInstanceOf(kind);
    expect((error as Error).message).toContain(message);
  });

  it('is not kept when nobody says how large it is', async () => {
    const answer = new Response(bytes(png), { headers: { 'content-type': 'image/png' } });
    await expect(bring(answer)).rejects.toThrow(PictureTooLargeError);
    await expect(bring(picture({ 'content-length': '1000000' }))).resolves.toMatchObject({ status: 200 });
  });

  it('that breaks off is not kept', async () => {
    const body = new ReadableStream({
      pull(controller) {
        controller.error(new Error('gone'));
      },
    });
    const answer = new Response(body, { headers: { 'content-type': 'image/png', 'content-length': '9' } });
    await expect(bring(answer)).rejects.toThrow('The CMS broke off its answer to /uploads/a.png');
  });
});

describe('a file that is passed on', () => {
  const pass = async (
    answer: Response,
    { path = '/uploads/a.pdf', version, init }: { path?: string; version?: string; init?: RequestInit } = {},
  ) => {
    const { upstream, ask } = answering(() => answer);
    const response = await fetchUpload(upstream, path, version, new Request('http://site/x', init));
    return { response, ask };
  };
  const pdf = (headers: Record<string, string> = {}, status = 200) =>
    new Response(status === 304 ? null : '%PDF', {
      status,
      headers: { 'content-type': 'application/pdf', ...headers },
    });

  it('comes with what browsers need to know of it, and nothing else', async () => {
    const told = {
      'content-type': 'application/pdf',
      'content-length': '4',
      'content-range': 'bytes 0-3/9',
      'accept-ranges': 'bytes',
      etag: '"a"',
      'last-modified': 'Sat, 06 Mar 2027 17:00:00 GMT',
    };
    const { response } = await pass(pdf({ ...told, 'set-cookie': 'a=b', server: 'x' }, 206));
    expect([response.status, await response.text()]).toEqual([206, '%PDF']);
    expect(Object.fromEntries(response.headers)).toEqual({
      ...told,
      'cache-control': 'no-cache',
      'content-security-policy': "frame-ancestors 'none'",
    });
  });

  it('may be kept for ever when it is the version asked for', async () => {
    const cacheControl = async (version: string | undefined, sent: Record<string, string>) =>
      (await pass(pdf(sent), { version })).response.headers.get('cache-control');
    expect(await cacheControl('two', { 'media-version': 'two' })).toBe('public, max-age=31536000, immutable');
    expect(await cacheControl('two', { 'media-version': 'one' })).toBe('no-cache');
    expect(await cacheControl(undefined, {})).toBe('no-cache');
  });

  it.each([
    ['/uploads/a.svg', 'image/svg+xml', SANDBOX],
    ['/uploads/a.bin', 'text/xml', SANDBOX],
    ['/uploads/a.bin', 'application/xml', SANDBOX],
    ['/uploads/a.png', 'image/png', "frame-ancestors 'none'"],
  ])('runs nothing when it is opened by itself: %s as %s', async (path, type, policy) => {
    const { response } = await pass(pdf({ 'content-type': type }), { path });
    expect(response.headers.get('content-security-policy')).toBe(policy);
  });

  it('is asked for as the browser asked: its part, its condition, its headers alone', async () => {
    const headers = {
      range: 'bytes=0-3',
      'if-range': '"a"',
      'if-none-match': '"a"',
      'if-modified-since': 'Sat, 06 Mar 2027 17:00:00 GMT',
    };
    const { ask } = await pass(pdf(), { init: { method: 'HEAD', headers: { ...headers, cookie: 'a=b' } } });
    expect(ask.mock.calls[0]?.slice(0, 2)).toEqual([
      '/uploads/a.pdf',
      expect.objectContaining({
        method: 'HEAD',
        isRefresh: false,
        headers: { ...headers, 'accept-encoding': 'identity' },
      }),
    ]);
    const plain = await pass(pdf(), { init: { method: 'POST' } });
    expect(plain.ask.mock.calls[0]?.[1]).toMatchObject({
      method: 'GET',
      headers: { 'accept-encoding': 'identity' },
    });
  });

  it.each([304, 416])('may be answered with %i', async (status) => {
    expect((await pass(pdf({}, status))).response.status).toBe(status);
  });

  it('is not found when there is none, or where the path leads elsewhere', async () => {
    const none = await pass(pdf({}, 404));
    expect([none.response.status, await none.response.text()]).toEqual([404, 'Not found']);
    const elsewhere = await pass(pdf(), { path: '/uploads/%2e%2e/secret' });
    expect([elsewhere.response.status, elsewhere.ask.mock.calls]).toEqual([404, []]);
  });

  it.each([
    ['a CMS that is not well', () => pdf({}, 500)],
    ['another program', () => pdf({ 'content-type': 'text/html' })],
    ['another program, in part', () => pdf({ 'content-type': 'text/html' }, 206)],
  ])('is to be asked for again when it is of %s', async (_what, answer) => {
    const { response } = await pass(answer());
    expect([response.status, await response.text()]).toEqual([
      503,
      'The file cannot be fetched now; try again in a moment.',
    ]);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'retry-after': '10',
      'cache-control': 'no-store',
    });
  });
});
