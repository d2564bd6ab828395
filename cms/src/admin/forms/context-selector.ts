import {
  type Context,
  createElement,
  createContext as createReactContext,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useState,
} from 'react';
import { useSyncExternalStoreWithSelector } from 'use-sync-external-store/with-selector';

/** Where a context's value is found, and who is told when it is another. */
interface Store<Value> {
  value: Value;
  listeners: Set<() => void>;
  subscribe: (listener: () => void) => () => void;
  read: () => Value;
}

interface SelectableContext<Value> {
  of: Context<Store<Value>>;
  Provider: (props: { value: Value; children?: ReactNode }) => ReactNode;
}

function storeOf<Value>(value: Value): Store<Value> {
  const store: Store<Value> = {
    value,
    listeners: new Set(),
    subscribe(listener) {
      store.listeners.add(listener);
      return () => store.listeners.delete(listener);
    },
    read: () => store.value,
  };
  return store;
}

/**
 * A context of which each component sees the part that it selects. Strapi's admin is built with it in place of the package
 * `use-context-selector` (`edits.ts`), which has React run each component that sees the context whenever anything of it changes, to
 * find out that nothing it selected did: at each key, every section of a form (decision 38).
 */
export function createContext<Value>(defaultValue: Value): SelectableContext<Value> {
  const of = createReactContext(storeOf(defaultValue));
  function Provider({ value, children }: { value: Value; children?: ReactNode }) {
    const [store] = useState(() => storeOf(value));
    // Once it is drawn, so that nobody sees a value of a drawing that React gave up.
    useLayoutEffect(() => {
      if (Object.is(store.value, value)) return;
      store.value = value;
      for (const tell of [...store.listeners]) tell();
    }, [store, value]);
    return createElement(of.Provider, { value: store }, children);
  }
  return { of, Provider };
}

/** The part of a context's value that is selected; who asks is drawn anew when that part is another. */
export function useContextSelector<Value, Selected>(
  { of }: SelectableContext<Value>,
  select: (value: Value) => Selected,
): Selected {
  const { subscribe, read } = useContext(of);
  return useSyncExternalStoreWithSelector(subscribe, read, read, select);
}
