import { useState } from 'react';

/** A choice the visitor's browser keeps, where it keeps anything. For what is drawn in the browser alone. */
export function useStored(key: string, initial: boolean): [boolean, (value: boolean) => void] {
  const [value, setValue] = useState(() => read(key) ?? initial);
  const set = (next: boolean) => {
    setValue(next);
    try {
      localStorage.setItem(key, String(next));
    } catch {
      // A browser that keeps nothing forgets this too.
    }
  };
  return [value, set];
}

function read(key: string): boolean | undefined {
  try {
    const kept = localStorage.getItem(key);
    return kept === null ? undefined : kept === 'true';
  } catch {
    return undefined;
  }
}
