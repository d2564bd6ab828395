/** Where the CMS tells each process of the site what changed: a POST with the invalidation secret as bearer token. */
export const CHANGES_PATH = '/_internal/invalidate';

/** The body of that POST: the tags of what changed ("workshop", "workshop:abc…"), as responses name them in `Cache-Tag`. */
export interface ChangesMessage {
  tags: string[];
}

/** The tag that stands for all of them. */
export const EVERYTHING = '*';

/** One message names at most this many tags; more is everything. */
export const MAX_TAGS = 1000;

/** The Redis channel on which the same is told to every process at once: a JSON array of tags. */
export const CHANGES_CHANNEL = 'deep-dive:changes';
