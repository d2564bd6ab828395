// @vitest-environment jsdom
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithin } from '../map/geo/bounds';
import { markItems, markOf, positionOf, roundOutwards } from './item-marks';

const denver = { latitude: 39.7392, longitude: -104.9903 };

it('reads the position an item carries', () => {
  expect(positionOf(markOf(denver))).toEqual(denver);
});

describe('roundOutwards', () => {
  it('makes bounds no smaller, and stays on the globe', () => {
    expect(roundOutwards([-104.99049, 39.7392, -104.9, 39.81111])).toEqual([
      -104.991, 39.739, -104.9, 39.812,
    ]);
    expect(roundOutwards([-180.0001, -90.1, 180.0001, 90.1])).toEqual([-180, -90, 180, 90]);
  });

  it('holds everything that was inside', () => {
    const degrees = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true });
    fc.assert(
      fc.property(degrees(180), degrees(90), (longitude, latitude) => {
        expect(
          isWithin(roundOutwards([longitude, latitude, longitude, latitude]), { latitude, longitude }),
        ).toBe(true);
      }),
    );
  });
});

it('reads the middle of nowhere where nothing is written', () => {
  expect(positionOf('')).toEqual({ latitude: 0, longitude: 0 });
});

describe('the items of a list', () => {
  const marked = (list: Element): (string | null)[] =>
    [...list.querySelectorAll('[data-marked]')].map(({ textContent }) => textContent);

  it('are marked as long as they are inside the bounds', () => {
    document.body.innerHTML = `<ul>
      <li data-at="${markOf(denver)}">Denver</li>
      <li data-at="-71.06,42.36">Boston</li>
      <li>Online</li>
    </ul>`;
    markItems(document.body, [-106, 39, -104, 40]);
    expect(marked(document.body)).toEqual(['Denver']);
    markItems(document.body, [-72, 42, -71, 43]);
    expect(marked(document.body)).toEqual(['Boston']);
    markItems(document.body, null);
    expect(marked(document.body)).toEqual([]);
  });

  it('may be none at all', () => {
    expect(() => markItems(null, [-106, 39, -104, 40])).not.toThrow();
  });
});
