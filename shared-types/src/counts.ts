/** What visitors do that is counted, without a word of who does it. */
export const COUNT_KINDS = ['view', 'nothing', 'register', 'contact', 'download'] as const;
export type CountKind = (typeof COUNT_KINDS)[number];

/** How often something was done on a day. */
export interface Count {
  /** "2027-01-15", of UTC. */
  day: string;
  kind: CountKind;
  /**
   * What it was done with: the path of what was looked at or downloaded; of who was contacted, or of the workshop; and of a
   * search that found nothing, the first three digits of its ZIP code, with the state ("989-WA").
   */
  subject: string;
  /** From 1. */
  count: number;
}

/** What one process of the site hands on: `POST` to `COUNTS_API_PATH`, with the credential of the site. */
export interface CountHandOver {
  /** The same whenever this is sent: it is counted once. 43 characters. */
  key: string;
  /** At most `MOST_COUNTS`. */
  counts: Count[];
}

/** Where the CMS takes what was counted. */
export const COUNTS_API_PATH = '/api/counts';
/** Of one hand-over. */
export const MOST_COUNTS = 200;
/** Characters. */
export const LONGEST_SUBJECT = 200;
