import type { CmsClient } from '@deep-dive/shared-types';
import { createContext, useContext } from 'react';

/** The CMS client of this render: the server's own, or the browser's, which asks the site it came from. */
export const CmsContext = createContext<CmsClient | null>(null);

/** The CMS client for a component's queries. */
export function useCms(): CmsClient {
  const cms = useContext(CmsContext);
  if (!cms) throw new Error('useCms needs a CmsContext.Provider above it');
  return cms;
}
