import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Encoding } from './cached-response';
import { CACHE_CONTROL } from './send';
import { readStaticFiles, type StaticFile } from './static-files';

describe('the files in public', () => {
  const read = async (name: string): Promise<StaticFile> => {
    const file = (await readStaticFiles(path.join(import.meta.dirname, '../public'))).get(name);
    if (!file) throw new Error(`There is no ${name}.`);
    return file;
  };

  it('have the icon that browsers ask for unasked, in three sizes', async () => {
    const { response, cacheControl } = await read('/favicon.ico');
    expect([response.status, response.contentType]).toEqual([200, 'image/x-icon']);
    expect(cacheControl).toBe('public, max-age=3600');
    const { body } = response;
    expect([body.readUInt16LE(0), body.readUInt16LE(2)]).toEqual([0, 1]);
    const entries = Array.from({ length: body.readUInt16LE(4) }, (_, index) => 6 + 16 * index);
    expect(entries.map((at) => body.readUInt8(at))).toEqual([16, 32, 48]);
    for (const at of entries) {
      const png = body.subarray(body.readUInt32LE(at + 12)).subarray(0, body.readUInt32LE(at + 8));
      expect(sizeOf(png)).toEqual([body.readUInt8(at), body.readUInt8(at + 1)]);
    }
  });

  it.each([
    ['/apple-touch-icon.png', 180, 180],
    ['/event.png', 1200, 675],
  ])('have %s, %i by %i pixels', async (name, width, height) => {
    const { response } = await read(name);
    expect(response.contentType).toBe('image/png');
    expect(sizeOf(response.body)).toEqual([width, height]);
  });
});

describe('whether something may run in a file', () => {
  it.each([
    ['/assets/index-1.js', false],
    ['/assets/maplibre-gl-worker-2.js', true],
    ['/assets/index-3.css', false],
    ['/assets/sans-4.woff2', false],
    ['/logo.svg', true],
    ['/photo.jpg', true],
    ['/embed.js', true],
    ['/assets/drawing-5.svg', true],
  ])('%s: %s', async (name, mayRun) => {
    const directory = await mkdtemp(path.join(tmpdir(), 'site-'));
    await mkdir(path.join(directory, 'assets'));
    await writeFile(path.join(directory, name), 'anything');
    expect((await readStaticFiles(directory)).get(name)?.mayRun).toBe(mayRun);
    await rm(directory, { recursive: true });
  });
});

describe('the site as it was built', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'site-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  it('is served by its addresses, with the compressed forms the build left', async () => {
    const files = {
      'index.html': 'the template',
      'robots.txt': 'for robots',
      'about.index.html': 'a page of its own',
      'data.bin': 'anything',
      'assets/index-1.js': 'script',
      'assets/index-1.js.br': 'script, in brotli',
      'assets/index-1.js.gz': 'script, in gzip',
      'assets/fonts/sans-2.woff2': 'font',
      'embed/assets/x.css': 'style',
      '.vite/manifest.json': 'the build’s own',
    };
    for (const [name, content] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(directory, name)), { recursive: true });
      await writeFile(path.join(directory, name), content);
    }
    const read = await readStaticFiles(directory);
    expect(
      Object.fromEntries(
        [...read].map(([name, { response, cacheControl }]) => [name, [response.contentType, cacheControl]]),
      ),
    ).toEqual({
      '/robots.txt': ['text/plain; charset=utf-8', CACHE_CONTROL.file],
      '/about.index.html': ['application/octet-stream', CACHE_CONTROL.file],
      '/data.bin': ['application/octet-stream', CACHE_CONTROL.file],
      '/assets/index-1.js': ['text/javascript; charset=utf-8', CACHE_CONTROL.immutable],
      '/assets/fonts/sans-2.woff2': ['font/woff2', CACHE_CONTROL.immutable],
      '/embed/assets/x.css': ['text/css; charset=utf-8', CACHE_CONTROL.file],
    });
    const script = read.get('/assets/index-1.js')?.response;
    expect(['identity', 'br', 'gzip'].map((form) => String(script?.ready(form as Encoding)))).toEqual([
      'script',
      'script, in brotli',
      'script, in gzip',
    ]);
    expect(read.get('/data.bin')?.response.ready('br')).toBeUndefined();
    expect(read.get('/data.bin')?.response.ready('gzip')).toBeUndefined();
  });
});

function sizeOf(png: Buffer): [width: number, height: number] {
  expect(png.toString('latin1', 0, 8)).toBe('\x89PNG\r\n\x1a\n');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}
