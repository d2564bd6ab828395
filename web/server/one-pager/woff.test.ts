import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { expect, it } from 'vitest';
import { sfntOf } from './woff';

const file = readFileSync(
  createRequire(import.meta.url).resolve('@fontsource/figtree/files/figtree-latin-400-normal.woff'),
);

it('an unpacked font is the same font', () => {
  const [packed, unpacked] = [file, sfntOf(file)].map((bytes) => create(bytes) as Font);
  expect(unpacked?.postscriptName).toBe(packed?.postscriptName);
  expect(unpacked?.characterSet).toEqual(packed?.characterSet);
  expect(unpacked?.layout('Deep Dive').advanceWidth).toBe(packed?.layout('Deep Dive').advanceWidth);
});

it('anything else is refused', () => {
  for (const bytes of [Buffer.alloc(0), Buffer.from('wOF2'.padEnd(100, 'x'))])
    expect(() => sfntOf(bytes)).toThrow('no WOFF file');
});
