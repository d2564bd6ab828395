import { expect, it } from 'vitest';
import { firstTiles } from './first-tiles';

it('knows the tiles that a browser asks for first', () => {
  const tiles = firstTiles();
  // The country on a phone and on a wide screen, Alaska, Hawaii, Puerto Rico, and Guam beyond the antimeridian.
  for (const expected of ['2/0/1', '3/1/3', '4/3/6', '3/0/1', '6/4/28', '8/79/115', '7/115/58'])
    expect(tiles).toContain(expected);
  expect(tiles.length).toBeLessThan(250);
  for (const address of tiles) expect(address).toMatch(/^\d+\/\d+\/\d+$/);
});
