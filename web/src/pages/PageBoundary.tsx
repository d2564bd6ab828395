import { NotFoundError } from '@deep-dive/shared-types';
import { Component, type ReactNode } from 'react';
import { ErrorPage } from './ErrorPage';
import { NotFoundPage } from './NotFoundPage/NotFoundPage';

interface Props {
  children: ReactNode;
}

/** Shows an error page in place of a page that cannot be drawn in the browser; header and footer stay. */
export class PageBoundary extends Component<Props, { error: unknown }> {
  override state: { error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return error instanceof NotFoundError ? <NotFoundPage /> : <ErrorPage />;
  }
}
