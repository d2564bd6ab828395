import { COUNTS_PATH } from '../hrefs';

/** What a link carries whose use is counted, on itself or on what it stands in: "register /workshops/boise-2027-03-06". */
const COUNTED = 'data-count';

let shown: string | undefined;

/**
 * Tells the site that a page is shown which the server didn't send (`first` is the one it did), and listens, from then on, for
 * links that lead away: to register, to write to somebody, to a file that another server has. It says what was done, and nothing of who did it.
 */
export function tellOf(path: string, first: string): void {
  if (shown === undefined) {
    shown = first;
    // With the middle button a link opens in another tab.
    for (const type of ['click', 'auxclick']) document.addEventListener(type, tellOfLink, { capture: true });
  }
  if (shown !== path) tell(`view ${path}`);
  shown = path;
}

function tellOfLink(event: Event): void {
  const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[href]');
  if (!link || (event as MouseEvent).button > 1) return;
  const isElsewhere = link.origin !== location.origin;
  const counted = link.closest(`[${COUNTED}]`)?.getAttribute(COUNTED);
  if (counted && isElsewhere) tell(counted);
  else if (link.hasAttribute('download') && !link.pathname.startsWith('/uploads/'))
    tell(`download ${link.pathname}`);
}

function tell(what: string): void {
  navigator.sendBeacon(COUNTS_PATH, what);
}
