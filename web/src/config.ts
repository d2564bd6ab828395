import { createContext, useContext } from 'react';

/** What the server tells the browser. Everybody can read it. */
export interface SiteConfig {
  /** The address visitors use, without a slash at the end ("https://example.org"). */
  siteUrl: string;
  /** A public Mapbox token ("pk.…"); null draws our own basemap. */
  mapboxToken: string | null;
}

export const ConfigContext = createContext<SiteConfig | null>(null);

/** The configuration the server sent with the page. */
export function useConfig(): SiteConfig {
  const config = useContext(ConfigContext);
  if (!config) throw new Error('useConfig needs a ConfigContext.Provider above it');
  return config;
}
