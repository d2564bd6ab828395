// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Engine, EngineName } from './engines/engine';
import { hasWebGl, loadEngine } from './engines/load';
import { MapView } from './MapView';
import WorkshopMap from './WorkshopMap';

// Fonts and map data, as addresses that only a browser's build has.
vi.mock('./engines/maplibre-files', () => ({ files: {}, fetchAhead: () => {} }));
vi.mock('./engines/load', async (original) => ({
  ...(await original<typeof import('./engines/load')>()),
  hasWebGl: vi.fn(),
  loadEngine: vi.fn(),
}));
vi.mock('./MapView', () => ({ MapView: vi.fn() }));

/** The engines that are on their way. */
let coming: Map<EngineName, { come: () => void; fail: () => void }>;
let root: Root;
const onFailure = vi.fn<() => void>();
const show = (mapboxToken: string | null = null): Promise<void> =>
  act(async () =>
    root.render(
      <WorkshopMap
        search={{}}
        searched={null}
        bounds={null}
        marked={null}
        onMark={() => {}}
        onSearchArea={() => {}}
        onFollow={() => {}}
        mapboxToken={mapboxToken}
        onFailure={onFailure}
      />,
    ),
  );
const come = (name: EngineName): Promise<void> => act(async () => coming.get(name)?.come());
const fail = (name: EngineName): Promise<void> => act(async () => coming.get(name)?.fail());
/** What the map on an engine reports. */
const report = (): Promise<void> => act(async () => vi.mocked(MapView).mock.lastCall?.[0].onFailure());
const text = (): string => document.querySelector('section')?.textContent ?? '';

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  coming = new Map();
  onFailure.mockReset();
  vi.mocked(hasWebGl).mockReset().mockReturnValue(true);
  vi.mocked(loadEngine)
    .mockReset()
    .mockImplementation(
      (name) =>
        new Promise((resolve, reject) =>
          coming.set(name, {
            come: () => resolve({ name, credits: name === 'maplibre' } as Engine),
            fail: () => reject(new Error('away')),
          }),
        ),
    );
  vi.mocked(MapView)
    .mockReset()
    .mockImplementation(({ engine, token }) => (
      <p>
        Drawn by {engine.name} for {String(token)}
      </p>
    ));
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root') as HTMLElement);
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the interactive map', () => {
  it('is drawn by our own engine, whose sources are told', async () => {
    await show();
    expect(document.querySelector('section')?.getAttribute('aria-label')).toBe('Map of workshops');
    expect(text()).toContain('Loading the map…');
    expect(text()).toContain('Deep DiveIntroBoth');
    expect(text()).not.toContain('US Census Bureau');
    await come('maplibre');
    expect(text()).toContain('Drawn by maplibre for null');
    expect(text()).toContain(
      'Map: MapLibre. Boundaries: US Census Bureau, Natural Earth. Cities: © GeoNames, CC BY 4.0.',
    );
  });

  it('is drawn by Mapbox when there is a token, which tells its sources itself', async () => {
    await show('pk.token');
    await come('mapbox');
    expect(text()).toContain('Drawn by mapbox for pk.token');
    expect(text()).not.toContain('US Census Bureau');
  });

  it.each<[string, () => Promise<void>]>([
    ['cannot be fetched', () => fail('mapbox')],
    [
      'is in trouble',
      async () => {
        await come('mapbox');
        await report();
      },
    ],
  ])('is drawn by our own engine when Mapbox %s; when that fails, too, there is none', async (_, trouble) => {
    await show('pk.token');
    await trouble();
    expect(text()).toContain('Loading the map…');
    expect(onFailure).not.toHaveBeenCalled();
    await come('maplibre');
    expect(text()).toContain('Drawn by maplibre for pk.token');
    await report();
    expect(onFailure).toHaveBeenCalledOnce();
  });

  it('is drawn by our own engine when Mapbox breaks down in the middle of it', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const quiet = (event: Event): void => event.preventDefault();
    window.addEventListener('error', quiet);
    vi.mocked(MapView).mockImplementation(({ engine }) => {
      if (engine.name === 'mapbox') throw new Error('broken');
      return <p>Drawn by {engine.name}</p>;
    });
    await show('pk.token');
    await come('mapbox');
    await come('maplibre');
    window.removeEventListener('error', quiet);
    expect(text()).toContain('Drawn by maplibre');
    expect(onFailure).not.toHaveBeenCalled();
  });

  it('is none without WebGL, and nothing is fetched for it', async () => {
    vi.mocked(hasWebGl).mockReturnValue(false);
    await show();
    expect(onFailure).toHaveBeenCalledOnce();
    expect(loadEngine).not.toHaveBeenCalled();
  });

  it('is none when its engine cannot be fetched', async () => {
    await show();
    await fail('maplibre');
    expect(onFailure).toHaveBeenCalledOnce();
  });

  it.each([come, fail])('is nobody’s any more when the visitor has gone on', async (arrive) => {
    await show();
    await act(async () => root.unmount());
    await arrive('maplibre');
    expect(onFailure).not.toHaveBeenCalled();
    expect(MapView).not.toHaveBeenCalled();
    root = createRoot(document.getElementById('root') as HTMLElement);
  });
});
