// @vitest-environment jsdom
import { act, type ReactElement, useEffect } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, type Mock, type MockInstance, vi } from 'vitest';
import type { Head } from '../head/head';
import type { NavigateOptions } from '../location';
import { type Navigation, type ShownPage, useNavigation } from './useNavigation';

const head = (title: string): Head => ({
  title,
  description: `About ${title}`,
  canonical: null,
  siteName: 'Site',
  image: null,
  alternates: [],
  jsonLd: [],
  robots: null,
});
const pageAt = (path: string, search = ''): ShownPage => ({
  path,
  search,
  view: {
    status: 200,
    head: head(`Page ${path}`),
    element: contents.get(path) ?? (
      <main>
        <h1>{path}</h1>
      </main>
    ),
  },
});
const isPage = (path: string): boolean => path.startsWith('/page') || path === '/';

/** What stands on pages that have more than a heading. */
let contents: Map<string, ReactElement>;
/** Where pages are found now. */
let moved: Map<string, string>;
/** The addresses a page was asked for at, in turn. */
let asked: string[];
/** The paths whose pages come when a test says so, and not at once. */
let held: Set<string>;
let waiting: Map<string, { come: () => void; fail: () => void }>;
const load = (url: URL): Promise<ShownPage> => {
  asked.push(url.pathname + url.search);
  const page = pageAt(moved.get(url.pathname) ?? url.pathname, url.search);
  if (!held.has(url.pathname)) return Promise.resolve(page);
  return new Promise((resolve, reject) => {
    waiting.set(url.pathname, { come: () => resolve(page), fail: () => reject(new Error('offline')) });
  });
};

let root: Root;
let navigation: Navigation;
/** What the site can do before its first effects have run. */
let unready: Navigation | undefined;
let onReady: () => void;

function Site({ pages = load }: { pages?: typeof load }) {
  navigation = useNavigation(first, pages, isPage);
  unready ??= navigation;
  useEffect(() => onReady(), []);
  return navigation.page.view.element;
}
let first: ShownPage;
/** The browser's own way to an address. */
let assign: Mock<(url: URL) => void>;
let focus: MockInstance<HTMLElement['focus']>;
const scrollIntoView = vi.fn<(this: Element) => void>();

const mount = (): Promise<void> => act(async () => root.render(<Site />));

beforeEach(() => {
  // React's own timers stay real.
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'],
  });
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  assign = vi.fn();
  const real = document.location;
  vi.stubGlobal('location', {
    get href() {
      return real.href;
    },
    get origin() {
      return real.origin;
    },
    get pathname() {
      return real.pathname;
    },
    get search() {
      return real.search;
    },
    assign,
  });
  vi.stubGlobal('scrollTo', vi.fn());
  focus = vi.spyOn(HTMLElement.prototype, 'focus');
  scrollIntoView.mockClear();
  Element.prototype.scrollIntoView = scrollIntoView;
  window.addEventListener('click', browser);
  window.addEventListener('error', onError);
  errors = [];
  sessionStorage.clear();
  history.pushState(null, '', '/');
  document.title = 'As the server sent it';
  document.documentElement.removeAttribute('aria-busy');
  document.body.innerHTML = '<div id="root"></div>';
  contents = new Map();
  moved = new Map();
  asked = [];
  held = new Set();
  waiting = new Map();
  unready = undefined;
  onReady = () => {};
  first = pageAt('/');
  root = createRoot(document.getElementById('root') as HTMLElement);
});
afterEach(async () => {
  await act(async () => root.unmount());
  window.removeEventListener('click', browser);
  window.removeEventListener('error', onError);
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  expect(errors).toEqual([]);
});

/** What listeners threw, which nobody else catches. */
let errors: unknown[];
const onError = (event: ErrorEvent): void => {
  errors.push(event.error);
};
let isLeftToBrowser: boolean;
/** Stands behind everything else, as the browser does. */
const browser = (event: Event): void => {
  isLeftToBrowser = !event.defaultPrevented;
  event.preventDefault();
};

