import { useEffect, useState } from 'react';

/** Milliseconds without a change: longer than from one key to the next. */
const PAUSE = 250;

/** A value once it stays the same: what is drawn from it isn't drawn anew at each key. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
