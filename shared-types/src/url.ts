/**
 * An address as browsers read it, against another where it is no whole one; null when it is none. Not by `URL.canParse`: Safari
 * before 17 has none, and Node 20's, once it was asked a few thousand times, refuses hosts such as “école.example”.
 */
export function parseUrl(address: string, base?: string): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}