/** Time goes by, and whatever is due happens. */
const pass = (milliseconds: number): Promise<unknown> => act(() => vi.advanceTimersByTimeAsync(milliseconds));
/** Long enough for a page to be painted, and for the browser to go back; not for a pointer to rest. */
const settle = (): Promise<unknown> => pass(60);
async function go(to: string, options?: NavigateOptions): Promise<void> {
  void navigation.navigate(to, options);
  await settle();
}
async function back(): Promise<void> {
  history.back();
  await settle();
}
async function forward(): Promise<void> {
  history.forward();
  await settle();
}
async function come(path: string): Promise<void> {
  waiting.get(path)?.come();
  await settle();
}
async function fail(path: string): Promise<void> {
  waiting.get(path)?.fail();
  await settle();
}
function scroll(y: number): void {
  vi.stubGlobal('scrollY', y);
}

/** An element beside the page. */
function add(html: string): HTMLElement {
  document.body.insertAdjacentHTML('beforeend', html);
  return document.body.lastElementChild as HTMLElement;
}
/** Clicks an element; returns whether the browser is left to do what it does. */
async function click(html: string, how: MouseEventInit = {}): Promise<boolean> {
  const element = add(html);
  element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...how }));
  await settle();
  return isLeftToBrowser;
}
function hover(html: string): void {
  add(html).dispatchEvent(new Event('pointerover', { bubbles: true }));
}

const heading = (): string | null | undefined => document.querySelector('h1')?.textContent;
const here = (): string => document.location.href.slice(document.location.origin.length);
const isBusy = (): boolean => document.documentElement.getAttribute('aria-busy') === 'true';
const focused = (): string | undefined => document.activeElement?.outerHTML;

describe('the first page', () => {
  it('stays as the server sent it: its title, its place, the focus; and nobody announces it', async () => {
    await mount();
    expect([document.title, focus.mock.calls, navigation.announcement]).toEqual([
      'As the server sent it',
      [],
      '',
    ]);
    expect(scrollTo).not.toHaveBeenCalled();
    expect(asked).toEqual([]);
  });

  it('leaves its links to the browser until it can follow them', async () => {
    let isEarlyClickLeft: boolean | undefined;
    onReady = () => {
      add('<a href="/page-b">').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      isEarlyClickLeft = isLeftToBrowser;
    };
    await mount();
    expect(isEarlyClickLeft).toBe(true);
    await unready?.navigate('/page-b');
    expect([assign.mock.calls.map(String), asked]).toEqual([['http://localhost:3000/page-b'], []]);
  });
});

describe('a click on a link', () => {
  beforeEach(mount);

  it('shows its page, its title, and puts the focus on its heading', async () => {
    const { length } = history;
    expect(await click('<a href="/page-b?kind=intro">')).toBe(false);
    expect([heading(), here(), document.title]).toEqual(['/page-b', '/page-b?kind=intro', 'Page /page-b']);
    expect([navigation.page.path, navigation.page.search]).toEqual(['/page-b', '?kind=intro']);
    expect(focused()).toBe('<h1 tabindex="-1">/page-b</h1>');
    expect(focus.mock.calls).toEqual([[{ preventScroll: true }]]);
    expect(vi.mocked(scrollTo).mock.calls).toEqual([[0, 0]]);
    expect(navigation.announcement).toBe('Page /page-b');
    expect(history.length).toBe(length + 1);
  });

  it.each<[string, MouseEventInit]>([
    ['Ctrl', { ctrlKey: true }],
    ['Cmd', { metaKey: true }],
    ['Shift', { shiftKey: true }],
    ['Alt', { altKey: true }],
    ['the middle button', { button: 1 }],
  ])('with %s is the browser’s', async (_, how) => {
    expect(await click('<a href="/page-b">', how)).toBe(true);
    expect([asked, here()]).toEqual([[], '/']);
  });

  it.each([
    ['a new window', '<a href="/page-b" target="_blank">'],
    ['a download', '<a href="/page-b" download>'],
    ['another site', '<a href="https://other.example/page-b">'],
    ['a file', '<a href="/file.pdf">'],
    ['a part of the same page', '<a href="/#part">'],
    ['nowhere', '<p>'],
  ])('that leads to %s is the browser’s', async (_, link) => {
    expect(await click(link)).toBe(true);
    expect([asked, here(), assign.mock.calls]).toEqual([[], '/', []]);
  });

  it('that something else has answered leads nowhere', async () => {
    const link = add('<a href="/page-b">');
    link.addEventListener('click', (event) => event.preventDefault());
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    await settle();
    expect([asked, here()]).toEqual([[], '/']);
  });

  it('that leads to the same page, or another search of it with a hash, is no browser’s', async () => {
    expect(await click('<a href="/">')).toBe(false);
    expect(await click('<a href="/?near=98101#part">')).toBe(false);
    expect([asked, here()]).toEqual([['/', '/?near=98101'], '/?near=98101#part']);
  });
});

