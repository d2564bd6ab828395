import type { Upstream } from './upstream/upstream';

/** Milliseconds an answer is good for: the check can't be used to keep the CMS busy. */
const MAX_AGE = 1_000;

export interface Readiness {
  status: 'ready' | 'not ready';
  cms: 'reachable' | 'unreachable';
  /** Host and port of every address of the CMS that does not answer. */
  unreachable: string[];
  /** For the operator. */
  message: string;
}

/** Tells whether this process can serve the site: a CMS answers, or there is something in the cache. */
export function readinessCheck(
  upstream: Pick<Upstream, 'check'>,
  hasCached: () => boolean,
): () => Promise<Readiness> {
  let checkedAt = Number.NEGATIVE_INFINITY;
  let checked: ReturnType<Upstream['check']> = Promise.resolve([]);
  return async () => {
    if (Date.now() - checkedAt > MAX_AGE) {
      checkedAt = Date.now();
      checked = upstream.check();
    }
    const addresses = await checked;
    const unreachable = addresses.filter(({ isReachable }) => !isReachable).map(({ name }) => name);
    if (unreachable.length === 0)
      return { status: 'ready', cms: 'reachable', unreachable, message: 'The site can be served.' };
    if (unreachable.length < addresses.length)
      return {
        status: 'ready',
        cms: 'reachable',
        unreachable,
        message: `The site can be served, but the CMS cannot be reached at ${unreachable.join(', ')}; start it again there, or correct CMS_URL.`,
      };
    return hasCached()
      ? {
          status: 'ready',
          cms: 'unreachable',
          unreachable,
          message: 'The CMS cannot be reached; pages seen before are served from the cache.',
        }
      : {
          status: 'not ready',
          cms: 'unreachable',
          unreachable,
          message: 'The CMS cannot be reached and nothing is cached yet; start the CMS or correct CMS_URL.',
        };
  };
}
