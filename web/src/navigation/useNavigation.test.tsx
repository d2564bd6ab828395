// @vitest-environment jsdom
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Head } from '../head/head';
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
  view: { status: 200, head: head(`Page ${path}`), element: <h1>{path}</h1> },
});
const isPage = (path: string): boolean => path.startsWith('/page') || path === '/';

let root: Root;
let navigation: Navigation;
let answers: Map<string, (page: ShownPage) => void>;
let asked: string[];
/** Answers at once, unless a test holds an address back. */
let held: Set<string>;
const load = (url: URL): Promise<ShownPage> => {
  asked.push(url.pathname + url.search);
  const page = pageAt(url.pathname, url.search);
  if (!held.has(url.pathname)) return Promise.resolve(page);
  return new Promise((resolve) => {
    answers.set(url.pathname, () => resolve(page));
  });
};

function Site() {
  navigation = useNavigation(first, load, isPage);
  return (
    <main>
      {navigation.page.view.element}
      <a href="/page-b">To B</a>
      <a href="/file.pdf">A file</a>
      <p id="part">A part</p>
    </main>
  );
}
const first = pageAt('/');
const heading = (): string => document.querySelector('h1')?.textContent ?? '';
const settled = (path: string) => vi.waitFor(() => expect(heading()).toBe(path));

beforeEach(async () => {
  window.addEventListener('click', browser);
  vi.spyOn(window, 'scrollTo').mockImplementation(() => {});
  Element.prototype.scrollIntoView = vi.fn();
  history.replaceState(null, '', '/');
  document.body.innerHTML = '<div id="root"></div>';
  answers = new Map();
  asked = [];
  held = new Set();
  root = createRoot(document.getElementById('root') as HTMLElement);
  root.render(<Site />);
  await settled('/');
  // The memory of positions, without which links are the browser's, comes in a transition.
  await vi.waitFor(() => expect(history.scrollRestoration).toBe('manual'));
  await vi.waitFor(async () => {
    await navigation.navigate('/page-warm-up');
    expect(heading()).toBe('/page-warm-up');
  });
  await navigation.navigate('/', { replace: true });
  await settled('/');
});
afterEach(() => {
  root.unmount();
  window.removeEventListener('click', browser);
  vi.restoreAllMocks();
});

let isLeftToBrowser: boolean;
/** Stands behind everything else, as the browser does. */
const browser = (event: Event): void => {
  isLeftToBrowser = !event.defaultPrevented;
  event.preventDefault();
};
/** Clicks a link; returns whether following it is left to the browser. */
function click(text: string, how: MouseEventInit = {}): boolean {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...how });
  [...document.querySelectorAll('a')].find((link) => link.textContent === text)?.dispatchEvent(event);
  return isLeftToBrowser;
}

it('shows the page of a link that is clicked, its title, and puts the focus on its heading', async () => {
  expect(click('To B')).toBe(false);
  await settled('/page-b');
  expect([location.pathname, document.title]).toEqual(['/page-b', 'Page /page-b']);
  await vi.waitFor(() => expect(document.activeElement).toBe(document.querySelector('h1')));
  expect(navigation.announcement).toBe('Page /page-b');
});

it.each([
  ['Ctrl', { ctrlKey: true }],
  ['Cmd', { metaKey: true }],
  ['Shift', { shiftKey: true }],
])('leaves a click with %s to the browser', (_, how) => {
  const before = asked.length;
  expect(click('To B', how)).toBe(true);
  expect(asked.slice(before)).toEqual([]);
});

it('leaves what is no page to the browser', () => {
  expect(click('A file')).toBe(true);
});

it('shows the page that was asked for last, in whatever order they come', async () => {
  held = new Set(['/page-slow']);
  const slow = navigation.navigate('/page-slow');
  await vi.waitFor(() => expect(answers.has('/page-slow')).toBe(true));
  await navigation.navigate('/page-quick');
  await settled('/page-quick');
  answers.get('/page-slow')?.(pageAt('/page-slow'));
  await slow;
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  expect([heading(), location.pathname]).toEqual(['/page-quick', '/page-quick']);
});

it('is busy while a page is on its way, and shows the old one', async () => {
  held = new Set(['/page-slow']);
  const arrival = navigation.navigate('/page-slow');
  await vi.waitFor(() => expect(answers.has('/page-slow')).toBe(true));
  expect([document.documentElement.getAttribute('aria-busy'), heading(), location.pathname]).toEqual([
    'true',
    '/',
    '/',
  ]);
  answers.get('/page-slow')?.(pageAt('/page-slow'));
  await arrival;
  await settled('/page-slow');
  expect(document.documentElement.hasAttribute('aria-busy')).toBe(false);
});

it('comes back to the page before, and takes another search of a page for no new page', async () => {
  await navigation.navigate('/page-b');
  await settled('/page-b');
  history.back();
  await settled('/');
  await navigation.navigate('/?near=98101', { stay: true });
  await vi.waitFor(() => expect(navigation.page.search).toBe('?near=98101'));
  expect(navigation.announcement).toBe('');
});
