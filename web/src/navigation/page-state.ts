import type { DehydratedState } from '@tanstack/react-query';
import type { SiteConfig } from '../config';
import type { View } from '../routes';

/** The id of the element that carries the page's state from the server to the browser. */
export const STATE_ELEMENT = 'state';

/** What the browser needs to take over a page without asking again. */
export interface PageState {
  config: SiteConfig;
  status: View['status'];
  /** Every query the page was made from. */
  queries: DehydratedState;
}
