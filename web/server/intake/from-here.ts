/** What a browser says of where a form was sent from. */
export interface Sender {
  /** Sec-Fetch-Site: what browsers since 2023 say, and no page can change. */
  site: string | undefined;
  /** The origin of the page the form stood on; "null" where that page keeps it to itself. */
  origin: string | undefined;
  /** The host that was asked. */
  host: string | undefined;
}

/**
 * Whether a form was sent from a page of this site, and not from another's. Older browsers tell by the origin alone.
 * `mayHide`: the form's own page keeps its origin to itself, and its address is a secret already.
 */
export function isFromHere({ site, origin, host }: Sender, publicUrl: string, mayHide = false): boolean {
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (origin === undefined || origin === 'null') return mayHide;
  if (!URL.canParse(origin)) return false;
  const { origin: own } = new URL(publicUrl);
  return origin === own || new URL(origin).host === host;
}
