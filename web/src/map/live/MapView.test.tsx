// @vitest-environment jsdom
import {
  type Bounds,
  type CmsClient,
  createCmsClient,
  TILE_MAX_ZOOM,
  workshopTilesUrl,
} from '@deep-dive/shared-types';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import { act, forwardRef, type ReactNode, useEffect, useImperativeHandle } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { MapProps } from 'react-map-gl/maplibre';
import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { CmsContext } from '../../queries/cms';
import { aList, aResult, aWorkshop } from '../../testing/samples';
import { grown } from '../geo/bounds';
import type { Engine, EngineName } from './engines/engine';
import { aSpot } from './fixtures';
import { MapView } from './MapView';
import type { WorkshopMapProps } from './props';
import { boundsOf, type Spot } from './spots';
import { areaToShow } from './view';

const denver = aSpot();
const boston = aSpot({ name: 'Boston, MA', longitude: -71.06, latitude: 42.36, deepDive: 0, intro: 4 });
const colorado = aSpot({ west: -106, south: 38, east: -104, north: 41, places: 9, deepDive: 12 });
const aFeature = ({ longitude, latitude, ...properties }: Spot) => ({
  geometry: { type: 'Point', coordinates: [longitude, latitude] },
  properties,
});

/** What the engine's map was given last. */
let given: MapProps;
let sources: Map<string, { tiles?: string[]; data?: FeatureCollection }>;
/** How often the source of the workshops was made. */
let made: number;
/** What the map shows. */
let shown: Spot[];
/** Whether an engine could start at all, and has its layer, and its tiles. */
let state: { hasStarted: boolean; hasLayer: boolean; isLoaded: boolean; zoom: number };
let size: { clientWidth: number; clientHeight: number };
let camera: { center: number[]; zoom?: number } | undefined;
let inView: [[number, number], [number, number]] | undefined;
const map = {
  on: vi.fn(),
  touchZoomRotate: { disableRotation: vi.fn() },
  keyboard: { disableRotation: vi.fn() },
  hasImage: vi.fn(() => true),
};
const canvas = document.createElement('canvas');
canvas.tabIndex = 0;
const mapRef = {
  getMap: () => map,
  getContainer: () => size,
  getCanvas: () => canvas,
  getZoom: () => state.zoom,
  getBounds: () => inView && { toArray: () => inView },
  getLayer: (id: string) => (state.hasLayer && id === 'workshops' ? {} : undefined),
  isSourceLoaded: (id: string) => state.isLoaded && id === 'workshops',
  queryRenderedFeatures: ({ layers }: { layers: string[] }) =>
    layers.join() === 'workshops' ? shown.map(aFeature) : [],
  cameraForBounds: vi.fn((..._: unknown[]) => camera),
  flyTo: vi.fn(),
  fitBounds: vi.fn(),
  panBy: vi.fn(),
};

const FakeMap = forwardRef<unknown, MapProps>(function FakeMap(props, ref) {
  given = props;
  useImperativeHandle(ref, () => (state.hasStarted ? mapRef : null), []);
  return <div>{props.children}</div>;
});
function FakeSource(props: { id: string; tiles?: string[]; data?: FeatureCollection; children: ReactNode }) {
  const { id, children } = props;
  sources.set(id, props);
  useEffect(() => {
    if (id === 'workshops') made += 1;
  }, [id]);
  return <>{children}</>;
}
const FakePopup = ({
  longitude,
  latitude,
  children,
}: {
  longitude: number;
  latitude: number;
  children: ReactNode;
}) => <div data-popup={`${longitude},${latitude}`}>{children}</div>;
const prepare = vi.fn<Engine['prepare']>();
const engineCalled = (name: EngineName): Engine => ({
  name,
  Map: FakeMap as unknown as Engine['Map'],
  Source: FakeSource as unknown as Engine['Source'],
  Layer: (() => null) as unknown as Engine['Layer'],
  Popup: FakePopup as unknown as Engine['Popup'],
  NavigationControl: (() => null) as unknown as Engine['NavigationControl'],
  options: (token) => ({ attributionControl: token === null ? undefined : false }),
  numberFont: ['Noto Sans SemiBold'],
  credits: true,
  prepare,
});
const maplibre = engineCalled('maplibre');
const mapbox = engineCalled('mapbox');

let root: Root;
let queryClient: QueryClient;
let workshops: Mock<CmsClient['workshops']>;
let onMark: Mock<(bounds: Bounds | null) => void>;
let onSearchArea: Mock<(bounds: Bounds) => void>;
let onFollow: Mock<(bounds: Bounds) => void>;
let onFailure: Mock<() => void>;