describe('an address with a hash', () => {
  beforeEach(async () => {
    const parts = (
      <main>
        <h1>/page-b</h1>
        <section id="für-alle">for all</section>
        <button type="button" id="100%" tabIndex={0}>
          all of it
        </button>
      </main>
    );
    contents.set('/page-b', parts);
    await mount();
  });

  it.each([
    ['#f%C3%BCr-alle', '<section id="für-alle" tabindex="-1">for all</section>'],
    ['#für-alle', '<section id="für-alle" tabindex="-1">for all</section>'],
    // No percent-encoding; and what can be focused already stays as it is.
    ['#100%', '<button type="button" id="100%" tabindex="0">all of it</button>'],
  ])('leads to %s on its page: the browser scrolls there, and the focus follows', async (hash, target) => {
    await click(`<a href="/page-b${hash}">`);
    expect(focused()).toBe(target);
    expect(focus.mock.calls).toEqual([[{ preventScroll: true }]]);
    expect(scrollIntoView.mock.contexts).toEqual([document.activeElement]);
    expect(scrollTo).not.toHaveBeenCalled();
  });

  it('leads to the top when nothing has that id', async () => {
    await click('<a href="/page-b#gone">');
    expect([focused(), here()]).toEqual(['<h1 tabindex="-1">/page-b</h1>', '/page-b#gone']);
    expect(vi.mocked(scrollTo).mock.calls).toEqual([[0, 0]]);
    expect(scrollIntoView).not.toHaveBeenCalled();
  });
});

describe('the focus', () => {
  it('goes to what the page is about when it has no heading', async () => {
    contents.set('/page-b', <main>No heading</main>);
    await mount();
    await go('/page-b');
    expect(focused()).toBe('<main tabindex="-1">No heading</main>');
  });

  it('goes nowhere when there is nowhere to go, and the page is shown from its top', async () => {
    contents.set('/page-b', <p>Not even that</p>);
    await mount();
    await go('/page-b');
    expect([document.getElementById('root')?.textContent, focus.mock.calls]).toEqual(['Not even that', []]);
    expect(vi.mocked(scrollTo).mock.calls).toEqual([[0, 0]]);
  });
});

describe('another search of the same page', () => {
  beforeEach(mount);

  it.each<[string, NavigateOptions, number]>([
    ['takes the place of the one before', { replace: true }, 0],
    ['comes after the one before', { stay: true }, 1],
  ])('%s; focus and position stay, and nobody announces it', async (_, options, added) => {
    const { length } = history;
    await go('/?near=98101#part', options);
    expect([navigation.page.search, here(), history.length - length]).toEqual([
      '?near=98101',
      '/?near=98101#part',
      added,
    ]);
    expect([navigation.announcement, focus.mock.calls]).toEqual(['', []]);
    expect(scrollTo).not.toHaveBeenCalled();
  });

  it('may take the place and still be shown from its top', async () => {
    const { length } = history;
    await go('/?near=98101', { replace: true, stay: false });
    expect([history.length - length, focused()]).toEqual([0, '<h1 tabindex="-1">/</h1>']);
    expect(vi.mocked(scrollTo).mock.calls).toEqual([[0, 0]]);
  });
});

