// @vitest-environment jsdom
import {
  type CmsClient,
  createCmsClient,
  type Near,
  parseWorkshopSearch,
  type WorkshopList,
  type WorkshopSearch,
} from '@deep-dive/shared-types';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { EmbeddedContext } from '../components/SiteLink';
import { ConfigContext } from '../config';
import { LocationContext, type Navigate } from '../location';
import type { WorkshopMapProps } from '../map/live/props';
import { CmsContext } from '../queries/cms';
import { workshopsQuery } from '../queries/workshops';
import { aList, aResult, aWorkshop, denver, NOW } from '../testing/samples';
import { Finder } from './Finder';
import { listedSearch } from './listing';

/** What the interactive map is given. */
const map = vi.hoisted(() => ({
  given: undefined as WorkshopMapProps | undefined,
  isBroken: false,
  made: 0,
}));
vi.mock('../map/live/WorkshopMap', async () => {
  const { useEffect } = await import('react');
  return {
    default: (props: WorkshopMapProps) => {
      if (map.isBroken) throw new Error('broken');
      map.given = props;
      useEffect(() => {
        map.made += 1;
      }, []);
      return <div id="live">The map</div>;
    },
  };
});

const { place } = denver;
const boulder = aWorkshop({
  id: 'boulder',
  slug: 'boulder',
  title: 'Boulder',
  place: { venue: null, city: 'Boulder', state: 'CO', zip: '80301', latitude: 40.01, longitude: -105.27 },
});
const online = aWorkshop({ id: 'online', slug: 'online', title: 'Online', format: 'virtual', place: null });

type FinderProps = Parameters<typeof Finder>[0];
let root: Root;
let queryClient: QueryClient;
let navigate: Mock<Navigate>;
/** Ends the navigations that are under way. */
let arrive: (() => void)[];
let workshops: Mock<CmsClient['workshops']>;
/** Someone comes near the map. */
let comeNear: () => Promise<void>;
/** Whether the finder stands in a frame. */
let isEmbedded: boolean;
let purpose: Omit<FinderProps, 'level'>;

