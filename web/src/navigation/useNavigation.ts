import { startTransition, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { applyHead } from '../head/head';
import type { Navigate } from '../location';
import type { View } from '../routing/route';
import { type IsPage, isPlainClick, linkOf, pageAddress } from './links';
import { ScrollMemory } from './scroll-memory';

/** Milliseconds a pointer rests on a link before its page is asked for. */
const HOVER_DELAY = 80;

/** A page and its address. */
export interface ShownPage {
  /** Percent-encoded ("/workshops/boise"). */
  path: string;
  /** The part of the query string that the page knows, with its "?", or empty. */
  search: string;
  view: View;
}

interface Arrival {
  page: ShownPage;
  /** Where to go on the page: an element (its top when nothing has this id), a remembered position, or nowhere. */
  target: 'stay' | { id: string } | { scrollY: number };
  /** It has another path than the page before, and not just another search. */
  isNewPage: boolean;
}

export interface Navigation {
  page: ShownPage;
  navigate: Navigate;
  /** What to tell screen readers: the new page's title; empty when the page is the same, which speaks for itself. */
  announcement: string;
}

/**
 * Moves between the pages of the site without loading the document anew. The old page stays until the next one is
 * there; then its title, scroll position and focus are set. `load` brings the next page, from memory when it was asked
 * for before; what has moved comes with its new path, which takes the old one's place. When it fails, the browser loads
 * the address itself, as it does those that `isPage` says no to.
 */
export function useNavigation(
  first: ShownPage,
  load: (url: URL) => Promise<ShownPage>,
  isPage: IsPage,
): Navigation {
  const [arrival, setArrival] = useState<Arrival>(() => ({
    page: first,
    target: 'stay',
    isNewPage: false,
  }));
  const { page } = arrival;
  const [memory, setMemory] = useState<ScrollMemory>();
  /** The address as the browser shows it, without the fragment. */
  const shown = useRef(addressOf(location));
  const latest = useRef(0);

  const show = useCallback(
    async (asked: URL, target: Arrival['target'], arrive: (url: URL) => void) => {
      const turn = ++latest.current;
      document.documentElement.setAttribute('aria-busy', 'true');
      try {
        const [page] = await Promise.all([load(asked), nextPaint()]);
        if (turn !== latest.current) return;
        const url = new URL(asked);
        url.pathname = page.path;
        arrive(url);
        // Not when React has drawn it: who goes back before that is to come back all the same.
        shown.current = addressOf(url);
        startTransition(() =>
          setArrival((before) => ({
            page,
            target,
            isNewPage: page.path !== before.page.path,
          })),
        );
      } catch {
        if (turn === latest.current) location.assign(asked);
      } finally {
        if (turn === latest.current) document.documentElement.removeAttribute('aria-busy');
      }
    },
    [load],
  );

  const navigate = useCallback<Navigate>(
    async (to, { replace = false, stay = replace } = {}) => {
      const url = new URL(to, location.href);
      if (!memory || url.origin !== location.origin || !isPage(url.pathname)) return location.assign(url);
      const target = stay ? 'stay' : { id: url.hash.slice(1) };
      await show(url, target, (arrived) => memory.push(arrived, replace));
    },
    [memory, show, isPage],
  );

  // In a transition: an urgent update while sections still hydrate makes React throw the server's HTML away.
  useEffect(() => startTransition(() => setMemory(new ScrollMemory())), []);

  useEffect(() => {
    if (!memory) return;
    let resting: ReturnType<typeof setTimeout> | undefined;
    const prefetch = (event: Event, delay: number): void => {
      clearTimeout(resting);
      const link = linkOf(event);
      const url = link && pageAddress(link, new URL(location.href), isPage);
      if (url && !isHere(url)) resting = setTimeout(() => void load(url).catch(() => {}), delay);
    };
    const onPointerOver = (event: Event): void => prefetch(event, HOVER_DELAY);
    const onFocus = (event: Event): void => prefetch(event, HOVER_DELAY);
    const onClick = (event: MouseEvent): void => {
      const link = linkOf(event);
      const url = link && isPlainClick(event) && pageAddress(link, new URL(location.href), isPage);
      if (!url || (url.hash && isHere(url))) return;
      event.preventDefault();
      void navigate(url.href);
    };
    const onPopState = (): void => {
      const url = new URL(location.href);
      const scrollY = memory.arrive();
      latest.current++;
      if (addressOf(url) !== shown.current)
        void show(url, { scrollY: scrollY ?? 0 }, (arrived) => memory.push(arrived, true));
      else {
        document.documentElement.removeAttribute('aria-busy');
        if (scrollY !== undefined) window.scrollTo(0, scrollY);
      }
    };
    document.addEventListener('pointerover', onPointerOver);
    document.addEventListener('focusin', onFocus);
    document.addEventListener('click', onClick);
    window.addEventListener('popstate', onPopState);
    return () => {
      clearTimeout(resting);
      document.removeEventListener('pointerover', onPointerOver);
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('click', onClick);
      window.removeEventListener('popstate', onPopState);
    };
  }, [memory, load, show, navigate, isPage]);

  const firstArrival = useRef(arrival);
  useLayoutEffect(() => {
    if (arrival === firstArrival.current) return;
    applyHead(arrival.page.view.head);
    settle(arrival);
  }, [arrival]);

  return { page, navigate, announcement: arrival.isNewPage ? page.view.head.title : '' };
}

/** When what the visitor just did has been painted: drawing a page at once would keep the answer to it waiting. */
function nextPaint(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

function addressOf({ pathname, search }: URL | Location): string {
  return pathname + search;
}

function isHere(url: URL): boolean {
  return addressOf(url) === addressOf(location);
}

/** Scrolls to where the visitor wanted to be, and puts the keyboard's focus there. */
function settle({ target, isNewPage }: Arrival): void {
  if (target === 'stay') return;
  const isBack = 'scrollY' in target;
  const element = isBack ? null : document.getElementById(decode(target.id));
  // Going back to an earlier search of the same page leaves the focus on whatever control has it.
  if (isNewPage || !isBack) {
    const focused =
      element ?? document.querySelector<HTMLElement>('main h1') ?? document.querySelector('main');
    if (focused && !focused.hasAttribute('tabindex')) focused.setAttribute('tabindex', '-1');
    focused?.focus({ preventScroll: true });
  }
  if (element) element.scrollIntoView();
  else window.scrollTo(0, isBack ? target.scrollY : 0);
}

function decode(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
