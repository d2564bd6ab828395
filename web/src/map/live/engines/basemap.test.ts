import { describe, expect, it, vi } from 'vitest';
import { basemapStyle, TOWNS_FROM_ZOOM } from './basemap';

vi.mock('./maplibre-files', () => ({ files: {} }));
vi.stubGlobal('document', { baseURI: 'https://site.example/' });

/** The least important rank of city that is named at a zoom. */
function rankAt(zoom: number): number {
  const cities = basemapStyle().layers.find(({ id }) => id === 'cities');
  const [, step = ''] = JSON.stringify(cities && 'filter' in cities && cities.filter).split('["zoom"],');
  const [first = 0, ...pairs] = (step.match(/-?[\d.]+/g) ?? []).map(Number);
  return pairs.reduce(
    (rank, from, i) => (i % 2 === 0 && from <= zoom ? (pairs[i + 1] ?? rank) : rank),
    first,
  );
}

describe('the base map', () => {
  it('names the largest cities from afar', () => {
    expect([2, 3, 4.5, 5.5].map(rankAt)).toEqual([-1, 0, 1, 2]);
  });

  it('names every city from where it names towns, and those where a telephone shows fifty miles about a place', () => {
    expect(TOWNS_FROM_ZOOM).toBeLessThan(6.5);
    expect(rankAt(TOWNS_FROM_ZOOM)).toBe(4);
  });
});
