import { describe, expect, it } from 'vitest';
import { marksFor } from './marks';

const denver = { longitude: -104.99, latitude: 39.74, label: 'Denver, CO' };
const kinds = (marks: ReturnType<typeof marksFor>) =>
  marks.features.map(({ properties }) => properties?.kind);

describe('marksFor', () => {
  it('marks nothing unasked', () => {
    expect(kinds(marksFor({ searched: null, marked: null, highlighted: null }))).toEqual([]);
  });

  it('marks the searched place, with its circle when it has one', () => {
    const about = (radiusMiles: number | null) =>
      marksFor({ searched: { ...denver, radiusMiles }, marked: null, highlighted: null });
    expect(kinds(about(50))).toEqual(['radius', 'searched']);
    expect(kinds(about(null))).toEqual(['searched']);
    expect(about(null).features[0]?.properties?.label).toBe('Denver, CO');
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
