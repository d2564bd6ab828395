import type { ComponentType } from 'react';

/** A component whose code is fetched where it is shown, and nowhere else. */
export interface Lazy<Props> {
  Component: ComponentType<Props>;
  /** Resolves once it can be shown at once. Rejects when its code can't be fetched, and asks again when called again. */
  load: () => Promise<void>;
}

/**
 * Fetches a component's code on demand. Whoever renders it calls `load` before: on the server, so that it is rendered whole; in
 * the browser, so that a new page is not shown without it. React's own `lazy` would leave it out for a moment even then.
 */
export function lazily<Props extends object>(fetchCode: () => Promise<ComponentType<Props>>): Lazy<Props> {
  let Loaded: ComponentType<Props> | undefined;
  let loading: Promise<void> | undefined;

  const load = (): Promise<void> => {
    loading ??= fetchCode().then(
      (Component) => {
        Loaded = Component;
      },
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    );
    return loading;
  };

  /** While a page is taken over and the code is on its way, and for good when that can't be fetched, what the server rendered stays. */
  function Lazily(props: Props) {
    if (!Loaded) throw new Promise<void>((resolve) => load().then(resolve, () => {}));
    return <Loaded {...props} />;
  }

  return { Component: Lazily, load };
}
