import { createContext } from 'react';

export interface NavigateOptions {
  /** Takes the place of the current entry in the browser's history; focus and scroll position stay. */
  replace?: boolean;
  /** A new entry in the history; focus and scroll position stay all the same. */
  stay?: boolean;
}
/** Goes to an address. Resolves when its page is there, or when another navigation has taken over. */
export type Navigate = (to: string, options?: NavigateOptions) => Promise<void>;

/** The address of the page that is shown. While the next one loads, it is still the old one. */
export interface CurrentLocation {
  /** Percent-encoded ("/workshops/boise"). */
  path: string;
  /** With its "?", or empty. */
  search: string;
  navigate: Navigate;
}

export const LocationContext = createContext<CurrentLocation>({
  path: '/',
  search: '',
  navigate: async () => {},
});
