import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { type Box, clipRing } from './clip';

const box: Box = [0, 0, 10, 10];

/** A closed ring through corners. */
const ringOf = (...corners: Position[]): Position[] => [...corners, corners[0] as Position];

describe('clipRing', () => {
  it('leaves alone what is inside, its edge included', () => {
    const inside = ringOf([2, 2], [8, 2], [8, 8]);
    expect(clipRing(inside, box)).toEqual(inside);
    const edge = ringOf([0, 0], [10, 0], [10, 10], [0, 10]);
    expect(clipRing(edge, box)).toEqual(edge);
  });

  it.each<[string, Position[], Position[]]>([
    ['west', ringOf([-10, 4], [6, 4], [6, 8]), ringOf([0, 6.5], [0, 4], [6, 4], [6, 8])],
    ['east', ringOf([20, 8], [4, 8], [4, 4]), ringOf([10, 5.5], [10, 8], [4, 8], [4, 4])],
    ['south', ringOf([4, -10], [8, 6], [4, 6]), ringOf([4, 0], [6.5, 0], [8, 6], [4, 6])],
    ['north', ringOf([4, 20], [4, 4], [8, 4]), ringOf([6.5, 10], [4, 10], [4, 4], [8, 4])],
  ])('cuts off what lies %s, along the edge', (_, ring, left) => {
    const cut = clipRing(ring, box);
    expect(cut.length).toBe(left.length);
    expect(cut.at(-1)).toEqual(cut[0]);
    expect(new Set(cut.map(String))).toEqual(new Set(left.map(String)));
    expect(turns(cut)).toEqual(turns(ring));
  });

  it.each<[string, Position[]]>([
    ['west', ringOf([-8, 2], [-2, 2], [-2, 8])],
    ['east', ringOf([12, 2], [18, 2], [18, 8])],
    ['south', ringOf([2, -8], [8, -8], [8, -2])],
    ['north', ringOf([2, 12], [8, 12], [8, 18])],
    ['nowhere', []],
  ])('leaves nothing of a ring that lies %s', (_, ring) => {
    expect(clipRing(ring, box)).toEqual([]);
  });

  it('leaves the whole box of what is all about it', () => {
    const cut = clipRing(ringOf([-90, -90], [90, -90], [90, 90], [-90, 90]), box);
    expect(new Set(cut.map(String))).toEqual(new Set(['0,0', '10,0', '10,10', '0,10']));
    expect(cut).toHaveLength(5);
  });
});

/** Whether a ring runs counterclockwise. */
function turns(ring: Position[]): boolean {
  const area = ring.slice(1).reduce((sum, [x = 0, y = 0], i) => {
    const [beforeX = 0, beforeY = 0] = ring[i] ?? [];
    return sum + beforeX * y - x * beforeY;
  }, 0);
  return area > 0;
}
