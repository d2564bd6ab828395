import { NotFoundError } from '@deep-dive/shared-types';
import type { ReactNode } from 'react';
import { ErrorBoundary } from '../components/ErrorBoundary';
import { ErrorPage } from './ErrorPage';
import { NotFoundPage } from './NotFoundPage/NotFoundPage';

/** Shows an error page in place of a page that cannot be drawn in the browser; header and footer stay. */
export function PageBoundary({ children }: { children: ReactNode }) {
  return (
    <ErrorBoundary fallback={(error) => (error instanceof NotFoundError ? <NotFoundPage /> : <ErrorPage />)}>
      {children}
    </ErrorBoundary>
  );
}
