import type { CmsApi } from './cms-api';

/** Milliseconds an answer is good for: the check can't be used to keep the CMS busy. */
const MAX_AGE = 1_000;

export interface Readiness {
  status: 'ready' | 'not ready';
  cms: 'reachable' | 'unreachable';
  /** For the operator. */
  message: string;
}

/** Tells whether this process can serve the site: the CMS answers, or there is something in the cache. */
export function readinessCheck(api: CmsApi, hasCached: () => boolean): () => Promise<Readiness> {
  let checkedAt = Number.NEGATIVE_INFINITY;
  let isReachable = Promise.resolve(false);
  return async () => {
    if (Date.now() - checkedAt > MAX_AGE) {
      checkedAt = Date.now();
      isReachable = api.isReachable();
    }
    if (await isReachable) return { status: 'ready', cms: 'reachable', message: 'The site can be served.' };
    return hasCached()
      ? {
          status: 'ready',
          cms: 'unreachable',
          message: 'The CMS cannot be reached; pages seen before are served from the cache.',
        }
      : {
          status: 'not ready',
          cms: 'unreachable',
          message: 'The CMS cannot be reached and nothing is cached yet; start the CMS or correct CMS_URL.',
        };
  };
}
