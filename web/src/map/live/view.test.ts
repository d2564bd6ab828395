import { describe, expect, it } from 'vitest';
import { areaToShow, partingZoom } from './view';

const denver = { longitude: -104.99, latitude: 39.74, label: 'Denver, CO' };

describe('areaToShow', () => {
  it('is what the finder asks for, before all else', () => {
    expect(areaToShow([172, 51, -163, 55], { ...denver, radiusMiles: 50 }, 2)).toEqual([-188, 51, -163, 55]);
  });

  it('is all that lies about a searched place', () => {
    const [west, south, east, north] = areaToShow(null, { ...denver, radiusMiles: 100 }, 2);
    expect((north - south) * 69).toBeCloseTo(200, -1);
    expect((west + east) / 2).toBeCloseTo(denver.longitude);
    const anywhere = areaToShow(null, { ...denver, radiusMiles: null }, 2);
    expect(anywhere).toEqual(areaToShow(null, { ...denver, radiusMiles: 150 }, 2));
  });

  it('is the lower 48 states otherwise, whole, and at the foot of a high frame', () => {
    const [west, south, east, north] = areaToShow(null, null, 2.2);
    expect([west, south, east, north]).toEqual([-124.9, 24.4, -66.8, 49.5]);
    const high = areaToShow(null, null, 1);
    expect(high.slice(0, 3)).toEqual([west, south, east]);
    // As high on the map as wide, where a degree of latitude grows towards the pole.
    const height = (latitude: number) => Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
    expect(((height(high[3]) - height(south)) * 180) / Math.PI).toBeCloseTo(east - west, 6);
    expect(areaToShow(null, null, 0.2)[3]).toBeLessThan(90);
  });
});

describe('partingZoom', () => {
  it('takes a step that is hardly one', () => {
    expect(partingZoom(1.93)).toBe(2);
    expect(partingZoom(1.8)).toBe(1.8);
    expect(partingZoom(2)).toBe(2);
    expect(partingZoom(1.90625)).toBe(2);
    expect(partingZoom(2.05)).toBe(2.05);
  });
});
