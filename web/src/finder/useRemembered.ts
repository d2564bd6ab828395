import { useState } from 'react';

const remembered = new Map<string, unknown>();

/**
 * State that is there again when the visitor comes back to the page, until the document is loaded anew. Set it in event
 * handlers alone: then the server, and the browser when it takes over the server's HTML, know of none. A key belongs to
 * one place in the code.
 */
export function useRemembered<Value>(key: string, initial: Value): [Value, (value: Value) => void] {
  const [value, setValue] = useState(() => (remembered.has(key) ? (remembered.get(key) as Value) : initial));
  const set = (next: Value) => {
    remembered.set(key, next);
    setValue(next);
  };
  return [value, set];
}
