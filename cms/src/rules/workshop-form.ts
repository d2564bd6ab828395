import type { WorkshopResult } from '@deep-dive/shared-types';

/** POST /workshop-form of the admin's API: what follows from what stands in a workshop's form, nothing of which is stored. */
export interface WorkshopLook {
  /** Where it is; null while its ZIP code names no place, and for a virtual one. */
  place: LookedPlace | null;
  /** What doesn't fit together of where it is, in words. */
  problems: string[];
  /** Whose territory that is; null without a place. */
  territory: TerritoryWords | null;
  /** As lists show it to visitors; null until it says when and where it is, and who runs it. */
  card: WorkshopResult | null;
}

/** The place of a ZIP code, in degrees (WGS 84). */
export interface LookedPlace {
  zip: string;
  city: string;
  /** Two-letter postal code. */
  state: string;
  latitude: number;
  longitude: number;
  /** "Pacific Time": the clock its times are on. */
  clock: string;
}

/** Whose territory a place is in, in words, and whether that is as one would expect. */
export interface TerritoryWords {
  words: string;
  isOwn: boolean;
}

interface Serving {
  /** "Yakima, WA" */
  where: string;
  /** The partner that runs the workshop, and the one that the place belongs to; null when there is none. */
  partner: string | null;
  owner: string | null;
}

/** What is to be said of a workshop outside its partner's territory; null where there is nothing. */
export function outsideInWords({ where, partner, owner }: Serving): string | null {
  if (!partner || owner === partner) return null;
  return owner
    ? `${where} belongs to ${owner}. Visitors there are sent to them, not to you.`
    : `${where} belongs to no partner’s territory.`;
}

/**
 * Whose territory a place is in, as a workshop's form says it.
 * @param isOwn whether whoever reads it acts for the partner that runs it
 */
export function territoryInWords(serving: Serving, isOwn: boolean): TerritoryWords {
  const { where, partner, owner } = serving;
  const outside = outsideInWords(serving);
  if (outside) return { words: outside, isOwn: false };
  if (!owner) return { words: `${where} belongs to no partner’s territory.`, isOwn: false };
  return {
    words: isOwn ? 'It is in your territory.' : `It is in the territory of ${owner}.`,
    isOwn: partner === owner,
  };
}
