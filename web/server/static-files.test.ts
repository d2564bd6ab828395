import path from 'node:path';
import { describe, expect, it } from 'vitest';
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

function sizeOf(png: Buffer): [width: number, height: number] {
  expect(png.toString('latin1', 0, 8)).toBe('\x89PNG\r\n\x1a\n');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}
