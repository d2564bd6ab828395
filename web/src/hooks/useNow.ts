import { useEffect, useState } from 'react';

/**
 * The time in milliseconds, for what depends on it. The first render takes `knownAt`, when the data was fetched, which
 * server and browser agree on; the browser's own clock follows, since a cached page may be older than what it says.
 */
export function useNow(knownAt: number): number {
  const [now, setNow] = useState(knownAt);
  useEffect(() => setNow(Date.now()), []);
  return now;
}
