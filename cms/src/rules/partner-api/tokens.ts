/** For how many days a token can work, the usual last. */
export const TOKEN_DAYS = [30, 90, 365] as const;
export const USUAL_DAYS = 365;
/** How many tokens of a partner may work at a time. */
export const MOST_TOKENS = 5;
export const LONGEST_TOKEN_NAME = 60;

/** A token as those are told of it who may end it: /partner-tokens of the admin's API. */
export interface TokenEntry {
  id: number;
  name: string;
  /** What it begins with, which is no secret. */
  prefix: string;
  /** What who made it was called then. */
  by: string;
  /** Milliseconds since the epoch. */
  at: number;
  until: number;
  usedAt: number | null;
  /** Why it doesn't work any more; null while it does. */
  ended: string | null;
}

/** POST /partner-tokens: the only time that the token itself is told. */
export interface TokenMade {
  token: string;
  entry: TokenEntry;
}
