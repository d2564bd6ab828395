/** Where the CMS tells each process of the site what changed: a POST with the invalidation secret as bearer token. */
export const CHANGES_PATH = '/_internal/invalidate';

/** The body of that POST: the tags of what changed ("workshop", "workshop:abc…"), as responses name them in `Cache-Tag`. */
export interface ChangesMessage {
  tags: string[];
}

/** The Redis channel on which the same is told to every process at once: a JSON array of tags. */
export const CHANGES_CHANNEL = 'deep-dive:changes';
