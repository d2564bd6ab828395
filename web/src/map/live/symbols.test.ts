import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Mix } from '../counts';
import { PIN_PATH } from '../pin';
import { addSymbol, CITY_DOT, PIN, sizes, symbolId } from './symbols';

/** A path that remembers what it is made of. */
class FakePath {
  steps: string[] = [];
  constructor(data?: string) {
    if (data !== undefined) this.steps.push(data);
  }
  arc(...[x, y, radius, from, to]: number[]): void {
    this.steps.push(`arc ${x},${y} r${radius} ${degrees(from)}–${degrees(to)}`);
  }
  lineTo(x: number, y: number): void {
    this.steps.push(`${x},${y}`);
  }
  closePath(): void {
    this.steps.push('z');
  }
  toString(): string {
    return this.steps.join(' ');
  }
}
const degrees = (radians = 0): number => Math.round((radians * 180) / Math.PI);

/** What was drawn on the canvas, in turn. */
let drawn: string[];
let canvas: { width: number; height: number; getContext: (...how: unknown[]) => unknown };
/** What the map has. */
let images: Map<string, { side: number[]; pixelRatio: number }>;
const map = {
  hasImage: (id: string): boolean => images.has(id),
  addImage: (id: string, image: ImageData, { pixelRatio }: { pixelRatio: number }): void => {
    images.set(id, { side: [image.width, image.height], pixelRatio });
  },
};

beforeEach(() => {
  drawn = [];
  images = new Map();
  const context = {
    fillStyle: '',
    strokeStyle: '',
    lineJoin: '',
    lineWidth: 0,
    translate: (x: number, y: number) => drawn.push(`move ${x},${y}`),
    scale: (x: number, y: number) => drawn.push(`scale ${x},${y}`),
    stroke: (path: FakePath) =>
      drawn.push(`rim ${context.strokeStyle} ${context.lineWidth} ${context.lineJoin}: ${path}`),
    fill: (path: FakePath) => drawn.push(`fill ${context.fillStyle}: ${path}`),
    getImageData: (x: number, y: number, width: number, height: number) => ({ x, y, width, height }),
  };
  canvas = {
    width: 0,
    height: 0,
    getContext: (...how) => {
      expect(how).toEqual(['2d', { willReadFrequently: true }]);
      return context;
    },
  };
  vi.stubGlobal('Path2D', FakePath);
  vi.stubGlobal('document', { createElement: (tag: string) => (tag === 'canvas' ? canvas : undefined) });
  return () => vi.unstubAllGlobals();
});

describe('addSymbol', () => {
  it('draws a circle for Deep Dives, rim first, twice as large for dense screens', () => {
    addSymbol(map, symbolId('deep-dive', 0));
    expect(drawn).toEqual([
      'move 27,27',
      'scale 2,2',
      'rim #fff 4 round: arc 0,0 r9 0–360 z',
      'fill #00707b: arc 0,0 r9 0–360 z',
    ]);
    expect([...images]).toEqual([['deep-dive:0', { side: [54, 54], pixelRatio: 2 }]]);
    expect([canvas.width, canvas.height]).toEqual([54, 54]);
  });

  it('draws a diamond for Intros', () => {
    addSymbol(map, symbolId('intro', 2));
    expect(drawn.slice(2)).toEqual([
      'rim #fff 4 round: 0,-20 20,0 0,20 -20,0 z',
      'fill #6a3fa0: 0,-20 20,0 0,20 -20,0 z',
    ]);
  });

  it('draws a diamond in a circle for both, which points nowhere, a rim about each', () => {
    addSymbol(map, symbolId('mixed', 3));
    expect(drawn.slice(2)).toEqual([
      'rim #fff 4 round: arc 0,0 r22 0–360 z',
      'fill #00707b: arc 0,0 r22 0–360 z',
      'rim #fff 4 round: 0,-20 20,0 0,20 -20,0 z',
      'fill #6a3fa0: 0,-20 20,0 0,20 -20,0 z',
    ]);
  });

  it('draws the pin with its tip at the bottom', () => {
    addSymbol(map, PIN);
    expect(drawn).toEqual([
      'move 36,36',
      'scale 2,2',
      'move 0,16',
      `rim #fff 4 round: ${PIN_PATH}`,
      'rim #fff 4 round: arc 0,-21 r4.5 0–360 z',
      `fill #b3261e: ${PIN_PATH}`,
      'fill #fff: arc 0,-21 r4.5 0–360 z',
    ]);
  });

  it('draws a city’s dot', () => {
    addSymbol(map, CITY_DOT);
    expect(drawn.slice(2)).toEqual([
      'rim #fff 4 round: arc 0,0 r2.6 0–360 z',
      'fill #717a86: arc 0,0 r2.6 0–360 z',
    ]);
    expect(images.get(CITY_DOT)?.side).toEqual([20, 20]);
  });

  it('draws every size there is', () => {
    for (const mix of ['deep-dive', 'intro', 'mixed'] satisfies Mix[])
      for (const index of sizes.keys()) addSymbol(map, symbolId(mix, index));
    expect(images.size).toBe(3 * sizes.length);
  });

  it('draws nothing twice', () => {
    addSymbol(map, PIN);
    drawn = [];
    addSymbol(map, PIN);
    expect(drawn).toEqual([]);
  });

  it.each(['deep-dive:9', 'deep-dive', 'square:0', 'airport'])('leaves %s alone', (id) => {
    addSymbol(map, id);
    expect([drawn, images.size]).toEqual([[], 0]);
  });

  it('adds nothing where there is nothing to draw on', () => {
    canvas.getContext = () => null;
    addSymbol(map, PIN);
    expect(images.size).toBe(0);
  });
});
