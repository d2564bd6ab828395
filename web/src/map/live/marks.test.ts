import { describe, expect, it } from 'vitest';
import { circleAbout } from '../geo/circle';
import { marksFor } from './marks';
import type { Spot } from './spots';

const denver = { longitude: -104.99, latitude: 39.74, label: 'Denver, CO' };
const kinds = (marks: ReturnType<typeof marksFor>) =>
  marks.features.map(({ properties }) => properties?.kind);

describe('marksFor', () => {
  it('marks nothing unasked', () => {
    expect(marksFor({ searched: null, marked: null, highlighted: null })).toEqual({
      type: 'FeatureCollection',
      features: [],
    });
  });

  it('marks the searched place, with its circle when it has one', () => {
    const about = (radiusMiles: number | null) =>
      marksFor({ searched: { ...denver, radiusMiles }, marked: null, highlighted: null });
    expect(kinds(about(50))).toEqual(['radius', 'searched']);
    expect(kinds(about(null))).toEqual(['searched']);
    expect(about(50).features[0]?.geometry).toEqual(circleAbout(denver, 50));
    expect(about(null).features).toEqual([
      {
        type: 'Feature',
        properties: { kind: 'searched', label: 'Denver, CO' },
        geometry: { type: 'Point', coordinates: [-104.99, 39.74] },
      },
    ]);
  });

  it('marks a symbol, with what it stands for, below a workshop', () => {
    const spot: Spot = {
      ...denver,
      name: 'Denver, CO',
      deepDive: 2,
      intro: 1,
      places: 1,
      west: -104.99,
      south: 39.74,
      east: -104.99,
      north: 39.74,
    };
    const marks = marksFor({ searched: null, marked: denver, highlighted: spot });
    expect(kinds(marks)).toEqual(['highlighted', 'marked']);
    expect(marks.features.map(({ geometry }) => geometry)).toEqual(
      Array(2).fill({ type: 'Point', coordinates: [-104.99, 39.74] }),
    );
    expect(marks.features.map(({ properties }) => properties?.deepDive)).toEqual([2, undefined]);
  });

  it('marks a workshop where the map has it', () => {
    const marks = marksFor({
      searched: null,
      marked: { longitude: 144.79, latitude: 13.47 },
      highlighted: null,
    });
    expect(marks.features[0]?.geometry).toEqual({ type: 'Point', coordinates: [144.79 - 360, 13.47] });
  });
});
