import { describe, expect, it } from 'vitest';
import { caribbean, isIn, pacific, project } from './projection';

const rounded = (point: [number, number] | null) => point?.map(Math.round) ?? null;

describe('project', () => {
  it.each([
    ['Denver, in the middle of the country', -104.99, 39.74, [343, 274]],
    ['Seattle, top left', -122.33, 47.61, [98, 46]],
    ['Miami, bottom right', -80.19, 25.76, [823, 573]],
    ['Anchorage, in a frame of its own', -149.9, 61.22, [112, 544]],
    ['Honolulu, in another', -157.86, 21.31, [267, 549]],
  ])('has a place for %s', (_, longitude, latitude, where) => {
    expect(rounded(project(longitude, latitude))).toEqual(where);
  });

  it('has the territories in frames of their own, which no other part of the country reaches', () => {
    expect(rounded(project(-65.93, 18.1))).toEqual([898, 576]);
    expect(rounded(project(145.3, 14.25))).toEqual([606, 579]);
    expect(rounded(project(-169.9, -14.28))).toEqual([702, 591]);
  });

  it('has none for what lies abroad', () => {
    expect(project(2.35, 48.86)).toBeNull();
    expect(project(-60, 18.1)).toBeNull();
  });
});

describe('isIn', () => {
  const [west, south, east, north] = caribbean.bounds;
  const inside = [(west + east) / 2, (south + north) / 2] as const;

  it('counts the edge', () => {
    expect(isIn(caribbean, west, south)).toBe(true);
    expect(isIn(caribbean, east, north)).toBe(true);
  });

  it.each([
    ['west', west - 0.01, inside[1]],
    ['east', east + 0.01, inside[1]],
    ['south', inside[0], south - 0.01],
    ['north', inside[0], north + 0.01],
  ])('and nothing %s of it', (_, longitude, latitude) => {
    expect(isIn(caribbean, ...inside)).toBe(true);
    expect(isIn(caribbean, longitude, latitude)).toBe(false);
  });

  it('is one inset at most', () => {
    const [guam, samoa] = pacific;
    expect([guam, samoa].map((each) => each && isIn(each, 144.79, 13.47))).toEqual([true, false]);
    expect([guam, samoa].map((each) => each && isIn(each, -170.7, -14.28))).toEqual([false, true]);
  });
});
