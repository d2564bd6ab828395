/** Requests by which a form is saved, published, or set back to what is published; no others. */
const WRITES =
  /\/content-manager\/(?:collection|single)-types\/[^?]*?(\/actions\/(?:publish|discard))?(?:\?|$)/;
const OTHER_ACTIONS = /\/actions\/(?!publish|discard)/;

/** What became of the requests by which this window writes entries. */
export interface Writes {
  /** How many are under way. */
  inFlight: number;
  /** How many were done. */
  saved: number;
}

export const writes: Writes = { inFlight: 0, saved: 0 };

/**
 * Names this window in what it asks of the CMS, which then knows a second save of the same form from somebody else’s, and
 * notes which writes were done: Strapi’s form says to nobody whether a save was refused.
 */
export function watchRequests(): void {
  const opening = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(36)).join(
    '',
  );
  const ask = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname, origin } = new URL(request.url);
    if (origin !== location.origin) return ask(request);
    request.headers.set('x-opening', opening);
    if (request.method === 'GET' || !WRITES.test(pathname) || OTHER_ACTIONS.test(pathname))
      return ask(request);
    writes.inFlight++;
    try {
      const response = await ask(request);
      if (response.ok) writes.saved++;
      return response;
    } finally {
      writes.inFlight--;
    }
  };
}
