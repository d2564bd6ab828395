import { describe, expect, it } from 'vitest';
import { problemWithTile, TILE_TYPE } from './tile';

/** A protobuf field: its number, how it is written, and its bytes. */
const field = (number: number, type: number, ...bytes: number[]): number[] => [number * 8 + type, ...bytes];
const VARINT = 0;
const FIXED_64 = 1;
const BYTES = 2;
const FIXED_32 = 5;

const NAME = field(1, BYTES, 1, 0x77);
const VERSION = field(15, VARINT, 2);
const layer = (...fields: number[][]): number[] => {
  const bytes = fields.flat();
  return field(3, BYTES, bytes.length, ...bytes);
};
const problem = (...parts: number[][]): string | undefined => problemWithTile(Buffer.from(parts.flat()));

describe('a vector tile', () => {
  it.each<[string, number[][]]>([
    ['nothing on it', []],
    ['a layer', [layer(NAME, VERSION)]],
    ['several layers', [layer(NAME, VERSION), layer(VERSION, NAME)]],
    [
      'fields of every kind in a layer',
      [
        layer(
          NAME,
          VERSION,
          field(5, VARINT, 0x80, 0x20),
          field(6, FIXED_64, 1, 2, 3, 4, 5, 6, 7, 8),
          field(7, FIXED_32, 1, 2, 3, 4),
          field(2, BYTES, 0),
        ),
      ],
    ],
    [
      'a long layer',
      [
        [
          3 * 8 + BYTES,
          0x8a,
          0x01,
          ...NAME,
          ...VERSION,
          ...field(4, BYTES, 0x82, 0x01),
          ...Array<number>(130).fill(7),
        ],
      ],
    ],
  ])('is whole with %s', (_what, parts) => {
    expect(problem(...parts)).toBeUndefined();
  });

  it.each<[string, number[][]]>([
    ['text', [[...Buffer.from('<html>')]]],
    ['a field of a tile that is no layer', [field(1, BYTES, 1, 0x77)]],
    ['a layer beside something else', [layer(NAME, VERSION), field(1, BYTES, 0)]],
    ['a layer that is a number', [field(3, VARINT, 1)]],
    ['an end that comes too early', [layer(NAME, VERSION).slice(0, -1)]],
    ['a length that is not there', [[3 * 8 + BYTES]]],
    ['a length without an end', [[3 * 8 + BYTES, 0xff, 0xff]]],
    ['a length of too many digits', [[3 * 8 + BYTES, ...Array<number>(11).fill(0x80), 0]]],
    ['a kind of field nobody knows', [field(3, 3, 0)]],
  ])('is none with %s', (_what, parts) => {
    expect(problem(...parts)).toBe(`its ${parts.flat().length} bytes are no vector tile`);
  });

  it.each<[string, number[]]>([
    ['has no name', layer(VERSION)],
    ['has no version', layer(NAME)],
    ['is empty', layer()],
    ['breaks off', layer(NAME, VERSION, field(2, BYTES, 9))],
  ])('is damaged when a layer %s', (_what, part) => {
    expect(problem(layer(NAME, VERSION), part)).toBe('a layer of the vector tile is damaged');
  });

  it('has a type of its own', () => {
    expect(TILE_TYPE.test('application/vnd.mapbox-vector-tile')).toBe(true);
    for (const type of [
      'application/json',
      'x-application/vnd.mapbox-vector-tile',
      'application/vnd.mapbox-vector-tiles',
    ])
      expect(TILE_TYPE.test(type)).toBe(false);
  });
});
