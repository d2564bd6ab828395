/** What of a section its place on a page depends on. */
export interface Anchored {
  __component: string;
  heading?: string | null;
  subheading?: string | null;
}

/** Parts that every page has: where the skip link leads. */
export const PAGE_PARTS = ['main'];

/** A heading as the part of an address after the #: "What’s new?" is "whats-new". Empty when nothing is left. */
export function anchorOf(heading: string): string {
  return heading
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The ids of a finder, which last whatever its heading says: the `ordinal`th on its page. */
export function finderIds(ordinal: number): { landing: string; finder: string } {
  const suffix = ordinal > 1 ? `-${ordinal}` : '';
  return { landing: `register${suffix}`, finder: `workshops${suffix}` };
}

/** The ids of all finders on a page. They are taken before any heading is asked: one that just says “Workshops” would be a second #workshops. */
export function finderIdsOn(sections: Anchored[]): string[] {
  const finders = sections.filter(({ __component }) => __component === 'sections.workshop-finder');
  return finders.flatMap((_, index) => Object.values(finderIds(index + 1)));
}

/** For each section of a page, the id that links lead to (#what-does-the-program-cost); undefined for one without heading. */
export function sectionIds(sections: Anchored[]): (string | undefined)[] {
  const taken = new Set(finderIdsOn(sections));
  return sections.map(({ heading, subheading }) => {
    const anchor = anchorOf(heading || subheading || '');
    if (!anchor) return undefined;
    let id = anchor;
    for (let number = 2; taken.has(id); number += 1) id = `${anchor}-${number}`;
    taken.add(id);
    return id;
  });
}
