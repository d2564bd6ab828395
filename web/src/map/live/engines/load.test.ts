import { afterEach, describe, expect, it, vi } from 'vitest';
import { engineFor, hasWebGl, loadEngine } from './load';
import { fetchAhead } from './maplibre-files';

vi.mock('./maplibre-files', () => ({ fetchAhead: vi.fn() }));
vi.mock('./mapbox', () => ({ engine: { name: 'mapbox' } }));
vi.mock('./maplibre', () => ({ engine: { name: 'maplibre' } }));

afterEach(() => vi.unstubAllGlobals());

describe('engineFor', () => {
  it('is Mapbox with a token that may be public, and our own otherwise', () => {
    expect([engineFor('pk.token'), engineFor(null), engineFor(''), engineFor('sk.pk.token')]).toEqual([
      'mapbox',
      'maplibre',
      'maplibre',
      'maplibre',
    ]);
  });
});

describe('loadEngine', () => {
  it('is the engine of that name; ours has its files fetched ahead', async () => {
    vi.mocked(fetchAhead).mockClear();
    expect((await loadEngine('mapbox')).name).toBe('mapbox');
    expect(fetchAhead).not.toHaveBeenCalled();
    expect((await loadEngine('maplibre')).name).toBe('maplibre');
    expect(fetchAhead).toHaveBeenCalledOnce();
  });
});

describe('hasWebGl', () => {
  const browserWith = (getContext: (kind: string) => unknown) =>
    vi.stubGlobal('document', { createElement: (tag: string) => (tag === 'canvas' ? { getContext } : {}) });

  it('is whether a canvas has WebGL 2', () => {
    browserWith((kind) => (kind === 'webgl2' ? {} : null));
    expect(hasWebGl()).toBe(true);
    browserWith((kind) => (kind === 'webgl' ? {} : null));
    expect(hasWebGl()).toBe(false);
  });

  it('is not where asking for it fails', () => {
    browserWith(() => {
      throw new Error('blocked');
    });
    expect(hasWebGl()).toBe(false);
  });
});
