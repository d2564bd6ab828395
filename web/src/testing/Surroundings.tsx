import { createCmsClient } from '@deep-dive/shared-types';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ConfigContext } from '../config';
import { type CurrentLocation, LocationContext } from '../location';
import { CmsContext } from '../queries/cms';

/** Never asked: what is not among the answers is not there. */
export const silentCms = createCmsClient({
  baseUrl: '',
  fetch: () => Promise.reject(new Error('A test asks nobody')),
});

interface SurroundingsProps {
  queryClient: QueryClient;
  location: CurrentLocation;
  children: ReactNode;
}

/** What the site's components find around them, without a CMS. */
export function Surroundings({ queryClient, location, children }: SurroundingsProps) {
  return (
    <ConfigContext.Provider value={{ siteUrl: 'https://learning.example', mapboxToken: null }}>
      <QueryClientProvider client={queryClient}>
        <CmsContext.Provider value={silentCms}>
          <LocationContext.Provider value={location}>{children}</LocationContext.Provider>
        </CmsContext.Provider>
      </QueryClientProvider>
    </ConfigContext.Provider>
  );
}
