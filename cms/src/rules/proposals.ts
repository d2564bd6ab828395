/** What a title can be made of. */
export interface TitleFacts {
  /** "intro" or "deep-dive". */
  kind: string;
  /** "in-person", "virtual" or "hybrid". */
  format: string;
  /** Null while no ZIP code names one. */
  city: string | null;
}

const KINDS: Record<string, string> = { intro: 'Intro', 'deep-dive': 'Deep Dive' };

/** What a workshop might be called: “CS Fundamentals: Deep Dive in Yakima”; null while that can't be said. */
export function proposedTitle({ kind, format, city }: TitleFacts): string | null {
  const name = KINDS[kind];
  if (!name) return null;
  if (format === 'virtual') return `CS Fundamentals: ${name} online`;
  return city && `CS Fundamentals: ${name} in ${city}`;
}

/**
 * What a field holds once another value is proposed for it: that one, unless somebody wrote a text of their own.
 * @param before what was proposed until now; empty when nothing was
 */
export const following = (held: string, before: string, proposed: string): string =>
  held === '' || held === before ? proposed : held;