type Told = Partial<Pick<WorkshopMapProps, 'search' | 'searched' | 'bounds' | 'marked'>> & {
  engine?: Engine;
};
/** Shows the map, or the map that is there with something else. */
const show = ({ engine = maplibre, ...told }: Told = {}): Promise<void> => {
  const cms: CmsClient = {
    ...createCmsClient({ baseUrl: '', fetch: () => Promise.reject(new Error('A test asks nobody')) }),
    workshops,
  };
  return act(async () =>
    root.render(
      <QueryClientProvider client={queryClient}>
        <CmsContext.Provider value={cms}>
          <MapView
            engine={engine}
            token={null}
            search={noSearch}
            searched={null}
            bounds={null}
            marked={null}
            onMark={onMark}
            onSearchArea={onSearchArea}
            onFollow={onFollow}
            onFailure={onFailure}
            {...told}
          />
        </CmsContext.Provider>
      </QueryClientProvider>,
    ),
  );
};
const noSearch = {};

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'],
  });
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  document.body.innerHTML = '<div id="root"></div>';
  document.body.append(canvas);
  root = createRoot(document.getElementById('root') as HTMLElement);
  queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } });
  sources = new Map();
  made = 0;
  shown = [denver, boston];
  state = { hasStarted: true, hasLayer: true, isLoaded: true, zoom: 4 };
  size = { clientWidth: 800, clientHeight: 400 };
  camera = { center: [-95, 38], zoom: 3.95 };
  inView = [
    [-215.5, 13],
    [-130, 60],
  ];
  workshops = vi.fn(async () => aList([aWorkshop()]));
  onMark = vi.fn();
  onSearchArea = vi.fn();
  onFollow = vi.fn();
  onFailure = vi.fn();
  vi.clearAllMocks();
});
afterEach(async () => {
  await act(async () => root.unmount());
  queryClient.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Time goes by, and whatever is due happens. */
const pass = (milliseconds: number): Promise<unknown> => act(() => vi.advanceTimersByTimeAsync(milliseconds));
/** The engine tells something. */
const tell = (event: (map: MapProps) => void): Promise<void> => act(async () => event(given));
const idle = (): Promise<void> => tell(({ onIdle }) => onIdle?.({} as never));
const point = (spot: Spot | null): Promise<void> =>
  tell(({ onMouseMove }) => onMouseMove?.({ features: spot ? [aFeature(spot)] : [] } as never));
const clickOn = (spot: Spot | null): Promise<void> =>
  tell(({ onClick }) => onClick?.({ features: spot ? [aFeature(spot)] : [] } as never));
const move = (originalEvent?: { type: string }): Promise<void> =>
  tell(({ onMoveEnd }) => onMoveEnd?.({ originalEvent } as never));
const fail = (error: { status?: number; sourceId?: string }): Promise<void> =>
  tell(({ onError }) => onError?.({ error: { status: error.status }, sourceId: error.sourceId } as never));

const words = (selector: string): string[] =>
  [...document.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');
const buttonCalled = (name: string): HTMLButtonElement | undefined =>
  [...document.querySelectorAll('button')].find(
    (button) => button.getAttribute('aria-label') === name || button.textContent?.startsWith(name),
  );
const press = (name: string): Promise<void> => act(async () => buttonCalled(name)?.click());
const key = (name: string): Promise<void> =>
  act(async () => {
    (document.activeElement?.closest('#root')
      ? document.activeElement
      : document.querySelector('fieldset')
    )?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
  });
const focus = (element: HTMLElement | undefined): Promise<void> => act(async () => element?.focus());
const blur = (): Promise<void> => act(async () => (document.activeElement as HTMLElement).blur());
const frame = (): HTMLElement => document.querySelector('.workshop-map__frame') as HTMLElement;
const dialog = (): HTMLElement | null => document.querySelector('[role="dialog"]');
const marks = (): unknown[] =>
  sources.get('marks')?.data?.features.map(({ properties }) => properties?.kind) ?? [];

describe('the map', () => {
  it('is loading until it has drawn the workshops', async () => {
    await show();
    expect(words('.workshop-map__placeholder')).toEqual(['Loading the map…']);
    expect({ ...frame().dataset }).toEqual({ engine: 'maplibre', mapReady: 'false', rendered: '0' });
    await idle();
    expect(words('.workshop-map__placeholder')).toEqual([]);
    expect({ ...frame().dataset }).toEqual({ engine: 'maplibre', mapReady: 'true', rendered: '2' });
  });

  it.each(['hasLayer', 'isLoaded'] as const)(
    'has drawn nothing without its layer and its tiles: %s',
    async (what) => {
      await show();
      state[what] = false;
      await idle();
      expect(frame().dataset.mapReady).toBe('false');
    },
  );

  it('has failed when it draws nothing for twenty seconds', async () => {
    await show();
    await pass(19_999);
    expect(onFailure).not.toHaveBeenCalled();
    await pass(1);
    expect(onFailure).toHaveBeenCalledOnce();
  });

  it('has not when it draws, or is gone by then', async () => {
    await show();
    await idle();
    await pass(20_000);
    await act(async () => root.unmount());
    await pass(20_000);
    root = createRoot(document.getElementById('root') as HTMLElement);
    await show();
    await act(async () => root.unmount());
    await pass(20_000);
    expect(onFailure).not.toHaveBeenCalled();
  });

  it('cannot be turned, and is made ready by its engine, which has the symbols drawn', async () => {
    await show();
    expect(map.touchZoomRotate.disableRotation).toHaveBeenCalledOnce();
    expect(map.keyboard.disableRotation).toHaveBeenCalledOnce();
    expect(map.on.mock.calls.map(([event]) => event)).toContain('webglcontextlost');
    expect(prepare).toHaveBeenCalledOnce();
    const [target, draw] = prepare.mock.calls[0] ?? [];
    expect(target).toBe(map);
    draw?.('mixed:2');
    expect(map.hasImage.mock.calls).toEqual([['mixed:2']]);
    expect(given).toMatchObject({
      maxPitch: 0,
      dragRotate: false,
      touchPitch: false,
      pitchWithRotate: false,
      cooperativeGestures: true,
      interactiveLayerIds: ['workshops'],
    });
    expect(Object.values(given.locale ?? {})).toContain('Use two fingers to move the map');
  });

  it('takes its size anew when it is loaded', async () => {
    await show();
    const resize = vi.fn();
    await tell(({ onLoad }) => onLoad?.({ target: { resize } } as never));
    expect(resize).toHaveBeenCalledOnce();
  });

  it('shows the workshops that were chosen, once the choice has settled', async () => {
    const tiles = (search = {}) => [`http://localhost:3000${workshopTilesUrl(search)}`];
    await show();
    expect(sources.get('workshops')?.tiles).toEqual(tiles());
    await show({ search: { kind: 'intro' } });
    await pass(200);
    await show({ search: { kind: 'deep-dive' } });
    await pass(299);
    expect(sources.get('workshops')?.tiles).toEqual(tiles());
    await pass(1);
    expect(sources.get('workshops')?.tiles).toEqual(tiles({ kind: 'deep-dive' }));
  });
});

describe('what is in view', () => {
  const aleutians: Bounds = [172, 51, -163, 55];
  const searched = { latitude: 39.74, longitude: -104.99, radiusMiles: 50, label: 'Denver, CO' };

  it('is the country at first, at once, as close as parts a few more workshops', async () => {
    await show();
    expect(mapRef.cameraForBounds.mock.calls).toEqual([
      [areaToShow(null, null, 2), { padding: 8, maxZoom: expect.any(Number) }],
    ]);
    expect(mapRef.flyTo.mock.calls).toEqual([[{ center: [-95, 38], zoom: 4, duration: 0 }]]);
  });

  it.each<[string, Told]>([
    ['the bounds it is given', { bounds: aleutians }],
    ['the place that was searched', { searched }],
  ])('is %s, as close as it fits', async (_, told) => {
    await show(told);
    expect(mapRef.cameraForBounds.mock.calls[0]?.[0]).toEqual(
      areaToShow(told.bounds ?? null, told.searched ?? null, 2),
    );
    expect(mapRef.flyTo.mock.calls).toEqual([[{ center: [-95, 38], zoom: 3.95, duration: 0 }]]);
  });

  it('leaves room for a place’s pin and name beside what is shown together with it', async () => {
    await show({ bounds: aleutians, searched });
    const [, options] = (mapRef.cameraForBounds.mock.lastCall ?? []) as unknown as [
      Bounds,
      { padding: { top: number; right: number } },
    ];
    expect(options.padding.top).toBeGreaterThan(60);
    expect(options.padding.right).toBeGreaterThan(50);
  });

  it('is left alone where the map is hidden, and taken up when it gets a size', async () => {
    size = { clientWidth: 0, clientHeight: 0 };
    await show();
    expect(mapRef.flyTo).not.toHaveBeenCalled();
    size = { clientWidth: 300, clientHeight: 400 };
    await tell(({ onResize }) => onResize?.({} as never));
    expect(mapRef.flyTo).toHaveBeenCalledOnce();
    expect(mapRef.cameraForBounds.mock.lastCall?.[0]).toEqual(areaToShow(null, null, 0.75));
  });

  it('is left alone when the engine knows no way to it', async () => {
    camera = undefined;
    await show();
    expect(mapRef.flyTo).not.toHaveBeenCalled();
  });

  it.each<[string, Told, Told]>([
    ['bounds', {}, { bounds: aleutians }],
    ['a place', {}, { searched }],
    ['a radius', { searched }, { searched: { ...searched, radiusMiles: 100 } }],
    ['a latitude', { searched }, { searched: { ...searched, latitude: 40 } }],
    ['a longitude', { searched }, { searched: { ...searched, longitude: -100 } }],
    ['the country', { bounds: aleutians }, {}],
  ])('is flown to when the finder asks for %s', async (_, before, after) => {
    await show(before);
    mapRef.flyTo.mockClear();
    await show({ ...before, search: { kind: 'intro' } });
    expect(mapRef.flyTo).not.toHaveBeenCalled();
    await show(after);
    expect(mapRef.flyTo).toHaveBeenCalledOnce();
    expect(mapRef.flyTo.mock.lastCall?.[0]).toMatchObject({ duration: 1500 });
  });

  it('stays where the visitor has moved it, also in a frame of another size', async () => {
    await show();
    await idle();
    mapRef.flyTo.mockClear();
    expect(buttonCalled('Search this area')).toBeUndefined();
    await move();
    await move({ type: 'resize' });
    expect(buttonCalled('Search this area')).toBeUndefined();
    await move({ type: 'mouseup' });
    expect(buttonCalled('Search this area')).toBeDefined();
    await tell(({ onResize }) => onResize?.({} as never));
    expect(mapRef.flyTo).not.toHaveBeenCalled();
    await show({ bounds: aleutians });
    expect(mapRef.flyTo).toHaveBeenCalledOnce();
    expect(buttonCalled('Search this area')).toBeUndefined();
  });

  it('is nothing to search before the workshops are there', async () => {
    await show();
    await move({ type: 'mouseup' });
    expect(buttonCalled('Search this area')).toBeUndefined();
  });

  it('can be searched; the focus goes to the map, which stays where it is', async () => {
    await show();
    await idle();
    await move({ type: 'mouseup' });
    mapRef.flyTo.mockClear();
    await press('Search this area');
    expect(onSearchArea.mock.calls).toEqual([[[144.5, 13, -130, 60]]]);
    expect(document.activeElement).toBe(canvas);
    expect(buttonCalled('Search this area')).toBeUndefined();
    await show({ bounds: [144.5, 13, -130.001, 60] });
    expect(mapRef.flyTo).not.toHaveBeenCalled();
    await show({ bounds: aleutians });
    await show({ bounds: [144.5, 13, -130.001, 60] });
    expect(mapRef.flyTo).toHaveBeenCalledTimes(2);
  });

  it('is followed by the list while the visitor wants it, who is remembered', async () => {
    await show();
    await idle();
    await move({ type: 'mouseup' });
    const follows = () => document.querySelector<HTMLInputElement>('input[type="checkbox"]');
    await act(async () => follows()?.click());
    expect(onFollow.mock.calls).toEqual([[[144.5, 13, -130, 60]]]);
    await idle();
    expect(onFollow).toHaveBeenCalledOnce();
    await move({ type: 'mouseup' });
    expect(buttonCalled('Search this area')).toBeUndefined();
    await idle();
    expect(onFollow).toHaveBeenCalledTimes(2);
    await act(async () => root.render(null));
    await show();
    expect(follows()?.checked).toBe(true);
    await act(async () => follows()?.click());
    await idle();
    await move({ type: 'mouseup' });
    await idle();
    expect([onFollow.mock.calls.length, localStorage.getItem('list-follows-map')]).toEqual([2, 'false']);
  });

  it('is not searched when the engine does not know what it is', async () => {
    await show();
    await idle();
    await move({ type: 'mouseup' });
    inView = undefined;
    await press('Search this area');
    expect(onSearchArea).not.toHaveBeenCalled();
  });

  it('is a part of the country at a click', async () => {
    await show();
    await idle();
    await clickOn(denver);
    expect(words('fieldset button')).toEqual([
      'Lower 48',
      'Alaska',
      'Hawaii',
      'Puerto Rico',
      'Guam & Marianas',
      'American Samoa',
    ]);
    expect(document.querySelector('fieldset')?.getAttribute('aria-label')).toBe('Go to');
    await press('Hawaii');
    expect(mapRef.fitBounds.mock.calls).toEqual([
      [[-160.4, 18.8, -154.7, 22.3], { padding: 8, duration: 1500 }],
    ]);
    expect(dialog()).toBeNull();
    expect(buttonCalled('Search this area')).toBeDefined();
  });
});

describe('a symbol', () => {
  beforeEach(async () => {
    await show();
    await idle();
  });

  it('that is pointed at is told and marked, until the pointer moves on', async () => {
    await point(denver);
    expect([onMark.mock.calls, marks(), given.cursor]).toEqual([
      [[boundsOf(denver)]],
      ['highlighted'],
      'pointer',
    ]);
    await point({ ...denver });
    expect(onMark).toHaveBeenCalledOnce();
    await point(boston);
    expect(onMark.mock.lastCall).toEqual([boundsOf(boston)]);
    await point(null);
    expect([onMark.mock.lastCall, marks(), given.cursor]).toEqual([[null], [], '']);
    await point(null);
    expect(onMark).toHaveBeenCalledTimes(3);
  });

  it('is marked no longer when the pointer leaves the map', async () => {
    await point(denver);
    await tell(({ onMouseOut }) => onMouseOut?.({} as never));
    expect([onMark.mock.lastCall, marks()]).toEqual([[null], []]);
  });

  it('is marked no longer when it is gone', async () => {
    await point(denver);
    await idle();
    expect(marks()).toEqual(['highlighted']);
    shown = [boston];
    await idle();
    expect([onMark.mock.lastCall, marks(), frame().dataset.rendered]).toEqual([[null], [], '1']);
  });

  it('is marked when it stands for the workshop that is pointed at in the list', async () => {
    await show({ marked: { latitude: 42.36, longitude: -71.06 } });
    expect(marks()).toEqual(['highlighted', 'marked']);
    expect(sources.get('marks')?.data?.features[0]?.properties?.name).toBe('Boston, MA');
    await show({ marked: { latitude: 10, longitude: 10 } });
    expect(marks()).toEqual(['marked']);
  });

  it.each([
    [3, 4.5, 4.5],
    [4.2, 4.5, 5],
    [4.2, undefined, 5],
    [9.5, 30, TILE_MAX_ZOOM],
  ])(
    'of many places comes apart: from zoom %d, where %d just fits, the map flies to %d',
    async (zoom, fits, to) => {
      mapRef.flyTo.mockClear();
      state.zoom = zoom;
      camera = { center: [-105, 39.5], zoom: fits };
      await clickOn(colorado);
      expect(mapRef.cameraForBounds.mock.lastCall).toEqual([[-106, 38, -104, 41], { padding: 56 }]);
      expect(mapRef.flyTo.mock.calls).toEqual([[{ center: [-105, 39.5], zoom: to, duration: 1500 }]]);
      expect(dialog()).toBeNull();
      expect(buttonCalled('Search this area')).toBeDefined();
    },
  );

  it('of many places stays whole where the engine knows no way to them', async () => {
    mapRef.flyTo.mockClear();
    camera = undefined;
    await clickOn(colorado);
    expect(mapRef.flyTo).not.toHaveBeenCalled();
    expect(buttonCalled('Search this area')).toBeUndefined();
  });

  it('that comes apart closes what is open', async () => {
    await clickOn(denver);
    await clickOn(colorado);
    expect(dialog()).toBeNull();
  });
});

describe('the popup', () => {
  beforeEach(async () => {
    await show({ search: { kind: 'intro', near: 'Denver' } });
    await idle();
  });

  it('lists the workshops of a symbol, as they are filtered, and takes the focus', async () => {
    await clickOn(denver);
    expect(document.activeElement).toBe(dialog());
    expect(words('[role="dialog"] [role="status"]')).toEqual(['Looking up the workshops…']);
    await pass(0);
    expect(workshops.mock.calls.map(([search]) => search)).toEqual([
      { kind: 'intro', near: 'Denver', bbox: grown(boundsOf(denver)) },
    ]);
    const titleId = dialog()?.getAttribute('aria-labelledby') ?? '';
    expect(document.getElementById(titleId)?.textContent).toBe('Denver, CO');
    expect(words('[role="dialog"] [role="status"]')).toEqual([]);
    expect(document.querySelector('[role="dialog"] li a')?.getAttribute('href')).toBe(
      '/workshops/denver-march',
    );
    expect(words('[role="dialog"] li p')).toEqual([
      'Sat, Mar 6, 20279:00 AM – 4:00 PM MST',
      'Central Library',
      'In person · 30 places',
      '$150 per person (this workshop’s price)',
      'Register: CS Fundamentals: Deep Dive in Denver',
    ]);
    expect(words('[role="dialog"] > p')).toEqual([]);
  });

  it('stands where the map has the symbol', async () => {
    await clickOn(aSpot({ name: 'Guam', longitude: 144.79, latitude: 13.47 }));
    expect(document.querySelector<HTMLElement>('[data-popup]')?.dataset.popup).toBe(`${144.79 - 360},13.47`);
  });

  it('says where each workshop is when the symbol stands for several places', async () => {
    workshops.mockResolvedValue(
      aList([
        aWorkshop({ capacity: null }),
        aWorkshop({ id: 'v', slug: 'v', place: null, format: 'virtual', capacity: null }),
      ]),
    );
    await clickOn(aSpot({ places: 2, deepDive: 2 }));
    await pass(0);
    expect(words('[role="dialog"] h3')).toEqual(['Around Denver, CO']);
    expect(words('[role="dialog"] li p').filter((line) => !line.includes('2027'))).toEqual([
      'Central Library, Denver, CO',
      'In person',
      '$150 per person (this workshop’s price)',
      'Register: CS Fundamentals: Deep Dive in Denver',
      'Online',
      'Virtual',
      '$150 per person (this workshop’s price)',
      'Register: CS Fundamentals: Deep Dive in Denver',
    ]);
  });

  it('leaves out a place nobody has named', async () => {
    workshops.mockResolvedValue(aList([aWorkshop({ place: null, format: 'virtual', capacity: null })]));
    await clickOn(denver);
    await pass(0);
    expect(words('[role="dialog"] li p').slice(1)).toEqual([
      'Virtual',
      '$150 per person (this workshop’s price)',
      'Register: CS Fundamentals: Deep Dive in Denver',
    ]);
  });

  it('says how far it is from the place that was searched', async () => {
    const list = aList([]);
    workshops.mockResolvedValue({ ...list, total: 1, workshops: [aResult({ distanceMiles: 12.4 })] });
    await clickOn(denver);
    await pass(0);
    expect(words('[role="dialog"] li p')).toContain('Central Library · 12 miles away');
  });

  it('says so when there are none any more', async () => {
    workshops.mockResolvedValue(aList([]));
    await clickOn(denver);
    await pass(0);
    expect(words('[role="dialog"] > p')).toEqual(['There are no workshops here any more.']);
  });

  it('asks again when it is told to', async () => {
    workshops.mockRejectedValueOnce(new Error('away'));
    await clickOn(denver);
    await pass(0);
    expect(words('[role="alert"]')).toEqual(['The workshops here could not be loaded. Try again']);
    await press('Try again');
    await pass(0);
    expect([words('[role="alert"]'), words('[role="dialog"] li').length]).toEqual([[], 1]);
  });

  it('has the rest of many listed beside the map, and closes', async () => {
    workshops.mockResolvedValue(aList([aWorkshop()], 12));
    await clickOn(denver);
    await pass(0);
    expect(words('[role="dialog"] > p')).toEqual(['And 11 more workshops. List them all']);
    await press('List them all');
    expect([dialog(), onSearchArea.mock.calls]).toEqual([null, [[grown(boundsOf(denver))]]]);
  });

  it('is closed by its button, by Escape, and by a click beside it; the focus goes back', async () => {
    const opener = document.querySelector<HTMLElement>('fieldset button');
    opener?.focus();
    await clickOn(denver);
    await press('Close');
    expect([dialog(), document.activeElement]).toEqual([null, opener]);
    await clickOn(denver);
    await key('ArrowDown');
    expect(dialog()).not.toBeNull();
    await key('Escape');
    expect([dialog(), document.activeElement]).toEqual([null, opener]);
    await clickOn(denver);
    await clickOn(null);
    expect(dialog()).toBeNull();
  });

  it('gives the focus to the map when what had it is gone, or nothing had', async () => {
    (document.activeElement as HTMLElement).blur();
    await clickOn(denver);
    await press('Close');
    expect(document.activeElement).toBe(canvas);
    const passing = document.createElement('button');
    document.body.append(passing);
    passing.focus();
    await clickOn(denver);
    passing.remove();
    await press('Close');
    expect(document.activeElement).toBe(canvas);
  });

  it('keeps the view in place, also in a frame of another size', async () => {
    await clickOn(denver);
    mapRef.flyTo.mockClear();
    await tell(({ onResize }) => onResize?.({} as never));
    expect(mapRef.flyTo).not.toHaveBeenCalled();
    await clickOn(null);
    await tell(({ onResize }) => onResize?.({} as never));
    expect(mapRef.flyTo).toHaveBeenCalledOnce();
  });

  it('goes when other workshops are shown, and the mark with it', async () => {
    await clickOn(denver);
    await point(denver);
    await show({ search: { kind: 'deep-dive' } });
    await pass(299);
    expect([dialog() === null, marks()]).toEqual([false, ['highlighted']]);
    await pass(1);
    expect([dialog(), marks(), onMark.mock.lastCall]).toEqual([null, [], [null]]);
  });

  it.each<[string, [left: number, top: number, right: number, bottom: number], unknown[]]>([
    ['inside, clear of the controls', [108, 154, 452, 346], []],
    ['out on the left', [100, 200, 300, 300], [[[-8, 0]]]],
    ['over the zoom on the right', [300, 200, 460, 300], [[[8, 0]]]],
    ['over the button at the top', [200, 136, 300, 300], [[[0, -18]]]],
    ['over the notice at the bottom', [200, 200, 300, 364], [[[0, 18]]]],
    ['wider than the map', [90, 200, 600, 300], [[[-18, 0]]]],
  ])('has the map moved when it is %s', async (_, [left, top, right, bottom], moves) => {
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
      return this === frame()
        ? ({ left: 100, top: 100, right: 500, bottom: 400 } as DOMRect)
        : ({ left, top, right, bottom } as DOMRect);
    });
    await clickOn(denver);
    // Once as it opens, and once as it is filled.
    await act(() => vi.advanceTimersToNextFrame());
    expect(mapRef.panBy.mock.calls).toEqual(moves);
    mapRef.panBy.mockClear();
    await pass(0);
    await pass(20);
    expect(mapRef.panBy.mock.calls.slice(0, 1)).toEqual(moves);
  });
});

describe('workshops that could not be loaded', () => {
  beforeEach(async () => {
    await show();
    await idle();
  });

  it('are told, and asked for again at a click; the focus goes to the map', async () => {
    await move({ type: 'mouseup' });
    await fail({ sourceId: 'workshops', status: 500 });
    expect(words('.workshop-map__notice')).toEqual(['Some workshops could not be loaded. Try again']);
    expect(made).toBe(1);
    await press('Try again');
    expect([words('.workshop-map__notice'), made, document.activeElement]).toEqual([
      ['Search this area'],
      2,
      canvas,
    ]);
    expect(onFailure).not.toHaveBeenCalled();
  });

  it('are asked for again with another choice, which makes no new source otherwise', async () => {
    await show({ search: { kind: 'intro' } });
    await pass(300);
    expect(made).toBe(1);
    await fail({ sourceId: 'workshops' });
    await show({ search: { kind: 'deep-dive' } });
    await pass(300);
    expect([words('.workshop-map__notice'), made]).toEqual([[''], 2]);
  });
});

describe('an engine', () => {
  it.each<[string, Engine, { status?: number; sourceId?: string }, boolean, boolean]>([
    ['refused its token', mapbox, { status: 401 }, true, true],
    ['refused what it asked for', mapbox, { status: 403 }, true, true],
    ['in trouble before it has drawn anything', mapbox, {}, false, true],
    ['in trouble later', mapbox, { status: 500 }, true, false],
    ['of our own in trouble', maplibre, { status: 403 }, false, false],
    ['without a tile of its base map', maplibre, { sourceId: 'labels' }, true, false],
  ])('%s', async (_, engine, error, isReady, hasFailed) => {
    await show({ engine });
    if (isReady) await idle();
    await fail(error);
    expect(onFailure).toHaveBeenCalledTimes(hasFailed ? 1 : 0);
    expect(words('.workshop-map__notice p')).toEqual([]);
  });

  it('that cannot start has failed', async () => {
    state.hasStarted = false;
    await show();
    await fail({});
    expect(onFailure).toHaveBeenCalledOnce();
    expect(prepare).not.toHaveBeenCalled();
  });
});

describe('the list of what is in view', () => {
  const open = (): Promise<void> => press('List what’s in view');
  const head = (): HTMLElement | null => document.querySelector('.workshop-map__list > p');
  const items = (): HTMLElement[] => [
    ...document.querySelectorAll<HTMLElement>('.workshop-map__list button'),
  ];
  const isExpanded = (): string | null | undefined =>
    buttonCalled('List what’s in view')?.getAttribute('aria-expanded');

  beforeEach(async () => {
    await show();
  });

  it('opens and closes at its button', async () => {
    await idle();
    expect([isExpanded(), head()]).toEqual(['false', null]);
    await open();
    expect([isExpanded(), head()?.textContent]).toEqual(['true', '2 places and areas in view']);
    expect(head()?.parentElement?.id).toBe(
      buttonCalled('List what’s in view')?.getAttribute('aria-controls'),
    );
    await open();
    expect([isExpanded(), head()]).toEqual(['false', null]);
  });

  it('closes with Escape, which gives the focus back to the button; a popup closes first', async () => {
    await idle();
    await open();
    await focus(items()[0]);
    await act(async () => items()[0]?.click());
    await key('Escape');
    expect([dialog(), isExpanded()]).toEqual([null, 'true']);
    await key('Escape');
    expect([isExpanded(), document.activeElement]).toEqual(['false', buttonCalled('List what’s in view')]);
    await blur();
    await key('Escape');
    expect(document.activeElement).toBe(document.body);
  });

  it.each<[Spot[], string]>([
    [[], 'No workshops in view.'],
    [[denver], 'One place in view'],
    [[denver, colorado], '2 places and areas in view'],
  ])('is headed by how many there are', async (spots, title) => {
    shown = spots;
    await open();
    expect(head()?.textContent).toBe('No workshops in view.');
    await idle();
    expect(head()?.textContent).toBe(title);
    expect(words('.workshop-map__list > p')).toHaveLength(1);
  });

  it('names each symbol with what it stands for, the largest first', async () => {
    await idle();
    await open();
    expect(items().map(({ textContent }) => textContent)).toEqual([
      'Boston, MA4 Intro workshops',
      'Denver, CO1 Deep Dive workshop',
    ]);
  });

  it('names sixty, and says how many more there are', async () => {
    shown = Array.from({ length: 63 }, (_, i) => aSpot({ latitude: 30 + i / 10, name: `Place ${i}` }));
    await open();
    await idle();
    expect([items().length, words('.workshop-map__list > p')[1]]).toEqual([
      60,
      'And 3 more. Zoom in to list them.',
    ]);
  });

  it('marks on the map what has the pointer or the focus', async () => {
    await idle();
    await open();
    const [, item] = items();
    const hover = (type: string) =>
      act(async () =>
        item?.dispatchEvent(new MouseEvent(type, { bubbles: true, relatedTarget: document.body })),
      );
    await hover('mouseover');
    expect(onMark.mock.lastCall).toEqual([boundsOf(denver)]);
    await hover('mouseout');
    expect(onMark.mock.lastCall).toEqual([null]);
    await focus(item);
    expect(onMark.mock.lastCall).toEqual([boundsOf(denver)]);
    await blur();
    expect(onMark.mock.lastCall).toEqual([null]);
  });

  it('opens a symbol’s workshops, and has the focus on its button again when they are closed', async () => {
    await idle();
    await open();
    const [, item] = items();
    await focus(item);
    await act(async () => item?.click());
    expect(dialog()?.querySelector('h3')?.textContent).toBe('Denver, CO');
    await press('Close');
    expect(document.activeElement).toBe(item);
  });

  it('keeps the focus when a symbol has come apart and its button is gone', async () => {
    shown = [colorado];
    await idle();
    await open();
    await focus(items()[0]);
    await act(async () => items()[0]?.click());
    shown = [denver, boston];
    await idle();
    expect(document.activeElement).toBe(head());
    // But it does not take it from elsewhere, nor when something else has changed what is in view.
    await blur();
    shown = [denver];
    await idle();
    expect(document.activeElement).toBe(document.body);
    await act(async () => items()[0]?.click());
    await focus(canvas);
    shown = [denver, boston];
    await idle();
    expect(document.activeElement).not.toBe(head());
  });
});
