import { afterEach, describe, expect, it, vi } from 'vitest';
import { engineFor, hasWebGl } from './load';

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
