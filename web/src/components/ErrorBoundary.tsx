import { Component, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  /** What is shown in place of what failed; nothing when it is left out. */
  fallback?: (error: unknown) => ReactNode;
  onError?: (error: unknown) => void;
  children: ReactNode;
}

/** Keeps what fails below it, while it is drawn in the browser, from taking the rest of the page along. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { failed?: [error: unknown] }> {
  override state: { failed?: [error: unknown] } = {};

  static getDerivedStateFromError(error: unknown) {
    return { failed: [error] };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError?.(error);
  }

  override render(): ReactNode {
    const { fallback, children } = this.props;
    const { failed } = this.state;
    return failed ? fallback?.(failed[0]) : children;
  }
}