describe('going back', () => {
  beforeEach(mount);

  it('shows the page before where it was left, with the focus on its heading; forward does so, too', async () => {
    scroll(300);
    await go('/page-b');
    scroll(70);
    focus.mockClear();
    await back();
    expect([heading(), here(), focused()]).toEqual(['/', '/', '<h1 tabindex="-1">/</h1>']);
    expect(vi.mocked(scrollTo).mock.lastCall).toEqual([0, 300]);
    expect(navigation.announcement).toBe('Page /');
    await forward();
    expect([heading(), here()]).toEqual(['/page-b', '/page-b']);
    expect(vi.mocked(scrollTo).mock.lastCall).toEqual([0, 70]);
  });

  it('to an earlier search of the page leaves the focus where it is', async () => {
    scroll(300);
    await go('/?near=98101', { stay: true });
    await back();
    expect([navigation.page.search, focus.mock.calls]).toEqual(['', []]);
    expect(vi.mocked(scrollTo).mock.calls).toEqual([[0, 300]]);
  });

  it('to a part of the page the browser went to asks for nothing, and only scrolls', async () => {
    scroll(300);
    // The browser follows a link to a part by itself, and scrolls there.
    document.location.hash = 'part';
    await settle();
    expect(scrollTo).not.toHaveBeenCalled();
    await back();
    expect([asked, here()]).toEqual([[], '/']);
    expect(vi.mocked(scrollTo).mock.calls).toEqual([[0, 300]]);
  });

  it('to an entry nobody knows shows its page from the top', async () => {
    history.replaceState(null, '', '/page-unknown');
    await go('/page-b');
    history.replaceState(null, '', '/page-other');
    dispatchEvent(new PopStateEvent('popstate'));
    await settle();
    expect(heading()).toBe('/page-other');
    expect(vi.mocked(scrollTo).mock.lastCall).toEqual([0, 0]);
  });

  it('to what has moved meanwhile shows its new address, in the place of the old one', async () => {
    await go('/page-old');
    await go('/page-b');
    const { length } = history;
    moved.set('/page-old', '/page-new');
    await back();
    expect([heading(), here(), history.length]).toEqual(['/page-new', '/page-new', length]);
    await forward();
    expect(heading()).toBe('/page-b');
  });

  it('while a page is on its way keeps the one that is shown', async () => {
    await go('/page-b');
    document.location.hash = 'part';
    await settle();
    held.add('/page-slow');
    await go('/page-slow');
    expect(isBusy()).toBe(true);
    await back();
    expect(isBusy()).toBe(false);
    await come('/page-slow');
    expect([heading(), here()]).toEqual(['/page-b', '/page-b']);
  });
});

