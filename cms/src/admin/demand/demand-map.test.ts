import { describe, expect, it } from 'vitest';
import type { DemandArea } from '../../rules/demand';
import { HEIGHT, WIDTH } from '../map/drawing';
import { STATES } from '../map/states';
import { demandMap } from './demand-map';

const area = (longitude: number, latitude: number, teachers = 5): DemandArea => ({
  key: '989',
  area: 'Yakima, WA',
  latitude,
  longitude,
  teachers,
  people: 2,
  needed: 12,
  partner: null,
  requests: [],
});

describe('the map of who wants a workshop', () => {
  it.each([
    ['one area', [area(-120.5, 46.6)]],
    ['some of one state', [area(-120.5, 46.6), area(-117.4, 47.7), area(-122.3, 47.6)]],
    ['some from coast to coast', [area(-120.5, 46.6), area(-80.2, 25.8), area(-71, 42.3)]],
    ['Guam', [area(144.8, 13.5)]],
    ['Puerto Rico', [area(-66.1, 18.4)]],
  ])('has %s within its frame', (_what, areas) => {
    const { marks } = demandMap(areas, STATES);
    expect(marks).toHaveLength(areas.length);
    for (const { x, y } of marks) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(WIDTH);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(HEIGHT);
    }
  });

  it('draws the country when nobody wants one', () => {
    const { states: drawn, marks } = demandMap([], STATES);
    expect(drawn.length).toBeGreaterThanOrEqual(51);
    expect(marks).toEqual([]);
  });

  it('leaves out what is not on a map of the country, and draws more teachers larger and below', () => {
    const few = area(-120.5, 46.6, 3);
    const { marks } = demandMap([few, area(144.8, 13.5), area(-71, 42.3, 40)], STATES);
    expect(marks.map(({ area }) => area.teachers)).toEqual([40, 3]);
    expect(marks[0]?.radius).toBeGreaterThan(marks[1]?.radius ?? Number.POSITIVE_INFINITY);
  });
});
