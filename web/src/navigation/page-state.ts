import type { DehydratedState } from '@tanstack/react-query';
import type { SiteConfig } from '../config';

/** The id of the element that carries the page's state from the server to the browser. */
export const STATE_ELEMENT = 'state';

/** What the browser needs to take over a page without asking again. */
export interface PageState {
  config: SiteConfig;
  /** False when nothing has this address, and the page says so. */
  isFound: boolean;
  /** Every query the page was made from. */
  queries: DehydratedState;
}