describe('a page on its way', () => {
  beforeEach(async () => {
    await mount();
    held = new Set(['/page-slow', '/page-late']);
  });

  it('keeps the old one shown, and the document busy', async () => {
    await go('/page-slow');
    expect([isBusy(), heading(), here()]).toEqual([true, '/', '/']);
    await come('/page-slow');
    expect([isBusy(), heading(), here()]).toEqual([false, '/page-slow', '/page-slow']);
  });

  it('waits until what the visitor did is painted', async () => {
    void navigation.navigate('/page-b');
    await pass(0);
    expect([asked, heading(), here()]).toEqual([['/page-b'], '/', '/']);
    await pass(60);
    expect([heading(), here()]).toEqual(['/page-b', '/page-b']);
  });

  it('has the address it has moved to', async () => {
    moved.set('/page-old', '/page-new');
    await go('/page-old?kind=intro#part');
    expect([heading(), here()]).toEqual(['/page-new', '/page-new?kind=intro#part']);
  });

  it('is dropped when another one was asked for, in whatever order they come', async () => {
    await go('/page-slow');
    await go('/page-b');
    await come('/page-slow');
    expect([heading(), here(), isBusy()]).toEqual(['/page-b', '/page-b', false]);
  });

  it('is dropped when it comes first, and the document stays busy until the other one is there', async () => {
    await go('/page-slow');
    await go('/page-late');
    await come('/page-slow');
    expect([heading(), here(), isBusy()]).toEqual(['/', '/', true]);
    await come('/page-late');
    expect([heading(), here(), isBusy()]).toEqual(['/page-late', '/page-late', false]);
  });

  it('is dropped after going back on the page that is shown, and asking for another one', async () => {
    document.location.hash = 'part';
    await settle();
    await go('/page-slow');
    await back();
    await go('/page-late');
    await come('/page-slow');
    expect([heading(), here(), isBusy()]).toEqual(['/', '/', true]);
  });

  it('that fails is the browser’s to load', async () => {
    await go('/page-slow?kind=intro');
    await fail('/page-slow');
    expect(assign.mock.calls.map(String)).toEqual(['http://localhost:3000/page-slow?kind=intro']);
    expect([heading(), isBusy()]).toEqual(['/', false]);
  });

  it('that fails after another one was asked for is nobody’s any more', async () => {
    await go('/page-slow');
    await go('/page-late');
    await fail('/page-slow');
    expect([assign.mock.calls, isBusy()]).toEqual([[], true]);
    await come('/page-late');
    expect(heading()).toBe('/page-late');
  });

  it.each(['https://other.example/page-b', '/file.pdf'])(
    'is none at %s: the browser goes there',
    async (to) => {
      await go(to);
      expect(assign.mock.calls.map(String)).toEqual([new URL(to, document.URL).href]);
      expect([asked, isBusy()]).toEqual([[], false]);
    },
  );

  it('comes from where pages come from now', async () => {
    const later: string[] = [];
    const pages = (url: URL): Promise<ShownPage> => {
      later.push(url.pathname);
      return Promise.resolve(pageAt(url.pathname));
    };
    await act(async () => root.render(<Site pages={pages} />));
    await go('/page-b');
    hover('<a href="/page-c">');
    await pass(80);
    expect([later, asked]).toEqual([['/page-b', '/page-c'], []]);
  });
});

describe('a link the visitor seems to want', () => {
  beforeEach(mount);

  it('has its page asked for when the pointer has rested on it', async () => {
    hover('<a href="/page-b?kind=intro">');
    await pass(79);
    expect(asked).toEqual([]);
    await pass(1);
    expect(asked).toEqual(['/page-b?kind=intro']);
    expect([here(), isBusy()]).toEqual(['/', false]);
  });

  it('has its page asked for when the focus has rested on it', async () => {
    add('<a href="/page-b">').focus();
    await pass(79);
    expect(asked).toEqual([]);
    await pass(1);
    expect(asked).toEqual(['/page-b']);
  });

  it.each([
    ['something else', '<p>', []],
    ['another link', '<a href="/page-c">', ['/page-c']],
  ])('is forgotten when the pointer moves on to %s', async (_, next, wanted) => {
    hover('<a href="/page-b">');
    await pass(79);
    hover(next);
    await pass(500);
    expect(asked).toEqual(wanted);
  });

  it.each([
    ['the page that is shown', '<a href="/">'],
    ['a part of it', '<a href="/#part">'],
    ['a file', '<a href="/file.pdf">'],
    ['another site', '<a href="https://other.example/page-b">'],
  ])('has nothing asked for when it leads to %s', async (_, link) => {
    hover(link);
    await pass(500);
    expect(asked).toEqual([]);
  });

  it('may fail: it is the click that counts', async () => {
    held.add('/page-b');
    hover('<a href="/page-b">');
    await pass(80);
    await fail('/page-b');
    expect(assign).not.toHaveBeenCalled();
  });
});

describe('a site that is gone', () => {
  beforeEach(async () => {
    await mount();
    await go('/page-b');
    asked = [];
  });
  const leave = (): Promise<void> => act(async () => root.unmount());

  it('follows no links', async () => {
    await leave();
    expect(await click('<a href="/page-c">')).toBe(true);
    expect(asked).toEqual([]);
  });

  it('asks for nothing ahead', async () => {
    hover('<a href="/page-c">');
    await leave();
    await pass(500);
    hover('<a href="/page-c">');
    await pass(500);
    add('<a href="/page-c">').focus();
    await pass(500);
    expect(asked).toEqual([]);
  });

  it('goes nowhere when the browser goes back', async () => {
    await leave();
    await back();
    expect([asked, isBusy(), here()]).toEqual([[], false, '/']);
  });
});
