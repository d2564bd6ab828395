import { describe, expect, it } from 'vitest';
import { HEIGHT, WIDTH } from './drawing';
import { placeOnMap } from './place-map';
import { STATES } from './states';

describe('a place on the map of its state', () => {
  it.each([
    ['Yakima', -120.5, 46.6],
    ['Honolulu', -157.86, 21.31],
    ['Anchorage', -149.9, 61.2],
    ['Hagåtña', 144.75, 13.47],
    ['Washington, DC', -77.03, 38.9],
  ])('%s lies within the drawing and within its outline', (_, longitude, latitude) => {
    const { own, others, x, y } = placeOnMap({ longitude, latitude }, STATES);
    expect(own).not.toBeNull();
    expect(others.length).toBeGreaterThan(40);
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(WIDTH);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(HEIGHT);
  });

  it('is shown with what is around it where no outline has it', () => {
    const { own, x, y } = placeOnMap({ longitude: -126, latitude: 45 }, STATES);
    expect(own).toBeNull();
    expect([x, y]).toEqual([expect.closeTo(WIDTH / 2, 0), expect.closeTo(HEIGHT / 2, -1)]);
  });

  it('is in the west of its state where it is so', () => {
    const seattle = placeOnMap({ longitude: -122.3, latitude: 47.6 }, STATES);
    const spokane = placeOnMap({ longitude: -117.4, latitude: 47.66 }, STATES);
    expect(seattle.x).toBeLessThan(WIDTH / 2);
    expect(spokane.x).toBeGreaterThan(WIDTH / 2);
  });
});
