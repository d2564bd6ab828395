import { forgetDraftsOf } from './drafts';

const ENTRIES =
  /^\/content-manager\/(?:collection|single)-types\/(?:(?!\/actions\/).)*(?:\/actions\/(?:publish|discard))?$/;

/**
 * Whether a request saves an entry, publishes it, or sets it back to what is published: no other action does, nor one that
 * is only rehearsed.
 */
export function writesEntry(method: string, { pathname, searchParams }: URL): boolean {
  return method !== 'GET' && ENTRIES.test(pathname) && !searchParams.has('rehearse');
}

/**
 * Who logs out by a request, by their account's id; null for any other request. When a session has ended by itself, Strapi asks
 * for the same without naming the device.
 * @param body what is sent, as text
 */
export function loggingOut(
  { method, headers }: Pick<Request, 'method' | 'headers'>,
  pathname: string,
  body: string,
): string | null {
  if (method !== 'POST' || pathname !== '/admin/logout' || !body.includes('"deviceId"')) return null;
  const [, payload = ''] = headers.get('authorization')?.split('.') ?? [];
  try {
    const token: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    return String((token as { userId: unknown }).userId);
  } catch {
    return null;
  }
}

/** A header of requests that write another entry than the form's. */
export const OTHER_ENTRY = 'x-other-entry';

/** How many of the requests were done by which this window's form is written. */
export const writes = { saved: 0 };

/**
 * Names this window in what it asks of the CMS, which then knows a second save of the same form from somebody else’s, and
 * notes which writes were done: Strapi’s form says to nobody whether a save was refused. What somebody typed and didn't save
 * goes when they log out: who uses the browser next has no business with it.
 */
export function watchRequests(): void {
  const opening = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(36)).join(
    '',
  );
  const ask = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    if (url.origin !== location.origin) return ask(request);
    request.headers.set('x-opening', opening);
    if (url.pathname === '/admin/logout') return leave(request, () => ask(request));
    if (!writesEntry(request.method, url) || request.headers.has(OTHER_ENTRY)) return ask(request);
    const response = await ask(request).catch(inWords);
    if (response.ok) writes.saved++;
    return response;
  };
}

/** @throws what Strapi shows to who saved, when the CMS can't be reached: the browser's own words are “Failed to fetch”. */
function inWords(problem: unknown): never {
  if (!(problem instanceof TypeError)) throw problem;
  throw new TypeError('The CMS can’t be reached just now. What you typed stays here: try again in a moment.');
}

async function leave(request: Request, ask: () => Promise<Response>): Promise<Response> {
  const leaving = loggingOut(request, new URL(request.url).pathname, await request.clone().text());
  try {
    return await ask();
  } finally {
    if (leaving !== null) forgetDraftsOf(leaving);
  }
}
