import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { CachedResponse, type Encoding } from './cached-response';

const long = 'Deep Dive. '.repeat(100);
const responseOf = (text: string, contentType = 'text/html; charset=utf-8') =>
  new CachedResponse({ status: 200, contentType, body: Buffer.from(text) });

describe('a response that is kept', () => {
  it.each([
    'text/html; charset=utf-8',
    'text/css',
    'image/svg+xml',
    'application/json',
    'application/geo+json',
    'application/xml',
    'application/rss+xml',
    'application/javascript',
    'application/vnd.mapbox-vector-tile',
  ])('is compressed when it is text or tiles: %s', (contentType) => {
    expect(responseOf(long, contentType).compressible).toBe(true);
  });

  it.each(['image/png', 'font/woff2', 'application/pdf', 'application/zip', 'video/text/html'])(
    'is not compressed when it is so already: %s',
    (contentType) => {
      expect(responseOf(long, contentType).compressible).toBe(false);
    },
  );

  it('is not compressed when it is small', () => {
    expect(responseOf('x'.repeat(511)).compressible).toBe(false);
    expect(responseOf('x'.repeat(512)).compressible).toBe(true);
  });

  it('says the same in every encoding', async () => {
    const response = responseOf(long);
    const [brotli, gzip] = [await response.encode('br'), await response.encode('gzip')];
    expect([brotliDecompressSync(brotli).toString(), gunzipSync(gzip).toString()]).toEqual([long, long]);
    expect((await response.encode('identity')).toString()).toBe(long);
    expect(Math.max(brotli.length, gzip.length)).toBeLessThan(long.length);
  });

  it('is encoded once, however many ask at the same time', async () => {
    const response = responseOf(long);
    expect(response.ready('br')).toBeUndefined();
    const [one, other] = await Promise.all([response.encode('br'), response.encode('br')]);
    expect(one).toBe(other);
    expect(response.ready('br')).toBe(one);
    expect(await response.encode('br')).toBe(one);
  });

  it('takes encodings that were made before', async () => {
    const br = Buffer.from('made by the build');
    const response = new CachedResponse(
      { status: 200, contentType: 'text/css', body: Buffer.from(long) },
      { br },
    );
    expect(await response.encode('br')).toBe(br);
    expect(response.ready('identity')?.toString()).toBe(long);
  });

  it('has a tag for each encoding, its own as long as it says the same, and is named by any of them', () => {
    const [response, same, other] = [responseOf(long), responseOf(long), responseOf(`${long}!`)];
    const encodings: Encoding[] = ['identity', 'br', 'gzip'];
    const tags = encodings.map((encoding) => response.etag(encoding));
    expect(tags).toEqual([
      expect.stringMatching(/^"[\w-]{22}"$/),
      expect.stringMatching(/^"[\w-]{22}-br"$/),
      expect.stringMatching(/^"[\w-]{22}-gzip"$/),
    ]);
    expect(tags.every((tag) => same.isNamedBy(tag))).toBe(true);
    expect(tags.some((tag) => other.isNamedBy(tag))).toBe(false);
  });
});
