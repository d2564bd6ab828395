/** Whether a path is a page's, and no file's. */
export type IsPage = (path: string) => boolean;

/**
 * The address a link leads to, when it is a page of this site; undefined for everything the browser should load itself:
 * other sites, files and feeds (a "." in the last part), new windows, downloads.
 */
export function pageAddress(link: HTMLAnchorElement, here: URL, isPage: IsPage): URL | undefined {
  if (!link.href || (link.target && link.target !== '_self') || link.hasAttribute('download'))
    return undefined;
  const url = new URL(link.href, here);
  return url.origin === here.origin && isPage(url.pathname) ? url : undefined;
}

/** Whether an event on a link means "go there, in this window". */
export function isPlainClick(event: MouseEvent): boolean {
  return (
    !event.defaultPrevented &&
    event.button === 0 &&
    !event.metaKey &&
    !event.ctrlKey &&
    !event.shiftKey &&
    !event.altKey
  );
}

/** The link an event happened on or in. */
export function linkOf(event: Event): HTMLAnchorElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
}
