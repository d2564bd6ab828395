import type { CmsClient } from '@deep-dive/shared-types';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useMemo } from 'react';
import { EmbeddedContext } from './components/SiteLink';
import { ConfigContext, type SiteConfig } from './config';
import { Layout } from './layout/Layout';
import { LocationContext, type Navigate } from './location';
import type { ShownPage } from './navigation/useNavigation';
import { PageBoundary } from './pages/PageBoundary';
import { CmsContext } from './queries/cms';
import './styles/index.css';

export interface AppProps {
  cms: CmsClient;
  queryClient: QueryClient;
  config: SiteConfig;
  page: ShownPage;
  navigate: Navigate;
  /** Said to screen readers. */
  announcement?: string;
}

/** The whole site at one address: the same tree on the server and in the browser. */
export function App({ cms, queryClient, config, page, navigate, announcement = '' }: AppProps) {
  const { path, search, view } = page;
  const location = useMemo(() => ({ path, search, navigate }), [path, search, navigate]);
  const content = <PageBoundary key={path}>{view.element}</PageBoundary>;
  return (
    <ConfigContext.Provider value={config}>
      <QueryClientProvider client={queryClient}>
        <CmsContext.Provider value={cms}>
          <LocationContext.Provider value={location}>
            {view.isEmbedded ? (
              <EmbeddedContext.Provider value>{content}</EmbeddedContext.Provider>
            ) : (
              <Layout>{content}</Layout>
            )}
            <p role="status" className="visually-hidden">
              {announcement}
            </p>
          </LocationContext.Provider>
        </CmsContext.Provider>
      </QueryClientProvider>
    </ConfigContext.Provider>
  );
}