/** The finder at an address, with its list or without one. */
async function show(query = '', list?: WorkshopList): Promise<void> {
  const { search } = parseWorkshopSearch(query);
  const cms: CmsClient = { ...createCmsClient({ baseUrl: '' }), workshops };
  if (list)
    queryClient.setQueryData(workshopsQuery(cms, listedSearch(search, purpose)).queryKey, list, {
      updatedAt: NOW,
    });
  await act(async () =>
    root.render(
      <ConfigContext.Provider value={{ siteUrl: 'https://learning.example', mapboxToken: 'pk.token' }}>
        <QueryClientProvider client={queryClient}>
          <CmsContext.Provider value={cms}>
            <EmbeddedContext.Provider value={isEmbedded}>
              <LocationContext.Provider value={{ path: '/workshops', search: query, navigate }}>
                <Finder {...purpose} level={2} />
              </LocationContext.Provider>
            </EmbeddedContext.Provider>
          </CmsContext.Provider>
        </QueryClientProvider>
      </ConfigContext.Provider>,
    ),
  );
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: NOW });
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal(
    'matchMedia',
    vi.fn(() => ({ matches: false })),
  );
  let tell: (entries: { isIntersecting: boolean }[]) => void = () => {};
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(onSee: typeof tell) {
        tell = onSee;
      }
      observe(): void {}
      disconnect(): void {}
    },
  );
  comeNear = async () => {
    await act(async () => tell([{ isIntersecting: true }]));
    await act(async () => vi.dynamicImportSettled());
  };
  map.given = undefined;
  map.isBroken = false;
  map.made = 0;
  isEmbedded = false;
  purpose = { kind: null, growth: 'pages' };
  arrive = [];
  navigate = vi.fn(() => new Promise<void>((resolve) => arrive.push(resolve)));
  workshops = vi.fn(() => Promise.reject(new Error('away')));
  queryClient = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: 'static', networkMode: 'always' } },
  });
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root') as HTMLElement);
});
afterEach(async () => {
  await act(async () => root.unmount());
  queryClient.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const settle = (): Promise<unknown> => act(() => vi.advanceTimersByTimeAsync(0));
const get = <Found extends Element = HTMLElement>(selector: string): Found | null =>
  document.querySelector<Found>(selector);
const texts = (selector: string): string[] =>
  [...document.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');
const buttonCalled = (name: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('button, a, summary')].find(
    ({ textContent }) => textContent?.trim() === name,
  );
const press = (name: string): Promise<void> => act(async () => buttonCalled(name)?.click());
const control = (name: string): HTMLInputElement =>
  get<HTMLInputElement>(`form [name="${name}"]`) as HTMLInputElement;
/** Sets a control as a visitor does. */
const set = (name: string, value: string | boolean): Promise<void> =>
  act(async () => {
    const element = control(name);
    if (typeof value === 'boolean') return element.click();
    const { prototype } = element instanceof HTMLSelectElement ? HTMLSelectElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value);
    element.dispatchEvent(
      new Event(element instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
    );
  });
const asked = (): unknown[] => navigate.mock.calls.map(([to]) => to);
const said = (): string | undefined => texts('p[role="status"].visually-hidden').at(-1);
const title = (): HTMLElement | null => get('#workshops-results');

describe('the form', () => {
  it('applies a choice at once: the address is another one, and the page stays where it is', async () => {
    await show('?near=Denver', aList([aWorkshop()]));
    await set('kind', 'intro');
    expect(navigate.mock.calls).toEqual([
      ['/workshops?near=Denver&kind=intro', { stay: true, replace: false }],
    ]);
    await set('scholarship', true);
    expect(asked().at(-1)).toBe('/workshops?near=Denver&kind=intro&scholarship=true');
  });

  it('sends what is typed with its button, or Enter', async () => {
    await show('', aList([aWorkshop()]));
    await set('near', 'Boston');
    expect(asked()).toEqual([]);
    await press('Search');
    expect(asked()).toEqual(['/workshops?near=Boston']);
  });

  it('takes the place of the same search in the history', async () => {
    await show('?near=Denver', aList([aWorkshop()]));
    await press('Search');
    expect(navigate.mock.calls).toEqual([['/workshops?near=Denver', { stay: true, replace: true }]]);
  });

  it('leads to its landing place, without script too', async () => {
    purpose = { ...purpose, landing: 'find' };
    await show('', aList([aWorkshop()]));
    expect(get('form')?.getAttribute('action')).toBe('/workshops#find');
    await set('format', 'virtual');
    expect(asked()).toEqual(['/workshops?format=virtual#find']);
  });

  it('keeps to a part of the map, until one looks elsewhere, or farther', async () => {
    const bbox = 'bbox=-105,39,-104,40';
    await show(`?near=Denver&${bbox}`, aList([aWorkshop()]));
    await set('format', 'virtual');
    expect(asked().at(-1)).toBe(`/workshops?near=Denver&${bbox}&format=virtual`);
    await set('radius', '100');
    expect(asked().at(-1)).toBe('/workshops?near=Denver&radius=100&format=virtual');
    await set('radius', '50');
    await set('near', 'Boston');
    await set('format', '');
    expect(asked().at(-1)).toBe('/workshops?near=Boston');
    await set('near', 'Denver');
    await press('Search');
    expect(asked().at(-1)).toBe('/workshops?near=Denver');
  });

  it('has the keyboard on the screen go away, and no other focus', async () => {
    await show('', aList([aWorkshop()]));
    await act(async () => control('near').focus());
    await press('Search');
    expect(document.activeElement).toBe(control('near'));
    vi.mocked(matchMedia).mockImplementation(
      (query) => ({ matches: query === '(pointer: coarse)' }) as MediaQueryList,
    );
    await press('Search');
    expect(document.activeElement).toBe(document.body);
  });

  it('looks where the visitor is', async () => {
    vi.stubGlobal('navigator', {
      geolocation: {
        getCurrentPosition: (found: PositionCallback) =>
          found({ coords: { latitude: 39.7392, longitude: -104.9903 } } as GeolocationPosition),
      },
    });
    await show('?near=Boston&bbox=-105,39,-104,40', aList([aWorkshop()]));
    await press('Use my location');
    expect([control('near').value, asked()]).toEqual(['39.74,-104.99', ['/workshops?near=39.74,-104.99']]);
  });

  it('looks for a place that is suggested', async () => {
    await show('', aList([aWorkshop()]));
    queryClient.setQueryData(['places', 'den'], {
      suggestions: [{ kind: 'city', label: 'Denver, CO', detail: null }],
    });
    await set('near', 'den');
    await settle();
    await act(async () => get('[role="option"]')?.click());
    expect(asked()).toEqual(['/workshops?near=Denver,+CO']);
  });

  it('shows what the address has become without its doing', async () => {
    await show('?near=Denver&kind=intro', aList([aWorkshop()]));
    await set('near', 'Bos');
    await show('?near=Denver&kind=intro&page=2', aList([aWorkshop()]));
    expect(control('near').value).toBe('Bos');
    await show('?near=Seattle', aList([aWorkshop()]));
    expect([control('near').value, control('kind').value]).toEqual(['Seattle', '']);
  });

  it('keeps what is typed when its own choice has become the address', async () => {
    await show('?near=Denver', aList([aWorkshop()]));
    await set('kind', 'intro');
    await set('near', 'Bos');
    await show('?near=Denver&kind=intro', aList([aWorkshop()]));
    await act(async () => arrive[0]?.());
    expect([control('near').value, control('kind').value]).toEqual(['Bos', 'intro']);
  });

  it('keeps a later choice while an earlier one is on its way', async () => {
    await show('', aList([aWorkshop()]));
    await set('kind', 'intro');
    await set('format', 'virtual');
    await show('?kind=intro', aList([aWorkshop()]));
    await act(async () => arrive[0]?.());
    expect([control('kind').value, control('format').value]).toEqual(['intro', 'virtual']);
    await show('?kind=intro&format=virtual', aList([aWorkshop()]));
    await act(async () => arrive[1]?.());
    expect([control('kind').value, control('format').value]).toEqual(['intro', 'virtual']);
  });

  it('is cleared of what is typed, too', async () => {
    await show('?kind=intro', aList([aWorkshop()]));
    await set('near', 'Bos');
    await press('Clear all');
    await show('', aList([aWorkshop()]));
    expect([control('near').value, control('kind').value]).toEqual(['', '']);
  });

  it('has its filters open at first when one is set, and then as the visitor has them', async () => {
    await show('?kind=intro', aList([aWorkshop()]));
    const filters = get<HTMLDetailsElement>('form details');
    expect([filters?.open, filters?.querySelector('summary')?.textContent]).toEqual([true, 'Filters (1)']);
    await show('', aList([aWorkshop()]));
    expect([filters?.open, filters?.querySelector('summary')?.textContent]).toEqual([true, 'Filters']);
  });

  it('has no choice of kind where there is one, and keeps in a frame what the frame is for', async () => {
    purpose = { kind: 'intro', growth: 'pages' };
    await show('', aList([aWorkshop()]));
    expect(control('kind')).toBeNull();
    await act(async () => root.unmount());
    root = createRoot(document.getElementById('root') as HTMLElement);
    purpose = { kind: null, growth: 'pages' };
    isEmbedded = true;
    await show('?kind=intro&partner=front-range', aList([aWorkshop()]));
    expect([control('kind').type, control('kind').value]).toEqual(['hidden', 'intro']);
    expect([control('partner').type, control('partner').value]).toEqual(['hidden', 'front-range']);
    expect(get('[aria-label="Narrowed to"]')).toBeNull();
  });

  it('has a last day no earlier than the first', async () => {
    await show('?from=2027-03-01', aList([aWorkshop()]));
    expect([control('from').min, control('to').min]).toEqual(['2027-01-15', '2027-03-01']);
  });
});

describe('what screen readers hear', () => {
  it('is nothing at first, then that it is searching, then what was found', async () => {
    await show('', aList([aWorkshop()]));
    expect(said()).toBe('');
    await set('kind', 'intro');
    expect(said()).toBe('Searching…');
    await show('?kind=intro', { ...aList([aWorkshop()]), total: 7 });
    await act(async () => arrive[0]?.());
    expect(said()).toBe('7 upcoming workshops');
  });

  it('is the newest search alone', async () => {
    await show('', aList([aWorkshop()]));
    await set('kind', 'intro');
    await set('format', 'virtual');
    await act(async () => arrive[0]?.());
    expect(said()).toBe('Searching…');
    await act(async () => arrive[1]?.());
    expect(said()).toBe('1 upcoming workshop');
  });

  it('includes what is not as it was asked for', async () => {
    const query = '?sort=distance&radius=banana';
    await show(query, aList([aWorkshop()]));
    await press('Search');
    await act(async () => arrive[0]?.());
    expect(said()).toBe(
      '1 upcoming workshop — Sorted by date: give a city or ZIP code to sort by distance. — We did not understand “distance” in this address and left it out.',
    );
  });
});

describe('the list and the map', () => {
  const live = (): HTMLElement | null => get('#live');
  const pointAt = (selector: string): Promise<unknown> =>
    act(async () => get(selector)?.dispatchEvent(new MouseEvent('pointerover', { bubbles: true })));

  it('are a picture at first, and the map when someone comes near', async () => {
    await show('?near=Denver&kind=intro', { ...aList([aWorkshop()]), near: denver });
    expect([live(), get('img')?.getAttribute('src')]).toEqual([null, '/workshops.svg?kind=intro']);
    await comeNear();
    expect(live()).not.toBeNull();
    expect(map.given).toMatchObject({
      search: { kind: 'intro' },
      mapboxToken: 'pk.token',
      searched: { latitude: 39.74, longitude: -104.99, radiusMiles: 50, label: 'Denver, CO' },
      bounds: null,
      marked: null,
    });
  });

  it('mark on the map what is pointed at in the list', async () => {
    await show('', aList([boulder, online]));
    await comeNear();
    await pointAt('[data-at] p');
    expect(map.given?.marked).toEqual({ latitude: 40.01, longitude: -105.27 });
    await pointAt('li:not([data-at]) p');
    expect(map.given?.marked).toBeNull();
    await act(async () => get('[data-at] a')?.focus());
    expect(map.given?.marked).toEqual({ latitude: 40.01, longitude: -105.27 });
    await act(async () => get('[data-at] a')?.blur());
    expect(map.given?.marked).toBeNull();
    await pointAt('[data-at] p');
    await act(async () =>
      get('[data-at]')?.dispatchEvent(
        new MouseEvent('pointerout', { bubbles: true, relatedTarget: document.body }),
      ),
    );
    expect(map.given?.marked).toBeNull();
  });

  it('mark in the list what is pointed at on the map', async () => {
    await show('', aList([boulder, online]));
    await comeNear();
    map.given?.onMark([-106, 40, -105, 41]);
    expect(texts('[data-marked] h3')).toEqual(['Boulder']);
    map.given?.onMark(null);
    expect(texts('[data-marked]')).toEqual([]);
  });

  it('search a part of the map, from its first page; the focus goes to the results where they are seen', async () => {
    await show('?near=Denver&page=2', aList([aWorkshop()]));
    await comeNear();
    await act(async () => map.given?.onSearchArea([-105.00049, 39, -104, 40]));
    expect(asked()).toEqual(['/workshops?near=Denver&bbox=-105.001,39,-104,40']);
    expect(document.activeElement).toBe(document.body);
    vi.spyOn(HTMLElement.prototype, 'offsetParent', 'get').mockReturnValue(document.body);
    await act(async () => map.given?.onSearchArea([-105, 39, -104, 40]));
    expect(document.activeElement).toBe(title());
  });

  it('follow the map without taking the focus', async () => {
    await show('?near=Denver&page=2', aList([aWorkshop()]));
    await comeNear();
    vi.spyOn(HTMLElement.prototype, 'offsetParent', 'get').mockReturnValue(document.body);
    await act(async () => map.given?.onFollow([-105, 39, -104, 40]));
    expect(asked()).toEqual(['/workshops?near=Denver&bbox=-105,39,-104,40']);
    expect(document.activeElement).toBe(document.body);
  });

  it('are shown one at a time where there is room for one, as one left it', async () => {
    await show('?near=Tulsa', aList([aWorkshop()]));
    const shown = () => [
      get<HTMLElement>('[data-shown]')?.dataset.shown,
      buttonCalled('List')?.getAttribute('aria-pressed'),
      buttonCalled('Map')?.getAttribute('aria-pressed'),
    ];
    expect(shown()).toEqual(['list', 'true', 'false']);
    await press('Map');
    expect(shown()).toEqual(['map', 'false', 'true']);
    await act(async () => root.unmount());
    root = createRoot(document.getElementById('root') as HTMLElement);
    await show('?near=Tulsa', aList([aWorkshop()]));
    expect(shown()).toEqual(['map', 'false', 'true']);
    await press('List');
    expect(shown()).toEqual(['list', 'true', 'false']);
  });

  it('begin anew when the map is shown after another search', async () => {
    await show('', aList([aWorkshop()]));
    await comeNear();
    await show('?near=Denver', { ...aList([aWorkshop()]), near: denver });
    expect(map.made).toBe(1);
    await press('List');
    expect(live()).not.toBeNull();
    await press('Map');
    await comeNear();
    expect(map.made).toBe(2);
    await press('List');
  });

  it.each<[string, WorkshopSearch['bbox'] | undefined, Near | null, Partial<WorkshopMapProps>]>([
    ['nowhere', undefined, null, { searched: null, bounds: null }],
    [
      'a state, with some room about its outermost ZIP codes',
      undefined,
      { ...denver, place: { ...place, kind: 'state', bounds: [-110, 30, -100, 40] } },
      { searched: null, bounds: [-111.2, 28.8, -98.8, 41.2] },
    ],
    [
      'a part of a state',
      [-105, 39, -104, 40],
      { ...denver, place: { ...place, kind: 'state', bounds: [-109, 37, -102, 41] } },
      { searched: null, bounds: [-105, 39, -104, 40] },
    ],
    [
      'a part of the map about a place',
      [-105, 39, -104, 40],
      denver,
      {
        searched: { latitude: 39.74, longitude: -104.99, radiusMiles: null, label: 'Denver, CO' },
        bounds: [-105, 39, -104, 40],
      },
    ],
    [
      'a place nobody knows',
      undefined,
      { status: 'outside-us', text: 'x' },
      { searched: null, bounds: null },
    ],
  ])('look at %s', async (_, bbox, near, view) => {
    await show(bbox ? `?bbox=${bbox}` : '', { ...aList([aWorkshop()]), near });
    await comeNear();
    expect(map.given).toMatchObject(view);
  });

  it('look at what is suggested where nothing was found, and at the place', async () => {
    const at = (id: string, latitude: number | null, longitude: number | null) =>
      aResult({ id, place: boulder.place && { ...boulder.place, latitude, longitude } });
    const [far, unknown] = [at('far', 49.74, -94.99), at('unknown', null, null)];
    await show('?near=Denver', { ...aList([]), near: denver, beyond: [far, unknown] });
    await comeNear();
    expect(map.given?.searched).toMatchObject({ label: 'Denver, CO', radiusMiles: 50 });
    expect(map.given?.bounds?.map((degrees) => Number(degrees.toFixed(3)))).toEqual([
      -106.19, 38.54, -93.79, 50.94,
    ]);
  });

  it('mark a state where nothing was found, as it is but a part of what they show then', async () => {
    const state: Near = { ...denver, place: { ...place, kind: 'state', bounds: [-109, 37, -102, 41] } };
    await show('?near=CO', { ...aList([]), near: state, beyond: [aResult(boulder)] });
    await comeNear();
    expect(map.given?.searched).toMatchObject({ label: 'Denver, CO', radiusMiles: null });
    expect(map.given?.bounds?.[1]).toBeCloseTo(39.71, 2);
  });

  it('look no distance about a place when any will do', async () => {
    await show('?radius=any', { ...aList([aWorkshop()]), near: denver });
    await comeNear();
    expect(map.given?.searched?.radiusMiles).toBeNull();
  });

  it('are a picture again when the map has failed', async () => {
    await show('', aList([aWorkshop()]));
    await comeNear();
    await act(async () => map.given?.onFailure());
    expect([live(), get('img')?.getAttribute('alt')]).toEqual([
      null,
      'Map of the United States that shows where the workshops will be held.',
    ]);
  });

  it('are a picture again when the map has broken down, which is told to developers', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const quiet = (event: Event): void => event.preventDefault();
    window.addEventListener('error', quiet);
    map.isBroken = true;
    await show('?kind=intro', aList([aWorkshop()]));
    await comeNear();
    window.removeEventListener('error', quiet);
    expect([live(), get('img')?.getAttribute('alt')]).toEqual([
      null,
      'Map of the United States that shows where the workshops you filter for will be held.',
    ]);
    expect(error.mock.calls.at(-1)).toEqual([
      'The interactive map failed; its picture stays:',
      expect.any(Error),
    ]);
  });

  it('are a picture for those who save data, until they ask for the map', async () => {
    vi.stubGlobal('navigator', { connection: { saveData: true } });
    await show('', aList([aWorkshop()]));
    expect(buttonCalled('Open the interactive map')).toBeUndefined();
    await comeNear();
    expect(live()).toBeNull();
    await press('Open the interactive map');
    await act(async () => vi.dynamicImportSettled());
    expect([live() === null, buttonCalled('Open the interactive map')]).toEqual([false, undefined]);
    await act(async () => map.given?.onFailure());
    expect([live(), buttonCalled('Open the interactive map')]).toEqual([null, undefined]);
  });

  it('have the picture at once on a page that is for it, and late elsewhere', async () => {
    await show('', aList([aWorkshop()]));
    expect(get('img')?.getAttribute('loading')).toBeNull();
    await comeNear();
    expect(get('img')?.getAttribute('loading')).toBe('lazy');
    await act(async () => root.unmount());
    root = createRoot(document.getElementById('root') as HTMLElement);
    purpose = { kind: null, growth: 'show-more' };
    await show('', aList([aWorkshop()]));
    expect(get('img')?.getAttribute('loading')).toBe('lazy');
  });
});

describe('a search that can’t be made', () => {
  it('is tried again with the form, and the focus goes to what was found when its button is gone', async () => {
    await show('?near=Denver');
    expect(title()?.textContent).toBe('We couldn’t search just now');
    await act(async () => buttonCalled('Try again')?.focus());
    await press('Try again');
    expect(navigate.mock.calls).toEqual([['/workshops?near=Denver', { stay: true, replace: true }]]);
    expect(document.activeElement).toBe(buttonCalled('Try again'));
    await act(async () => arrive[0]?.());
    expect(said()).toBe('We couldn’t search just now');
    // It is the page that asks, not the finder.
    expect(workshops).not.toHaveBeenCalled();
    await show('?near=Denver', aList([aWorkshop()]));
    expect([title()?.textContent, document.activeElement]).toEqual(['1 upcoming workshop', title()]);
  });

  it('keeps to a part of the map', async () => {
    await show('?near=Denver&bbox=-105,39,-104,40');
    await press('Try again');
    expect(asked()).toEqual(['/workshops?near=Denver&bbox=-105,39,-104,40']);
  });

  it('leaves the focus alone when nobody tried again, or has gone on', async () => {
    await show('?near=Denver');
    await show('?near=Denver', aList([aWorkshop()]));
    expect(document.activeElement).toBe(document.body);
    await show('?near=Boston');
    await press('Try again');
    await act(async () => control('near').focus());
    await show('?near=Boston', aList([aWorkshop()]));
    expect(document.activeElement).toBe(control('near'));
  });

  it('has all there is listed instead, as pages of its own', async () => {
    queryClient.setQueryData(['workshops', {}], aList([aWorkshop()], 2));
    await show('?near=Denver');
    expect(document.body.textContent).toContain('Until we can, here are all upcoming workshops:');
    expect(get('nav a[rel="next"]')?.getAttribute('href')).toBe('/workshops?page=2#workshops-results');
    expect(workshops).not.toHaveBeenCalled();
  });

  it('has nothing listed instead where there is nothing', async () => {
    queryClient.setQueryData(['workshops', {}], aList([]));
    await show('?near=Denver');
    expect(get('ul[class*="_list_"] article')).toBeNull();
    expect(document.body.textContent).not.toContain('Until we can');
  });
});

describe('a list that grows', () => {
  /** What the style sheet hides. */
  let hiddenFrom: number;
  const first = [boulder, aWorkshop({ id: 'b', slug: 'b', title: 'Second' })];
  const second = [
    aWorkshop({ id: 'c', slug: 'c', title: 'Third' }),
    aWorkshop({ id: 'd', slug: 'd', title: 'Fourth' }),
  ];
  const titles = (): string[] => texts('article h3');
  const more = (): Promise<void> => press('Show more workshops');
  let query: string;
  let count = 0;

  beforeEach(() => {
    hiddenFrom = Number.POSITIVE_INFINITY;
    // What one has asked for is remembered for each search: each test has its own.
    count += 1;
    query = `?near=Town${count}`;
    purpose = { kind: null, growth: 'show-more' };
    const real = getComputedStyle;
    vi.stubGlobal('getComputedStyle', (element: Element) => {
      const index = [...(element.parentElement?.children ?? [])].indexOf(element);
      return index >= hiddenFrom ? { display: 'none' } : real(element);
    });
    workshops.mockImplementation(async ({ page }) => aList(second, 4, page));
  });

  it('begins short, then shows what it has, then asks for more; the focus goes on at the first of them', async () => {
    await show(query, aList(first, 4));
    const isShort = () => get('ul:has(> li > article)')?.className.includes('short');
    expect(isShort()).toBe(true);
    hiddenFrom = 1;
    await more();
    hiddenFrom = Number.POSITIVE_INFINITY;
    expect([isShort(), document.activeElement?.textContent, workshops.mock.calls]).toEqual([
      false,
      'Second',
      [],
    ]);
    await more();
    expect(texts('li[role="status"]')).toEqual(['Fetching more…']);
    await settle();
    expect(workshops.mock.calls.map(([search]) => search)).toEqual([{ near: `Town${count}`, page: 2 }]);
    expect(titles()).toEqual(['Boulder', 'Second', 'Third', 'Fourth']);
    expect(document.activeElement?.textContent).toBe('Third');
    expect(buttonCalled('Show more workshops')).toBeUndefined();
  });

  it('asks for more at once where all it has is shown', async () => {
    await show(query, aList(first, 4));
    await more();
    await settle();
    expect(titles()).toHaveLength(4);
  });

  it('is as one left it when one comes back', async () => {
    await show(query, aList(first, 4));
    await more();
    await settle();
    await act(async () => root.unmount());
    root = createRoot(document.getElementById('root') as HTMLElement);
    await show(query, aList(first, 4));
    expect(titles()).toHaveLength(4);
    expect(document.activeElement).toBe(document.body);
  });

  it('asks again when more could not be had', async () => {
    workshops.mockRejectedValueOnce(new Error('away'));
    await show(query, aList(first, 4));
    await more();
    await settle();
    expect(texts('li[role="alert"]')).toEqual(['We could not fetch more workshops. Try again']);
    await press('Try again');
    await settle();
    expect(titles()).toHaveLength(4);
  });

  it.each<[number, string]>([
    [4, 'See all 4 workshops'],
    [1, 'See it on its own page'],
  ])('of %i leads to a page of its own', async (total, words) => {
    await show(query, { ...aList(first, total), total });
    expect(buttonCalled(words)?.getAttribute('href')).toBe(`/workshops?near=Town${count}`);
  });
});

describe('what narrows the results', () => {
  it('can be taken away: a part of the map, and a partner', async () => {
    await show('?near=Denver&bbox=-105,39,-104,40&partner=front-range&page=2', aList([aWorkshop()]));
    const chips = [...document.querySelectorAll('[aria-label="Narrowed to"] a')];
    expect(chips.map((chip) => [chip.textContent, chip.getAttribute('href')])).toEqual([
      ['Map area: remove ✕', '/workshops?near=Denver&partner=front-range#workshops-results'],
      ['Front Range Partners: remove ✕', '/workshops?near=Denver&bbox=-105,39,-104,40#workshops-results'],
    ]);
  });

  it('is a partner without a name when none of its workshops is listed', async () => {
    await show('?partner=front-range', aList([]));
    expect(texts('[aria-label="Narrowed to"] a')).toEqual(['One Regional Partner: remove ✕']);
    await show('?partner=other', aList([aWorkshop()]));
    expect(texts('[aria-label="Narrowed to"] a')).toEqual(['One Regional Partner: remove ✕']);
    await show('', aList([aWorkshop()]));
    expect(get('[aria-label="Narrowed to"]')).toBeNull();
  });
});
